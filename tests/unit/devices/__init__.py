"""Tests of kiosk.devices."""
