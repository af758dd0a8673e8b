"""The admin's face, composed: its sections on this machine's records, files and devices."""
