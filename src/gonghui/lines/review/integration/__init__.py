"""
Integration 数据共享与对接: what goes to and comes from systems of others, message by message, and what they answered.

Changes of a day are queued for the national network, sent, acknowledged or rejected and mended. Household files are matched with
civil affairs; what differs is settled by hand. Courses are pushed to an official account; counters of partners are readings.
"""

imports: tuple[str, ...] = ()  # lines this one may import
