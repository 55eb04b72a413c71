"""A file here is a command: named like it, it defines COMMAND. Must not know: any other command."""
