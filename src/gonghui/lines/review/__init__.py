"""Lines of the office that tells the year."""
