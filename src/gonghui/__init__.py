"""Gonghui 工会一张网: the system a trade-union federation runs its year on.

Records happen at a node; acts make them; indicators count them; faces show them.
"""
