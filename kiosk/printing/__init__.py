"""Ticket layout (pure) and the durable spool."""
