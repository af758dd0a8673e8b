"""Tables, the unit of work with its offline log, the apply of what came from upstream, and the migrations."""
