"""The server's entry: Django, the door of the turnstile beside it, the lifespan, and the worker that carries background work on."""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gonghui.house.settings")

from django.core.asgi import get_asgi_application
from django.urls import get_resolver

from gonghui.kernel.pinyin import sought

django_application = get_asgi_application()

from gonghui.faces.gate.door import PATH, Door  # noqa: E402  (models must stand first)

from .worker import Worker  # noqa: E402

worker, door = Worker(), Door()


def settle_in() -> None:
    """Load all pages before the first is asked for; what stands then stands for good and is not looked through for rubbish again."""
    get_resolver().url_patterns  # noqa: B018  (they are made when read)
    sought("")  # loads the tables of pinyin
    gc.collect()
    gc.freeze()


async def application(scope, receive, send):
    """Django's handler raises on lifespan; this one owns it."""
    if scope["type"] == "http" and scope["path"].startswith(PATH):
        await door(scope, receive, send)
        return
    if scope["type"] != "lifespan":
        await django_application(scope, receive, send)
        return
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            settle_in()
            worker.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            worker.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
