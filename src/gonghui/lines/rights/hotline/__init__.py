"""
12351 hotline 职工热线: somebody calls, is answered at once or gets a ticket that somebody handles by a day.

A call is what rang; a ticket is a matter of the commons. The same person about the same matter within thirty days is one
more call, not one more ticket. Phone, website and service centre lead to one matter, which shows by which ways it came.
"""

imports: tuple[str, ...] = ()  # lines this one may import
