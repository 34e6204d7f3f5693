"""Mechanisms 机制. Knows no record of any business."""
