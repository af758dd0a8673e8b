"""Composition root of the kiosk: wiring, settings, paths, logs, secrets and the threads."""
