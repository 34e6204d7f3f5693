"""What the declarations of acts cannot say of a situation: values that are taken, who is born by which act, what must have happened besides."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from PIL import Image
from stdnum.cn import uscc

from gonghui.kernel import clock
from gonghui.kernel.evidence.files import SHEET
from gonghui.kernel.intake.acts import frame_of
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.rehearsal.people import credit_code
from tests.cast import PASSWORD

BEFORE = timedelta(days=400)  # records are made that long before the act is done on them


def text(ground, act, parameter):
    return f"字{next(ground.numbers)}"


def upload(ground, act, parameter):
    if SHEET[1] in parameter.p.accept:
        return table(ground)
    picture = BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    return SimpleUploadedFile("照片.png", picture.getvalue(), "image/png")


def table(ground) -> UploadedFile:
    row = ground.person()
    return SimpleUploadedFile("名册.csv", f"工会编码,姓名,身份证号\nUNION,{row['name']},{row['id_no']}\n".encode(), "text/csv")


def union_code(number: int) -> str:
    body = f"81{credit_code(number)[2:17]}"
    return body + uscc.calc_check_digit(body)


PLAIN: dict[type, Callable] = {
    str: text,
    bool: lambda ground, act, parameter: True,
    dict: lambda ground, act, parameter: {"A01": "1"},
    int: lambda ground, act, parameter: max(parameter.p.least or 0, 3),
    Decimal: lambda ground, act, parameter: Decimal(max(parameter.p.least or 0, 3)),
    date: lambda ground, act, parameter: clock.today(),
    datetime: lambda ground, act, parameter: clock.now(),
}

# who is born by an act of another noun: the newest record after it is the one, or what a function of the ground finds
BORN_BY = {
    "commons_parties.person": "membership.apply",
    "commons_parties.consent": "parties.consent",
    "organization_orgs.coverage": "orgs.cover",
    "organization_orgs.union": "orgs.appoint",
    "organization_membership.membership": "membership.apply",
    "kernel.message": "signin.send_code",
}

# (act, parameter) -> (ground, subject) -> value, where the annotation alone does not say one that is taken
VALUES: dict[tuple[str, str], Callable] = {
    ("access.open_account", "password"): lambda g, s: PASSWORD,
    ("access.grant", "account"): lambda g, s: g.made("access.open_account"),
    ("intake.check", "kind"): lambda g, s: "members",
    ("intake.chunk", "frame"): lambda g, s: frame_of(s, SHEETS[s.kind]),
    ("signin.send_code", "phone"): lambda g, s: g.person()["phone"],
    ("signin.send_code", "code"): lambda g, s: "123456",
    ("signin.open_own_account", "phone"): lambda g, s: g.person()["phone"],
    ("config.set", "what"): lambda g, s: "org.women_committee_min",
    ("config.set", "value"): lambda g, s: str(next(g.numbers)),
    ("parties.consent", "purpose"): lambda g, s: "benefits",
    ("parties.merge", "other"): lambda g, s: g.made("membership.register", name=s.name, id_no="").person,
    ("membership.apply", "name"): lambda g, s: g.person()["name"],
    ("membership.apply", "id_no"): lambda g, s: g.person()["id_no"],
    ("membership.apply", "agree"): lambda g, s: True,
    ("membership.apply", "agree_register"): lambda g, s: True,
    ("membership.register", "name"): lambda g, s: g.person()["name"],
    ("membership.register", "id_no"): lambda g, s: g.person()["id_no"],
    ("membership.auto_withdraw", "since"): lambda g, s: clock.today() - timedelta(days=200),
    ("orgs.apply_founding", "employers"): lambda g, s: [g.made("parties.enter_employer")],
    ("orgs.register_legal_person", "uscc"): lambda g, s: union_code(next(g.numbers)),
    ("orgs.register_legal_person", "on"): lambda g, s: clock.today() - timedelta(days=3 * 366),
    ("orgs.register_legal_person", "valid_until"): lambda g, s: clock.today() + BEFORE,
    ("orgs.renew_certificate", "valid_until"): lambda g, s: clock.today() + timedelta(days=4 * 366),
    ("orgs.declare_chair", "term_until"): lambda g, s: clock.today(),
    ("orgs.appoint", "kind"): lambda g, s: "single",
    ("orgs.split", "employers"): lambda g, s: [c.employer for c in s.coverage.for_act("situation")],
    ("orgs.move", "parent"): lambda g, s: g.made("orgs.appoint", kind="town").node,
}

# what must have happened besides: act -> (ground, subject)
FIRST: dict[str, Callable] = {
    "membership.issue_card": lambda g, s: g.on(s.membership.person, "parties.verify"),
    "orgs.register_change": lambda g, s: g.on(s, "orgs.rename"),
    "orgs.split": lambda g, s: g.on(s, "orgs.cover"),
    "parties.ask_erasure": lambda g, s: g.left(s),
    "parties.erase": lambda g, s: g.left(s),
}

# records born into states that no act leads into from where others are born: noun -> functions of the ground
INTO: dict[str, tuple[Callable, ...]] = {}

# what each clock notices, made `BEFORE`
LATE: dict[str, Callable] = {
    "membership.pass_on": lambda g: g.situation("membership.accept_transfer").subject,
    "membership.unanswered": lambda g: g.situation("membership.settle_correction").subject,
    "membership.undecided": lambda g: g.made("membership.apply"),
    "orgs.certificate_ends": lambda g: g.made("orgs.register_legal_person"),
    "orgs.change_waits": lambda g: g.situation("orgs.register_change").subject,
    "orgs.preparation_waits": lambda g: g.made("orgs.apply_founding"),
    "orgs.registration_waits": lambda g: g.made("orgs.establish").union,
    "orgs.result_waits": lambda g: g.made("orgs.file_result"),
    "orgs.term_ends": lambda g: g.made("orgs.declare_chair"),
}

# fields of a row of a noun made by its field types alone (tests.house.rows), where its constraints want another value
ROWS: dict[str, dict] = {}

# each room or line adds its own in a module of its name
for module in iter_modules(__path__):
    told = import_module(f"{__name__}.{module.name}")
    for name, whole in {"BORN_BY": BORN_BY, "VALUES": VALUES, "FIRST": FIRST, "LATE": LATE, "ROWS": ROWS, "INTO": INTO}.items():
        added = getattr(told, name, {})
        assert not whole.keys() & added.keys(), f"{module.name}: {name} says again what is said"
        whole.update(added)
