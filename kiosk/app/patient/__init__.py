"""The patient's face, composed: its shell on this machine's records."""
