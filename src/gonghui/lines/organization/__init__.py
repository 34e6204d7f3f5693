"""Organisation 组织."""
