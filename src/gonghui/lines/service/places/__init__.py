"""
Places 阵地: stations for people who work outdoors, mother rooms, reading rooms, palaces and their rooms, childcare, museums.

Anybody finds on the phone what is near and open now; a keeper keeps hours and duty; members book a room of the palace.
What a place is, its signs, hours and inspections are the common room's; titles given to places are designations.
"""

imports: tuple[str, ...] = ()  # lines this one may import
