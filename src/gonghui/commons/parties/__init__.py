"""Persons once, employers once, named groups 自然人、用人单位、队伍."""
