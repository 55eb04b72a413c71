"""What fills the terminal, and what its keys do. Must not know: SQL, files, how anything is found."""
