"""The device's side of sync: replay, pull, live nudge and back-off."""
