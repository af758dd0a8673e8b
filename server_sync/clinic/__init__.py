"""Rules without I/O: numbers, identity, arrival windows, queue order, ids and clocks."""
