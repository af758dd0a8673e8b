"""What a merge left for a person to decide."""
