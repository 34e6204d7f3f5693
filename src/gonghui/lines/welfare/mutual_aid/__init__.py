"""
Mutual aid 职工互助: a pool of small yearly contributions that helps members who fall ill, and the one-day donation.

Neither is insurance: what is paid in is a mutual fund 互助金, what is paid out is aid 给付. A union lists its people for a plan
year, the money comes in and is matched, and from then on they are covered; who falls ill asks, the window looks at the papers
and assesses, another approves, the list is paid as every payment is. The one-day donation goes the same way in, and out as relief.
"""

imports: tuple[str, ...] = ()  # lines this one may import
