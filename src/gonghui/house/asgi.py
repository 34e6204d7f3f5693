"""The server's entry: Django, the lifespan, and the worker that carries background work on."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gonghui.house.settings")

from django.core.asgi import get_asgi_application

django_application = get_asgi_application()

from .worker import Worker  # noqa: E402  (models must stand first)

worker = Worker()


async def application(scope, receive, send):
    """Django's handler raises on lifespan; this one owns it."""
    if scope["type"] != "lifespan":
        await django_application(scope, receive, send)
        return
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            worker.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            worker.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
