"""What reception and admin share on this machine: who works here, and whether a PIN is theirs."""
