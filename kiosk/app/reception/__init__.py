"""The face of reception and doctors: its screens on this machine's records."""
