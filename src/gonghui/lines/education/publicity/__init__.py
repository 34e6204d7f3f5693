"""
Publicity 新闻宣传: which articles appeared where, who wrote them, what they were given for it.

A correspondent's article is handed in, and registered by somebody else once it is published and proven. Views are
the outlet's number. Awards for publicity stand in the register like those of others.
"""

imports: tuple[str, ...] = ()  # lines this one may import
