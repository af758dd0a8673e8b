"""The server's side: api, live feed, ingest and enrolment."""
