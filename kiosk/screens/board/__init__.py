"""The waiting room's face: one screen, which nobody touches."""
