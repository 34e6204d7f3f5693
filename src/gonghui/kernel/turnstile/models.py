"""Tally 闸口记录: how many were answered what, and how soon."""

from django.db import models

BOUNDS = (100, 250, 500, 1000, 2000, 5000, 60_000)  # milliseconds


class Tally(models.Model):
    """
    People who were answered alike in one group: written with the group, or within a second for whom nothing was written.

    code: `done`, `waiting`, `full`, `again`, or the code of a refusal. within: they waited at most so many milliseconds, one of `BOUNDS`.
    """

    gate = models.CharField(max_length=24)
    number = models.BigIntegerField()
    at = models.DateTimeField()
    code = models.CharField(max_length=60)
    within = models.IntegerField()
    people = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["gate", "number"], name="tally_gate")]
