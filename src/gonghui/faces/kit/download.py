"""A file on its way out: saved by the browser, never shown or run by it."""

from urllib.parse import quote

from django.http import HttpResponse

from gonghui.kernel.desk import Desk
from gonghui.kernel.evidence.files import SHEET

XLSX = SHEET[0]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def download(data: bytes, mime: str, name: str) -> HttpResponse:
    """The file as an attachment, in a sandbox should anybody open it in place."""
    answer = HttpResponse(data, content_type=mime)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def paper(desk: Desk, row, name: str) -> HttpResponse | None:
    """A document made from a record now; nothing where there is none of this name."""
    found = next((one for one in desk.papers_of(row) if one.name == name), None)
    return found and download(found.make(row), DOCX, f"{row}.docx")
