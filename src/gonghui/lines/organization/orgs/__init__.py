"""
The federation tree 组织建设.

What the organisation department does with unions: found them through the level above, link them to
the employers they cover, move, merge, split and dissolve them on a day, keep their legal-person
papers, and know which of them a real-name record stands behind.
"""

imports: tuple[str, ...] = ()  # lines this one may import
