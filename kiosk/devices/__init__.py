"""Printers and scanners; beside each its simulated twin."""
