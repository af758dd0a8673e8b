"""The live feed: what happens in a location's queue, worked out once for each process and told to all who watch."""
