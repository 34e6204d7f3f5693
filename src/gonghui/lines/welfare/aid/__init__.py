"""
Hardship aid 困难帮扶: a household is filed, looked at, posted, helped, lifted out and watched; four campaigns a year go to many.

File first, aid second: money for a household needs a measure on its file, and one measure is paid once whoever pays. Winter
warmth goes to named people by list, summer cooling to sites whose people are counted by heads.
"""

imports: tuple[str, ...] = ()  # lines this one may import
