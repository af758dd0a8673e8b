"""How long each of those who wait is told that it may still be: one answer for ticket, telephone, board and desk."""
