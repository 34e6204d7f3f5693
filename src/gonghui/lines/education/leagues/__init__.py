"""
Leagues 职工联赛与健身: seasons of a league with their teams, rosters, matches and standings; fitness and sport events.

A team is one of the commons, entered for a season; its players are members, each in one team a season. Standings are counted from
confirmed results, never typed. Viewers of streams are somebody else's number and stand apart from people counted at the venue.
"""

imports: tuple[str, ...] = ()  # lines this one may import
