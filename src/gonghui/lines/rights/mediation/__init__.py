"""
Mediation 争议调解: disputes settled before arbitration or suit, together with court, procuratorate and departments.

A dispute is a matter: referred, agreed to by both sides, mediated, confirmed or handed back. Each body called in has a lane
of its own beside it. Partners, mediators, bodies under one roof and hearings are entries, places and activities.
"""

imports: tuple[str, ...] = ()  # lines this one may import
