"""Rights and law 权益法律."""
