"""What the centre has for each machine: its feed, its scope, and the images that are compared."""
