"""
Outlines 轮廓 of what hangs below a province: drawn by the server, so that a map is there without JavaScript and on paper.

They come as a package brings them (docs/decisions/0028-cockpit.md) and are never edited; a file is read when its province is asked for.
A node is known by its code of GB/T 2260, else by its name. Below a city there are none, nor for a federation that stands nowhere.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import cos, radians
from os.path import commonprefix
from pathlib import Path

from gonghui.faces import kit
from gonghui.kernel.tree.models import Node

from .lower import Lower

FOLDER = Path(kit.__file__).parent / "static/vendor/echarts-4.9.0"
WIDE = 1000  # of the picture; a point between two of its dots is drawn on one
PROVINCES = {
    "11": ("北京", "beijing"), "12": ("天津", "tianjin"), "13": ("河北", "hebei"), "14": ("山西", "shanxi"), "15": ("内蒙古", "neimenggu"),
    "21": ("辽宁", "liaoning"), "22": ("吉林", "jilin"), "23": ("黑龙江", "heilongjiang"), "31": ("上海", "shanghai"), "32": ("江苏", "jiangsu"),
    "33": ("浙江", "zhejiang"), "34": ("安徽", "anhui"), "35": ("福建", "fujian"), "36": ("江西", "jiangxi"), "37": ("山东", "shandong"),
    "41": ("河南", "henan"), "42": ("湖北", "hubei"), "43": ("湖南", "hunan"), "44": ("广东", "guangdong"), "45": ("广西", "guangxi"),
    "46": ("海南", "hainan"), "50": ("重庆", "chongqing"), "51": ("四川", "sichuan"), "52": ("贵州", "guizhou"), "53": ("云南", "yunnan"),
    "54": ("西藏", "xizang"), "61": ("陕西", "shanxi1"), "62": ("甘肃", "gansu"), "63": ("青海", "qinghai"), "64": ("宁夏", "ningxia"),
    "65": ("新疆", "xinjiang"), "71": ("台湾", "taiwan"), "81": ("香港", "xianggang"), "82": ("澳门", "aomen"),
}  # fmt: skip
Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class Outline:
    """An area: its code (empty where the file has none), name, path in the picture and where its name is written."""

    code: str
    name: str
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawn:
    """A picture: its size and its areas, each with the node below that stands there, if one does."""

    width: int
    height: int
    areas: list[tuple[Outline, Lower | None]]


def drawn(node: Node, rows: list[Lower]) -> Drawn | None:
    """The map of what hangs below a node; None where no outline is known, or none of them is a node's."""
    code = _province(node)
    if not code:
        return None
    height, outlines = _outlines(PROVINCES[code][1])
    found = {id(_of(one, node, outlines)): one for one in rows if not one.own}
    areas = [(outline, found.get(id(outline))) for outline in outlines]
    return Drawn(WIDE, height, areas) if any(one for _outline, one in areas) else None


def _province(node: Node) -> str:
    """The first two digits of a province; empty where the node is none."""
    if re.fullmatch(r"\d\d0000", node.code):
        return node.code[:2] if node.code[:2] in PROVINCES else ""
    names = {name: code for code, (name, _file) in PROVINCES.items() if node.kind == "province" and node.name.startswith(name)}
    return names[max(names, key=len)] if names else ""


def _of(row: Lower, above: Node, outlines: tuple[Outline, ...]) -> Outline | None:
    """The outline of a node: by its code, else the only one that shares the most first characters with its name, two at least."""
    by_code = next((one for one in outlines if one.code and one.code == row.node.code), None)
    if by_code:
        return by_code
    name = row.node.name.removeprefix(above.name.removesuffix("总工会"))
    shared = sorted(((len(commonprefix([name, one.name])), n) for n, one in enumerate(outlines)), reverse=True)
    best, second = shared[0], shared[1] if len(shared) > 1 else (0, 0)
    return outlines[best[1]] if best[0] >= 2 and best[0] > second[0] else None


@lru_cache(8)
def _outlines(file: str) -> tuple[int, tuple[Outline, ...]]:
    """The height of a province's picture and its areas, projected so that a kilometre is as long either way in its middle."""
    told = json.loads((FOLDER / f"{file}.json").read_text(encoding="utf-8"))
    areas = [(one, _rings(one["geometry"], bool(told.get("UTF8Encoding")))) for one in told["features"] if one["geometry"]["coordinates"]]
    points = [point for _one, rings in areas for ring in rings for point in ring]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    narrow = cos(radians((south + north) / 2))
    scale = WIDE / ((east - west) * narrow)

    def at(x: float, y: float) -> tuple[int, int]:
        return round((x - west) * narrow * scale), round((north - y) * scale)

    def path(rings: list[Ring]) -> str:
        return "".join(f"M{'L'.join(f'{x} {y}' for (x, y), _same in groupby(at(*p) for p in ring))}Z" for ring in rings)

    def named(one: dict, rings: list[Ring]) -> Outline:
        middle = at(*(one["properties"].get("cp") or max(rings, key=len)[0]))
        return Outline(str(one.get("id") or ""), one["properties"]["name"], path(rings), *middle)

    return round((north - south) * scale), tuple(named(*area) for area in areas)


def _rings(geometry: dict, encoded: bool) -> list[Ring]:
    """The rings of an area in degrees."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    if not encoded:
        return [[(x, y) for x, y, *_height in ring] for part in parts for ring in part]
    offsets = geometry["encodeOffsets"] if geometry["type"] == "MultiPolygon" else [geometry["encodeOffsets"]]
    return [_decoded(ring, start) for part, starts in zip(parts, offsets, strict=True) for ring, start in zip(part, starts, strict=True)]


def _decoded(text: str, start: list[int]) -> Ring:
    """Differences of 1/1024 of a degree, folded and put into characters, as ECharts writes them."""
    x, y = start
    ring = []
    for n in range(0, len(text) - 1, 2):
        x, y = (was + ((code >> 1) ^ -(code & 1)) for was, code in ((x, ord(text[n]) - 64), (y, ord(text[n + 1]) - 64)))
        ring.append((x / 1024, y / 1024))
    return ring
