"""Titles as arrays, so that a keystroke looks at all of them. Must not know: rows, the screen."""
