"""Finding and presenting documents. Must not know: SQL, files of the collection, the screen."""
