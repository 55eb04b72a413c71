"""A terminal reader for folders of documents: finds the article, folds the rest, loses nothing."""

__version__ = "0.1.0"
