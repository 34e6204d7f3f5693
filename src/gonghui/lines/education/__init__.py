"""Publicity and education 宣教."""
