"""Somebody of the cast at a desk of the office, without a browser: pages are got, forms are posted, figures are asked for."""

import json
import re
from datetime import date
from decimal import Decimal
from urllib.parse import quote

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client

from gonghui.faces.kit.signin import new_token
from gonghui.faces.office.site import list_url, row_url
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.desk import DESKS, FACETS
from gonghui.kernel.intake.acts import carry_on
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.act import ACTS


class AtDesk:
    """What one of the cast does and sees; every step says what went wrong."""

    def __init__(self, cast, name: str):
        self.client = Client()
        self.client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
        self.program = Client(headers={"Authorization": f"Bearer {new_token(cast.accounts[name])}"})
        self.steps = 0

    def post(self, key: str, about=None, /, desk: str = "", **fields):
        """Post the form of an act: on a record, on a list of records, or from the list of a desk."""
        self.steps += 1
        act = ACTS[key]
        told = {
            f"{name}.{one}" if one else name: text
            for name, value in fields.items()
            for one, text in (value if isinstance(value, dict) else {"": value}).items()
        }
        form = {name: typed(value) for name, value in told.items()} | {"_key": f"{key}-{self.steps}"}
        listed = list_url(FACETS[desk] if desk else DESKS[act.noun._meta.label_lower])
        if act.bulk:
            chosen = {"action": key, "_selected_action": [row.pk for row in about], "select_across": "0", "index": "0", "apply": "1"}
            return self.client.post(listed, form | chosen)
        with trusted():
            path = f"{listed}act/{key}/" if about is None else row_url(about).replace("/change/", f"/act/{key}/")
        return self.client.post(path, form)

    def does(self, key: str, about=None, /, desk: str = "", **fields):
        """Do an act; it goes through."""
        answer = self.post(key, about, desk=desk, **fields)
        assert answer.status_code == 302, (key, answer.status_code, told(answer))
        return self

    def refused(self, key: str, says: str, about=None, /, desk: str = "", **fields):
        """Try an act; the page says why not, and nothing typed is lost."""
        answer = self.post(key, about, desk=desk, **fields)
        assert answer.status_code in (403, 404, 409, 422) and says in answer.content.decode(), (key, answer.status_code, told(answer))
        return self

    def sees(self, desk: str, *texts: str):
        """Find these on the list of a desk."""
        page = self.client.get(list_url(FACETS.get(desk) or next(d for d in DESKS.values() if d.slug == desk))).content.decode()
        assert not [text for text in texts if text not in page], (desk, texts)
        return self

    def reads(self, row, *texts: str):
        """Open a record and find these on its page."""
        with trusted():
            path = row_url(row)
        page = self.client.get(path)
        assert page.status_code == 200 and not [t for t in texts if t not in page.content.decode()], (path, page.status_code, texts)
        return self

    def figure(self, key: str, node: str, period, value):
        """Ask for a figure and get this value; the page of the figure opens."""
        query = {"node": node, "period": str(period)}
        answer = self.program.get(f"/api/figures/{quote(key)}", query)
        assert answer.status_code == 200, answer.content
        got = json.loads(answer.content, parse_float=Decimal)["value"]
        assert (None if got is None else Decimal(str(got))) == (None if value is None else Decimal(str(value))), f"{key} at {node} in {period}: {got}"
        assert self.client.get(f"/office/figure/{quote(key)}/", query).status_code == 200
        return self

    def takes_in(self, node, kind: str, text: str):
        """Bring a table: checked, started, taken in; every row is good."""
        self.does("intake.check", node=node, kind=kind, file=SimpleUploadedFile("表.csv", text.encode(), "text/csv"))
        batch = newest(Batch)
        assert (batch.bad, batch.good > 0) == (0, True), [e.says for e in batch.errors.all()]
        self.does("intake.start", batch)
        with trusted():
            carry_on(newest(Batch))
        return self


def typed(value):
    """A value as a form sends it."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, list | tuple):
        return [typed(one) for one in value]
    return value.isoformat() if isinstance(value, date) else "on" if value is True else value


def told(answer) -> str:
    """What a page says went wrong."""
    return " / ".join(re.findall(r'class="[^"]*error[^"]*"[^>]*>\s*([^<]+)', answer.content.decode())[:5])


def newest(model, *joined, **which):
    """The newest record of a kind, as it stands now, with what is to be read of it joined."""
    with trusted():
        rows = model.objects.for_act("journey").filter(**which).order_by("-pk")
        return (rows.select_related(*joined) if joined else rows).first()


def employer_of(cast, unit: str = "union"):
    """The employer a union of the cast covers."""
    with trusted():
        return cast.unions[unit].coverage.for_act("journey").select_related("employer").get().employer
