"""
Culture 文体: shows, exhibitions, reading, festivals, sport; seasons with works and awards; seats for those who seldom sit.

An officer files what was held in one screen; a troupe is a team, one from outside a visiting one. A concert's seats go
by quota to unions and groups, and who came is known by name. Views of a broadcast are somebody else's number.
"""

imports: tuple[str, ...] = ()  # lines this one may import
