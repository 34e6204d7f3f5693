"""A database URL into Django's settings: `sqlite:///path` or `postgresql://user:password@host/name?host=/socket`."""

from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;",
}


def parse(url: str) -> dict:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = url.removeprefix("sqlite:///")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": dict(SQLITE), "TEST": {"NAME": f"{path}.test"}}
    if parts.scheme in ("postgresql", "postgres"):
        query = dict(parse_qsl(parts.query))
        # a page is answered before its statements would be compiled, or helpers of theirs have begun
        options = ["-c jit=off", "-c parallel_setup_cost=20000", *(f"-c role={role}" for role in [query.get("role")] if role)]
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.get("host") or parts.hostname or "",
            "PORT": query.get("port") or parts.port or "",
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"options": " ".join(options)},
        }
    raise ValueError(f"GONGHUI_DATABASE_URL: unknown scheme {parts.scheme!r}")
