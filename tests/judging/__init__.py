"""What trains the judge's nets."""
