"""Reading what comes from outside: sizes and depths are bounded before anything is parsed.

A file of a project may have been edited, cut off, or written by somebody else. Whatever is wrong
with it ends as one of `DAMAGED`, which readers turn into a sentence with the file and the cure.
"""

from __future__ import annotations

import csv
import json
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import cattrs

LARGEST = 256 * 2**20
"""Bytes of a text file that is read whole: runs of a million images stay below."""

DEEPEST = 64
"""Brackets inside brackets; nothing of ours nests so deep."""

_MARKS = re.compile(r"""[\[\]{}]|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
"""Brackets, and quoted texts, in which they mean nothing."""

DAMAGED = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    RecursionError,
    MemoryError,
    csv.Error,
    zipfile.BadZipFile,
    cattrs.BaseValidationError,
)
"""What reading something from outside may raise."""


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text of a file in UTF-8.

    Raises
    ------
    OSError, ValueError
        It cannot be read, is larger than `largest` bytes, or is no such text.
    """
    with path.open("rb") as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:
        raise ValueError(f"larger than {largest >> 20} MB")
    return raw.decode("utf-8")


def check_depth(text: str, deepest: int = DEEPEST) -> None:
    """Refuse brackets nested deeper than `deepest`, those in quotes apart; JSON and TOML alike.

    Raises
    ------
    ValueError
        It is nested deeper.
    """
    depth = 0
    for found in _MARKS.finditer(text):
        sign = found[0]
        if sign in "[{":
            depth += 1
            if depth > deepest:
                raise ValueError(f"nested deeper than {deepest}")
        elif sign in "]}":
            depth -= 1


def parse_json(text: str) -> Any:
    """What a JSON text says; ValueError if it is none or nests too deep."""
    check_depth(text)
    return json.loads(text)


def read_json(path: Path, largest: int = LARGEST) -> Any:
    """What a JSON file says; `DAMAGED` if it is none."""
    return parse_json(read_text(path, largest))


def read_toml(path: Path, largest: int = LARGEST) -> dict[str, Any]:
    """What a TOML file says; `DAMAGED` if it is none."""
    text = read_text(path, largest)
    check_depth(text)
    return tomllib.loads(text)
