"""
Emergency 应急救助: what the union does when disaster or an epidemic strikes.

An event is a plan; needs are reported to it, money and goods are passed down and handed out on lists that point to it,
and what came of it is published. Measures stand on a list of tasks; training, dispatch and consolation beside them.
"""

imports: tuple[str, ...] = ()  # lines this one may import
