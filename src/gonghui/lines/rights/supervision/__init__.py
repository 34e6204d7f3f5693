"""
Labour-law supervision 劳动法律监督: one letter and two books, committees that inspect, wages owed to migrant workers.

A clue is a matter. A reminder letter, an opinion and a proposal to the authority are documents with numbers of their own
that are never used again; what was answered ends the document, what was corrected closes the matter.
"""

imports: tuple[str, ...] = ()  # lines this one may import
