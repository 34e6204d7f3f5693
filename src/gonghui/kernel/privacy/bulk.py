"""Sealing whole columns: the same boxes as `crypto`, made in worker processes when there are many."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from django.conf import settings

from . import crypto

FEW = 5_000


def seal_rows(rows: list[tuple[str, ...]], uses: tuple[str, ...]) -> list[tuple]:
    """
    For each row of texts return (salt, box and blind hash of each text).

    uses: the blind-hash use of each text ('id', 'phone'). An empty text gives an empty box and None.
    """
    if len(rows) < FEW:
        return _seal(rows, uses)
    workers = os.cpu_count() or 1
    step = -(-len(rows) // (workers * 2))
    pieces = [rows[i : i + step] for i in range(0, len(rows), step)]
    sealed = _pool().map(_seal_in_worker, pieces, [uses] * len(pieces))
    return [row for piece in sealed for row in piece]


@cache
def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=os.cpu_count() or 1, mp_context=get_context("spawn"), initializer=_start, initargs=(settings.DATA_KEY,))


def _start(key: str) -> None:
    if not settings.configured:
        settings.configure(DATA_KEY=key)


def _seal_in_worker(rows, uses):
    return _seal(rows, uses)


def _seal(rows, uses) -> list[tuple]:
    made = []
    for texts in rows:
        salt = crypto.new_salt()
        row = [salt]
        key = crypto.subject_key(salt)
        for use, text in zip(uses, texts, strict=True):
            row += [crypto.seal_with(key, text), crypto.blind(use, text)] if text else [b"", None]
        made.append(tuple(row))
    return made
