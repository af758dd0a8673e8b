"""Telling whoever is connected that something changed, whichever process it changed in."""
