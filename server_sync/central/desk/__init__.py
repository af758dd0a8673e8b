"""What endpoints ask of the desk: a transaction each, within what the caller may touch, with the note of who looked."""
