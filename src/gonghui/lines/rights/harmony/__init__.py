"""
Harmony 和谐劳动关系: units that create harmonious labour relations, and sites that serve both sides at the grassroots.

Units apply, are scored and named by tier, and looked at again; sites are places with a record of what they did. Both are titles.
"""

imports: tuple[str, ...] = ()  # lines this one may import
