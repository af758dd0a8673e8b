"""The demo clinic: invented people, doctors and a day of appointments."""
