"""Acts: what a program sends becomes the form people fill in; the records an act may be given are found by words."""

import json

from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.binding import form_for, run
from gonghui.faces.kit.finding import FOUND, find
from gonghui.faces.kit.json import UNKNOWN_FIELD, answer, from_json
from gonghui.kernel.ledger.act import ACTS, Act
from gonghui.kernel.ledger.do import no_power
from gonghui.kernel.refusal import NOT_FOUND, Refusal, Refused

from .entry import length
from .paging import MOST_NUMBER, only
from .problems import BAD_KEY, NOT_JSON, NOT_THAT_MEDIA, TOO_LONG, TOO_MANY

MOST_BODY = 1 << 20
MOST_SUBJECTS = 1000
MOST_KEY = 64
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
BAD_SUBJECTS = Refusal("api.bad_subjects", _("subjects 须为记录编号的列表。"), instead=_("编号取自列表的 id。"), field="subjects")


def act_of(act: Act):
    def view(request, pk: int | None = None):
        """Do the act."""
        only(request)
        key = request.headers.get("Idempotency-Key", "")
        if len(key) > MOST_KEY or not key.isprintable():
            raise BAD_KEY()
        data, files, subjects = body(request, act)
        if not request.viewer.may(act.power):
            raise no_power(act)
        if pk is not None and pk >= MOST_NUMBER:
            raise NOT_FOUND()
        form = form_for(act, request.viewer, data, files)
        done = run(act, request.viewer, form, subjects if act.bulk else pk, key=key)
        told = {"subjects": [row.pk for row in done.subjects], "says": str(act.past), "again": done.again, "said": done.said}
        return answer(told, status=201 if act.creates and not done.again else 200)

    return view


def body(request, act: Act):
    """Form data, files and subjects of a request; JSON is checked for its declared types first."""
    if request.content_type in FORMS:
        texts = {name for name, parameter in act.params.items() if parameter.type is dict}
        known = {*act.params, *(["subjects"] if act.bulk else [])}
        names = [n for n in (*request.POST, *request.FILES) if n not in known and n.partition(".")[0] not in texts]
        if names:
            raise Refused(*(UNKNOWN_FIELD(name=n[:60], field=n[:60]).refusals[0] for n in names[:20]))
        sent = request.POST.getlist("subjects")
        return request.POST, request.FILES, numbers([int(s) if s.isascii() and s.isdigit() and len(s) < 20 else s for s in sent])
    data = json_of(request)
    subjects = numbers(data.pop("subjects", [])) if act.bulk else []
    return from_json(act, data), {}, subjects


def json_of(request) -> dict:
    """The JSON object of a request; an empty body is an empty object. Refuses: NOT_THAT_MEDIA, TOO_LONG, NOT_JSON."""
    if request.content_type != "application/json" and (request.content_type or length(request)):
        raise NOT_THAT_MEDIA(media=request.content_type[:60])
    if length(request) > MOST_BODY or len(request.body) > MOST_BODY:
        raise TOO_LONG(limit=MOST_BODY >> 20)
    try:
        data = json.loads(request.body or b"{}")
        json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        raise NOT_JSON() from None
    if not isinstance(data, dict):
        raise NOT_JSON()
    return data


def numbers(subjects) -> list[int]:
    """The records a bulk act is to be done on. Refuses: BAD_SUBJECTS, TOO_MANY."""
    if not isinstance(subjects, list) or not all(type(s) is int and 0 < s < MOST_NUMBER for s in subjects):
        raise BAD_SUBJECTS()
    if len(subjects) > MOST_SUBJECTS:
        raise TOO_MANY(most=MOST_SUBJECTS, field="subjects")
    return subjects


def choices_of(act: Act, name: str):
    def view(request):
        """The records this argument may be given, found by a name, its pinyin, first letters or a code."""
        only(request, "q")
        if not request.viewer.may(act.power):
            raise no_power(act)
        return answer({"items": [named(row) for row in find(act, name, request.viewer, request.GET.get("q", ""))], "most": FOUND})

    return view


def named(row) -> dict:
    """A record as one chooses it: its name, and the organisation it belongs to or hangs below."""
    above = getattr(row, "node", None) or row
    parent = getattr(above, "parent", None)
    return {"id": row.pk, "name": str(row), "at": str(above) if above is not row else "", "below": str(parent) if parent else ""}


def picked() -> list[tuple[Act, str]]:
    """Every argument of a public act that is a record."""
    return [(a, n) for a in ACTS.values() if a.by for n, p in a.params.items() if hasattr(p.type, "_meta")]
