"""The clinic, its records, and how replicas agree. Never imports kiosk, never needs Qt."""
