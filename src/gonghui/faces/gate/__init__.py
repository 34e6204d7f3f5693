"""The door of the turnstile: a raw ASGI endpoint beside Django, in the same server process."""
