"""What comes from a replica's server: applied, compared, and what is not settled laid over it."""
