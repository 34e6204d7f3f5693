"""A journey through the API: somebody's program does acts, reads lists and asks for figures."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.test import Client
from PIL import Image

from gonghui.faces.kit.signin import new_token
from gonghui.kernel.access.models import Account


class Program:
    """The program of one account; every answer is checked for its status."""

    def __init__(self, account: Account):
        self.client = Client(headers={"Authorization": f"Bearer {new_token(account)}"})

    def does(self, key: str, subject=None, /, **fields) -> int:
        """Do an act, on a record or several; return the number of the first record it answered with."""
        answer = self._post(key, subject, fields)
        assert answer.status_code in (200, 201), answer.content.decode()
        return answer.json()["subjects"][0] if answer.json()["subjects"] else 0

    def refused(self, key: str, subject=None, /, **fields) -> str:
        """Try an act that is not allowed; return what is said."""
        answer = self._post(key, subject, fields)
        assert answer.status_code in (403, 404, 409, 422), answer.status_code
        return answer.content.decode()

    def _post(self, key, subject, fields):
        where = f"/api/acts/{key}" + (f"/{plain(subject)}" if subject is not None and not isinstance(subject, list) else "")
        data = {name: [plain(v) for v in value] if isinstance(value, list) else plain(value) for name, value in fields.items()}
        if isinstance(subject, list):
            data["subjects"] = [plain(one) for one in subject]
        return self.client.post(where, data)

    def figure(self, key: str, node: str, period) -> Decimal | None:
        """A figure as the API tells it; nothing where it is not told."""
        answer = self.client.get(f"/api/figures/{key}", {"node": node, "period": str(period)})
        assert answer.status_code == 200, answer.content.decode()
        value = answer.json()["value"]
        return None if value is None else Decimal(str(value))

    def rows(self, slug: str) -> list[dict]:
        """The first page of a list."""
        answer = self.client.get(f"/api/{slug}/")
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()["items"]


def plain(value):
    if isinstance(value, UploadedFile):
        return value
    if isinstance(value, date | Decimal):
        return str(value)
    return getattr(value, "pk", value)


def photo(name: str = "照片.png") -> SimpleUploadedFile:
    """A small picture."""
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")
