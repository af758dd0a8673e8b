"""What reception and doctors see: people, the queue, and what is to be settled."""
