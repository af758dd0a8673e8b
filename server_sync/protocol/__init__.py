"""Messages on the wire, their canonical encoding, versions and error codes."""
