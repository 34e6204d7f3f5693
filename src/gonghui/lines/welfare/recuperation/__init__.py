"""
Recuperation 疗休养: batches of model workers and frontline workers who travel to rest, nominated by quota.

A batch has a place, days, seats and quotas; unions nominate, the roster is posted and locked by another, the batch departs,
comes back with those who really travelled, and is settled within the day rate.
"""

imports: tuple[str, ...] = ()  # lines this one may import
