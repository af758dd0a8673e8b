"""Settling what devices send: read at once, judged in memory one set after the other, written in bulk."""
