"""Taking what devices did and telling them what the clinic holds: push, settling, feed, comparing, enrolment."""
