"""What fills the terminal, and what its keys do. Must not know: files, how things are found."""
