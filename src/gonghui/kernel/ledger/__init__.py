"""The only way to write 台账: an act checks, locks, changes and records in one transaction."""
