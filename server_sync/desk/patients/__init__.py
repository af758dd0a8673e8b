"""People: registered, searched, read, joined and erased."""
