"""The patient's face: one object per screen of the lobby kiosk, and the shell around them."""
