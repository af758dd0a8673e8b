"""One rule module per noun; every merge has a named outcome."""
