"""How long somebody will wait: simulated from the queue as it stands, and learned from the clinic's own days."""
