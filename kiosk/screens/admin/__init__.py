"""The admin's face: the sync log, the machines, settings, people and roles, copies, and how the clinic looks."""
