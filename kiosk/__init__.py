"""The touchscreen: the only place that knows Qt, printers, scanners and sound."""
