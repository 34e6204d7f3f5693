"""Titles given 评选命名: schemes, rounds, nominations level by level, and the designations that come of them or are recorded."""
