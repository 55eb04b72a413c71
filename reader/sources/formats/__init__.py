"""One module for each format. Must not know: files, encodings."""
