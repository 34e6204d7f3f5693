"""What the subcommands do. Each sets Django up first, because some choose the database before."""

import json
import os
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path


def set_up(url: str = "", var: Path | None = None) -> None:
    """Start Django on a database; by default the one the environment names."""
    if url:
        os.environ["GONGHUI_DATABASE_URL"] = url
    if var:
        os.environ["GONGHUI_VAR"] = str(var)
    import django
    from django.conf import settings

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    django.setup()


@contextmanager
def refusals_on_stderr():
    """A refusal is an answer, not a traceback."""
    from gonghui.kernel.refusal import Refused

    try:
        yield
    except Refused as refused:
        print(refused.text, file=sys.stderr)
        sys.exit(2)


def migrate(options=None) -> None:
    owner = os.environ.get("GONGHUI_OWNER_URL", "")
    set_up(owner)
    from django.core.management import call_command

    from gonghui.kernel import indexes
    from gonghui.kernel.access import policies
    from gonghui.kernel.indicators import touched

    from .fresh import build

    build()
    call_command("migrate", verbosity=0, interactive=False)
    walled = policies.build()
    touched.build()
    indexes.build()
    print(f"migrated; tables behind row-level security: {walled}")


def serve(options) -> None:
    set_up()
    from django.conf import settings
    from granian import Granian
    from granian.constants import Interfaces

    workers = 1 if "sqlite" in settings.DATABASES["default"]["ENGINE"] else options.workers
    Granian(
        "gonghui.house.asgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.ASGI,
        workers=workers,
        log_enabled=True,
        respawn_failed_workers=True,  # a worker that was killed comes back; the others go on
        workers_kill_timeout=15,
    ).serve()


def demo(options) -> int:
    var = Path(os.environ.get("GONGHUI_VAR", "var")).absolute()
    if options.fresh and var.exists():
        shutil.rmtree(var)
    built = var / "accounts.json"
    set_up()
    if not built.exists():
        if var.exists():
            for leftover in var.glob("gonghui.sqlite3*"):
                leftover.unlink()
        migrate()
        accounts = _rehearse(1.0, 2024)
        built.write_text(json.dumps(accounts, ensure_ascii=False, indent=1))
    print(f"\n工会一张网 演示 / demonstration: http://127.0.0.1:{options.port}/  办公端 office: http://127.0.0.1:{options.port}/office/")
    for row in json.loads(built.read_text()):
        print(f"  {row['label']:<14}{row['login']:<14}{row['password']}")
    print("手机端验证码显示在页面上。Codes for phones are shown on the page. Ctrl+C 停止 / stops.\n", flush=True)
    if options.build_only:
        return 0
    options.host, options.workers = "127.0.0.1", 1
    serve(options)
    return 0


def rehearse(options) -> None:
    migrate()
    for row in _rehearse(options.scale, options.seed):
        print(f"  {row['label']:<14}{row['login']:<14}{row['password']}")


def _rehearse(scale: float, seed: int) -> list[dict]:
    from gonghui.rehearsal.federation import build

    started = time.monotonic()
    return build(scale=scale, seed=seed, progress=lambda text: print(f"  {time.monotonic() - started:6.1f} s  {text}", flush=True))


def _viewer_of(login: str):
    from gonghui.kernel.access.models import Account
    from gonghui.kernel.access.viewer import Viewer

    account = Account.objects.for_act("command").filter(login=login).first()
    if account is None:
        sys.exit(f"没有账号 / no account: {login}")
    return Viewer(account)


def _text_of(file: Path) -> str:
    """A text as UTF-8 or as Windows in China writes it."""
    try:
        data = file.read_bytes()
    except OSError as error:
        sys.exit(f"读不到文件 / cannot read: {error}")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    sys.exit(f"不是文本文件 / not a text: {file}")


def node_of(code: str):
    from gonghui.kernel.tree.models import Node

    node = Node.objects.for_act("command").filter(code=code).first()
    if node is None:
        sys.exit(f"没有组织 / no node: {code}")
    return node


def read(options) -> None:
    set_up()
    from gonghui.faces.reading import read as find
    from gonghui.faces.reading.comparing import compared
    from gonghui.faces.reading.telling import as_json, as_table
    from gonghui.kernel.access.wall import trusted

    told = find(_text_of(options.file), options.period)
    rows = [(one, None) for one in told]
    if options.node:
        with refusals_on_stderr(), trusted():
            rows = compared(told, node_of(options.node))
    print("\n".join(as_json(one, made) for one, made in rows) if options.json else as_table(rows))


def lottery(options) -> int:
    """Draw a published lottery again, from its file alone."""
    import json

    from gonghui.kernel.turnstile.draw import faults

    try:
        told = json.loads(options.file.read_text(encoding="utf-8"))
        wrong = faults(told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        print(f"{options.file}: 不是抽签文件 / not a published draw ({type(fault).__name__})", file=sys.stderr)
        return 2
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    print(f"{len(told['order'])} entries, {'differs' if wrong else 'drawn again: the same order'}")
    return 1 if wrong else 0


def replay(options) -> int:
    with tempfile.TemporaryDirectory(prefix="gonghui-replay-") as folder:
        home = options.keep or Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        set_up(options.database or f"sqlite:///{home / 'replay.sqlite3'}", home)
        migrate()
        from gonghui.rehearsal.replay import replay as run

        only = [part for part in options.only.split(",") if part]
        return run(options.file, lines=[part for part in options.lines.split(",") if part], scale=options.scale, only=only)


def intake(options) -> int:
    set_up()
    from django.core.files.uploadedfile import SimpleUploadedFile

    from gonghui.kernel.access.wall import trusted
    from gonghui.kernel.intake.acts import carry_on, check, start
    from gonghui.kernel.ledger.do import do

    with refusals_on_stderr(), trusted():
        viewer = _viewer_of(options.account)
        upload = SimpleUploadedFile(options.file.name, options.file.read_bytes())
        batch = do(check, viewer, node=node_of(options.node), kind=options.kind, file=upload).subject
        print(f"total {batch.total}, good {batch.good}, bad {batch.bad}")
        for row, column, says in batch.errors.order_by("row").values_list("row", "column", "says")[:50]:
            print(f"  row {row} {column}: {says}")
        if not options.dry_run and batch.good:
            batch = carry_on(do(start, viewer, batch).subject, progress=lambda b: print(f"  {b.done}/{b.good}", flush=True))
            print(f"done {batch.done}")
        return 0 if batch.bad == 0 else 1


def verify(options) -> int:
    set_up()
    from gonghui.kernel.ledger.chain import verify as walk
    from gonghui.kernel.ledger.models import Link

    count = [0]
    broken = walk(lambda link: count.__setitem__(0, count[0] + 1))
    print(f"first broken link: {broken}" if broken else f"every chain is whole: {count[0]} links of {Link.objects.count()}")
    return 1 if broken else 0


def catalogue(options) -> int:
    if options.examples:
        _examples(options.claims)
    set_up()
    from .catalogue import pages

    folder, stale, made = Path("docs/catalogue"), [], pages()
    for path in folder.rglob("*.md"):
        if str(path.relative_to(folder)) not in made:
            stale.append(path.name)
            if not options.check:
                path.unlink()
    for name, text in made.items():
        path = folder / name
        if not path.exists() or path.read_text() != text:
            stale.append(name)
            if not options.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
    print(f"{'stale' if options.check else 'written'}: {', '.join(stale) or 'none'}")
    return 1 if options.check and stale else 0


def _examples(claims: Path | None) -> None:
    """Build what the examples are of in a database that is thrown away, and write them down; without claims those of claims stay."""
    with tempfile.TemporaryDirectory(prefix="gonghui-examples-") as folder:
        set_up(f"sqlite:///{Path(folder) / 'examples.sqlite3'}", Path(folder))
        migrate()
        from gonghui.rehearsal.federation import build
        from gonghui.rehearsal.replay import replay

        from . import examples, indicator_pages

        examples.built(build)
        made, kept = examples.examples(), json.loads(indicator_pages.EXAMPLES.read_text())
        wanted = {key for key, one in made.items() if examples.lacking(one)} | examples.DRAWN
        printed = examples.published(claims, wanted, replay) if claims else {key: kept[key] for key in wanted & kept.keys() if "claim" in kept[key]}
        lines = (f"{json.dumps(key)}: {json.dumps(one, ensure_ascii=False)}" for key, one in sorted((made | printed).items()))
        indicator_pages.EXAMPLES.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def token(options) -> None:
    set_up()
    from gonghui.faces.kit.signin import new_token

    print(new_token(_viewer_of(options.account).account))
