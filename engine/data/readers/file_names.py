"""Parts of file names as plain text: a hundred thousand Path objects would cost seconds."""

from __future__ import annotations

import os
import re


def name_of(path: str) -> str:
    """The last part of a path."""
    return path.rpartition(os.sep)[2]


def ending_of(name: str) -> str:
    """The ending of a name with its dot; "" where it has none, or begins with its only dot."""
    stem, dot, ending = name_of(name).rpartition(".")
    return f"{dot}{ending}" if stem else ""


def stem_of_file(path: str) -> str:
    """The last part of a path, whichever separators it has, without its ending."""
    name = re.split(r"[/\\\\]", path)[-1]
    ending = ending_of(name)
    return name.removesuffix(ending) if ending else name
