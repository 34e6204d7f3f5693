"""
Family 女职工与家庭: meetings for single workers, and the rights of women workers.

Who comes to a meeting asks for a seat, is looked at by the union, and chooses on the day; a contact is told only where the
choice is mutual, and nobody in an office ever sees who chose whom. Rules on special protection stand in the register, and each
check of an employer leaves what was found and what became of it.
"""

imports: tuple[str, ...] = ()  # lines this one may import
