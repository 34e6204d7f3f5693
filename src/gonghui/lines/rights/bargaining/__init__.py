"""
Collective bargaining 集体协商: offers and contracts with the enterprises they cover, and the mechanisms of platform firms.

A contract goes from the offer to its renewal; a regional one lists each enterprise. Mechanisms are entries of the register, meetings
are activities, best cases are titles.
"""

imports: tuple[str, ...] = ()  # lines this one may import
