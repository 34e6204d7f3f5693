"""What is written about the API holds: every address and setting of the page, and the description itself."""

import re
from pathlib import Path

from django.conf import settings

from gonghui.faces.api.urls import api
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.act import ACTS

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs/api.md").read_text()
GENERAL = {"KEY": "[a-z_]+\\\\.[a-z_]+", "NOUN": "[a-z]+", "ARGUMENT": "[a-z_]+", "ID": "\\\\{pk\\\\}"}


def test_every_address_of_the_page_is_an_operation():
    described = [path.removeprefix("/api") for path in api.get_openapi_schema()["paths"]]
    told = re.findall(r"\$A(/[^\s?\"]*)", PAGE) + re.findall(r"`/api(/[^`?]*)[`?]", PAGE)
    for address in told:
        pattern = re.sub(r"\d+", r"{pk}", address)
        pattern = re.escape(pattern).replace(re.escape("{pk}"), r"\{pk\}")
        for word, meaning in GENERAL.items():
            pattern = re.sub(rf"\b{word}\b", meaning, pattern)
        fits = [path for path in described if re.fullmatch(pattern.replace("/members/template", "/.kind./template"), path)]
        fits = fits or [path for path in described if re.fullmatch(path.replace("{key}", "[a-z_.]+"), address)]
        assert fits or address == "/openapi.json", address
    assert len(told) > 20


def test_every_setting_of_the_page_is_one():
    for name in re.findall(r"`GONGHUI_(\w+)`", PAGE):
        assert hasattr(settings, name), name


def test_the_description_is_complete_and_says_what_is_refused():
    spec = api.get_openapi_schema()
    operations = {op["operationId"]: op for methods in spec["paths"].values() for op in methods.values()}
    assert {key for key, act in ACTS.items() if act.by} <= set(operations)
    assert {f"{kind}_{desk.slug}" for desk in DESKS.values() for kind in ("list", "get", "history", "export")} <= set(operations)
    for name, operation in operations.items():
        statuses = set(operation["responses"])
        assert {200, 422, 429} <= statuses, name
        for status, answer in operation["responses"].items():
            if status >= 400:
                assert answer["content"] == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}, name
            else:
                assert answer["content"], name
        if name not in ("ask_code", "sign_in"):
            assert {401, 403, 404} <= statuses, name
    print(f"operations {len(operations)}")


def test_the_page_for_people_needs_nothing_from_outside(db, client):
    page = client.get("/api/docs").content.decode()
    assert "批准入会" in page and "since_from" in page and not re.findall(r"(?:src|href)=\"https?://", page)
