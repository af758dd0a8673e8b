"""The waiting room's face, composed: its board on this machine's records, and its voice."""
