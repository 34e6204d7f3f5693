"""docs/catalogue from the declarations: nouns and their states, acts, powers, indicators, tables, mechanisms."""

from pathlib import Path

from gonghui.kernel.access.roles import ROLES, holders
from gonghui.kernel.desk import DESKS
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.declare import UNITS
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.mechanisms import MECHANISMS

from . import indicator_pages
from .indicator_pages import HEAD


def pages() -> dict[str, str]:
    """File name -> text."""
    made = {"nouns": _nouns, "acts": _acts, "powers": _powers, "indicators": _indicators, "tables": _tables, "mechanisms": _mechanisms}
    return {f"{name}.md": make() for name, make in made.items()} | indicator_pages.pages()


def _table(head: tuple, rows) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _nouns() -> str:
    text = HEAD + "# Nouns 记录\n\n"
    for key in sorted(DESKS):
        desk = DESKS[key]
        text += f"## {desk.label} `{key}`\n\n{(desk.noun.__doc__ or '').strip()}\n\n"
        lifecycle = getattr(desk.noun, "lifecycle", None)
        if lifecycle:
            labels = dict(lifecycle.states.choices)
            steps = (
                (", ".join(str(labels[s]) for s in step.came_from) or "—", step.act, labels[step.to], step.clock or "—") for step in lifecycle.steps
            )
            text += _table(("from", "act", "to", "clock"), steps) + "\n"
    return text


def _acts() -> str:
    rows = (
        (f"`{a.key}`", a.label, a.noun._meta.label, ", ".join(a.params) or "—", ", ".join(a.by) or "house", _first(a.run))
        for a in map(ACTS.get, sorted(ACTS))
    )
    return HEAD + "# Acts 办理事项\n\n" + _table(("act", "label", "noun", "arguments", "by", "what it does"), rows)


def _first(function) -> str:
    return next((line.strip() for line in (function.__doc__ or "").splitlines() if line.strip()), "")


def _powers() -> str:
    powers = sorted(ACTS) + sorted({d.see for d in DESKS.values()} | {d.export for d in DESKS.values()} | {s.power for s in SHEETS.values()})
    rows = ((f"`{p}`", ", ".join(r.slug for r in holders(p)) or "house") for p in powers)
    roles = _table(("role", "岗位"), ((r.slug, r.label) for r in ROLES.values()))
    return HEAD + "# Powers 权限\n\n" + roles + "\n" + _table(("power", "held by"), rows)


def _indicators() -> str:
    rows = (
        (f"[`{i.key}`](indicators/{i.key}.md)", i.label, UNITS[i.unit], i.kind, i.source, i.meaning or "—")
        for i in map(INDICATORS.get, sorted(INDICATORS))
    )
    return HEAD + "# Indicators 指标\n\n" + _table(("key", "label", "unit", "kind", "source", "meaning"), rows)


def _tables() -> str:
    text = HEAD + "# Tables that can be taken in 批量导入\n\n"
    for sheet in SHEETS.values():
        text += (
            f"## {sheet.label} `{sheet.kind}`\n\n"
            + _table(("column", "heading", "required"), ((c.name, c.label, "yes" if c.required else "") for c in sheet.columns))
            + "\n"
        )
    return text


def _mechanisms() -> str:
    rows = []
    for code in sorted(MECHANISMS, key=lambda code: (code[:3], int(code[4:]))):
        one = MECHANISMS[code]
        nouns = dict.fromkeys(DESKS[ACTS[key].noun._meta.label_lower].label for key in one.acts.split())
        journeys = ", ".join(f"`{path.stem}`" for path in journeys_of(one)) or "—"
        rows.append((code, one.label, "、".join(map(str, nouns)), _keys(one.acts), _keys(one.figures), journeys))
    return HEAD + "# Mechanisms 业务机制\n\n" + _table(("code", "mechanism", "nouns", "acts", "figures", "journey"), rows)


def journeys_of(mechanism) -> list[Path]:
    """The journey tests of a mechanism; they stand in the repository, not in the package."""
    return sorted(Path("tests/journeys").glob(f"{mechanism.test}*.py"))


def _keys(keys: str) -> str:
    return ", ".join(f"`{key}`" for key in keys.split()) or "—"
