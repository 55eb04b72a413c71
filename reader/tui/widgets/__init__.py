"""One module a widget. Each shows what it is given; must not know: the Library, other widgets."""
