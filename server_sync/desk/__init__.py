"""What people do at a front desk, as plain functions on a unit of work."""
