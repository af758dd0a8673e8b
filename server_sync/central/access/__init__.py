"""Who calls, how they proved it, and how often they may."""
