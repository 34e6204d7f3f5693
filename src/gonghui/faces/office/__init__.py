"""The office 办公端: a django-unfold admin made from desks."""
