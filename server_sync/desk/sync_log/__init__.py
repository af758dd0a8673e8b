"""The sync log for people: read, filtered and exported."""
