"""The hub in the lobby: the server of a place while its centre cannot be reached, over a device's records."""
