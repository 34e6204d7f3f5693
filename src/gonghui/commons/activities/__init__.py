"""Anything held at a time and place 活动: named attendance or a head count, never both silently."""
