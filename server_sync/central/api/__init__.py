"""HTTP endpoints of the central server."""
