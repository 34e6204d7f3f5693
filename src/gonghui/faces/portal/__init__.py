"""The portal 职工端: server-rendered pages for phones."""
