"""Numbers a unit files where there are no named records 填报: with evidence, checked by another, never mixed with names."""
