"""What a clinic's own past teaches: how long people wait, and who does not come. Any table of the past will do."""
