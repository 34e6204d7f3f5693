"""A file on its way out: saved by the browser, never shown or run by it."""

from urllib.parse import quote

from django.http import HttpResponse


def download(data: bytes, mime: str, name: str) -> HttpResponse:
    """The file as an attachment, in a sandbox should anybody open it in place."""
    answer = HttpResponse(data, content_type=mime)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
