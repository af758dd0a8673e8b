"""What a clinic's days amount to: waits, flow, doctors, slots, attendance, money and satisfaction, as tables."""
