"""The frame that reception and admin share: who is signed in, and which section stands in front."""
