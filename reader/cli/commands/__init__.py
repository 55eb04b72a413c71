"""One module a command, named like it, each defining COMMAND; a file added here is a command."""
