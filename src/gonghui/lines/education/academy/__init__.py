"""
Academy 劳模工匠学院: how it was built, the classes it holds, clients from anywhere who book them, what it teaches.

Clients need not stand in the tree; a booking is fitted into the places of the house and ends in a class that is counted and a fee that came in.
"""

imports: tuple[str, ...] = ()  # lines this one may import
