"""
Safety 劳动安全: the safety and health cup, dangers found and cured, and the union's part in accident investigations.

A danger is found by a worker or an officer, graded, put right until a day and checked by another; a major one is first reported
to two addressees, each with its receipt. An accident is a matter with a representative who takes part and files an opinion.
"""

imports: tuple[str, ...] = ()  # lines this one may import
