"""
Honours 荣誉表彰: who is named labour model, who gets a May Day award, which craftsman stands on which rung.

A unit nominates, each level recommends, experts score, the public is asked, the issuer names. What others have given
to the federation is entered beside it. Names of titles and their numbers a year come from the approving documents.
"""

imports: tuple[str, ...] = ()  # lines this one may import
