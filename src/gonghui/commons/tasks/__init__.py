"""Measures to be carried out 任务清单: from a report or finding to a measure, and to the policy that came of it."""
