"""
Studios 劳模和工匠人才创新工作室: their leaders, members, titles and yearly reports; their alliances across firms and regions.

Titles of every tier are designations of the studio's team, project grants are payments, sessions of an alliance are activities.
"""

imports: tuple[str, ...] = ()  # lines this one may import
