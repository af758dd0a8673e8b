"""The order of the queue against its acceptance figures: two simulated clinics, four ways to choose who is next."""
