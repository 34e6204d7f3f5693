"""
Cadres 工会干部: classes they go to and the hours on their record, who is appointed with whose consent, who is sent to the grassroots, who is hired.

Full-time, part-time, attached and hired are kinds of one appointment; a secondment has its diary, written by the one who is sent.
"""

imports: tuple[str, ...] = ()  # lines this one may import
