"""The learned part of the judge. Must not know: labels, reasons; imported inside functions only."""
