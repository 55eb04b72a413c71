"""Training of the judge's nets: `make judge` prints its figures and writes its weights."""
