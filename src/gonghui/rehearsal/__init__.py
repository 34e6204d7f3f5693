"""A synthetic federation at any scale 演练, and the replay of published figures."""
