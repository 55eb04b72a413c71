"""Any lines picked by what is typed, as in fzf. Must not know: streams, files, the screen."""
