"""A module a widget; each shows what it is given. Must not know: the Library, other widgets."""
