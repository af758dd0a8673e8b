"""The product shown on one machine: a server, a printer, a kiosk and a clinic of made-up people."""
