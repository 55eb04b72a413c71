"""The command line: arguments in, text or JSON out. Must not know: the screen, files, SQL."""
