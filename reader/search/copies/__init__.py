"""Near-copies: texts that tell one story in nearly the same words. Must not know: documents."""
