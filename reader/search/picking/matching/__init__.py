"""Which lines answer a query, by numpy; imported where it is used. Must not know: input, output."""
