"""Places in the day at the centre: what devices' bookings come to, and the leases that they hold."""
