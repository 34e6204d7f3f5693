"""Fetches front-end files through npm into the tree, pinned, with their licences. Demo and tests need no npm."""

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "src/gonghui/faces/kit/static/vendor"
PACKAGES = {
    "htmx.org@2.0.11": ("0BSD", ("dist/htmx.min.js",)),
    "weui@2.6.26": ("MIT", ("dist/style/weui.min.css",)),
    "echarts@6.1.0": ("Apache-2.0", ("dist/echarts.common.min.js", "licenses/*")),
    "echarts@4.9.0": ("Apache-2.0", ("map/json/province/*.json",)),  # the last one that brings outlines: docs/decisions/0028-cockpit.md
}


def main() -> None:
    rows = []
    for pinned, (licence, patterns) in PACKAGES.items():
        name, version = pinned.split("@")
        home = FOLDER / f"{name}-{version}"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["npm", "pack", "--silent", pinned], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
                archive.extractall(folder, filter="data")
            package = Path(folder) / "package"
            for file in sorted(path for pattern in (*patterns, "LICENSE*", "NOTICE*") for path in package.glob(pattern)):
                target = home / file.name
                shutil.copy(file, target)
                rows.append((name, version, licence, target.name, hashlib.sha256(target.read_bytes()).hexdigest()))
    lines = [
        "# Front-end files kept here",
        "",
        "Fetched by `python tools/vendor.py`.",
        "",
        "| name | version | licence | file | sha256 |",
        "|---|---|---|---|---|",
    ]
    (FOLDER / "VENDOR.md").write_text("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n")


if __name__ == "__main__":
    main()
