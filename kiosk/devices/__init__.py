"""Printers; beside each its simulated twin."""
