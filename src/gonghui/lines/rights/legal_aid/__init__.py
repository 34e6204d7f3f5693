"""
Legal aid 法律援助: a worker, or a union without lawyers, is advised, written for, mediated for or represented.

Each aid is a matter of the commons with a form, a stage, a lawyer or helper, what was claimed and what really came in.
"""

imports: tuple[str, ...] = ()  # lines this one may import
