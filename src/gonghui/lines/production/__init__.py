"""Labour and economy 劳动经济."""
