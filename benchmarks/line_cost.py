"""What a line costs: files and lines of code in its folder, and files elsewhere that know of it."""

import io
import tokenize
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
LINES = (
    "publicity", "projects", "scholarships", "studios", "legal_aid",
    "governance", "cadres", "leagues", "academy", "workforce_reform", "safety", "stability", "mutual_aid", "recuperation", "family", "jobs",
    "emergency", "rural", "mediation", "supervision", "bargaining", "democracy", "harmony", "service_centres", "stats", "integration",
)  # fmt: skip
MOST = 250  # lines of code, the median of them
SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER}


def run() -> bool:
    """Print a row a line and the median against MOST; tell whether it holds and nothing elsewhere knows of any of them."""
    print(f"{'line':14} files  lines of code  elsewhere")
    found = []
    for slug in LINES:
        folders = list((ROOT / "src/gonghui/lines").glob(f"*/{slug}"))
        if not folders:
            print(f"{slug:14} not built")
            continue
        files = files_of(folders[0])
        code, known = sum(map(lines_of, files)), knowing(folders[0])
        found.append((code, known))
        print(f"{slug:14} {len(files):5}  {code:13}  {len(known)} {' '.join(known)}".rstrip())
    middle = median(code for code, _known in found)
    print(f"median {middle:g} lines of code, at most {MOST}; files elsewhere {sum(len(known) for _code, known in found)}, at most 0")
    return len(found) == len(LINES) and middle <= MOST and not any(known for _code, known in found)


def files_of(folder: Path) -> list[Path]:
    """Code and templates of a line, without migrations."""
    return [p for p in sorted(folder.rglob("*")) if p.suffix in (".py", ".html") and "migrations" not in p.parts and p.stat().st_size]


def lines_of(path: Path) -> int:
    """Lines that hold code: no blank line, comment or docstring; of a template every line that is not blank."""
    text = path.read_text()
    if path.suffix == ".html":
        return sum(bool(line.strip()) for line in text.splitlines())
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    held: set[int] = set()
    for before, token in zip([None, *tokens], tokens, strict=False):
        opens = before is None or before.type in (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT)
        if token.type not in SILENT and not (token.type == tokenize.STRING and opens and token.string.startswith('"""')):
            held |= set(range(token.start[0], token.end[0] + 1))
    return len(held)


def knowing(folder: Path) -> list[str]:
    """Files of the house outside the line's folder, and the rehearsal's module or package of it, that name it."""
    names = (f"lines.{folder.parent.name}.{folder.name}", f"{folder.parent.name}_{folder.name}")
    own = ROOT / f"src/gonghui/rehearsal/lines/{folder.name}"
    others = (p for p in (ROOT / "src").rglob("*.py") if folder not in p.parents and own not in (p.with_suffix(""), p.parent))
    return [str(p.relative_to(ROOT)) for p in others if any(name in p.read_text() for name in names)]


if __name__ == "__main__":
    raise SystemExit(not run())
