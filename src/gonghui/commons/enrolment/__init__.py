"""Anything with few places 报名: an offer, who asks for it, and who gets it; one place settles who."""
