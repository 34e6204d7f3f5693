"""The lines of business 业务条线, by department; each is one small folder."""
