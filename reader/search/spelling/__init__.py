"""What a word of a query may stand for in the full text. Must not know: rows, the screen, SQL."""
