"""Tests of the kiosk's composition root, piece by piece."""
