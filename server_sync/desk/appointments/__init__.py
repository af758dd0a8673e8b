"""Appointments and doctors' hours: free places, booking, moving, leases, and what becomes of what was booked."""
