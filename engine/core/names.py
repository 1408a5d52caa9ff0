"""Names that people give to what becomes a folder: usable on every system a project is taken to."""

from __future__ import annotations

import re

LONGEST = 60
"""Characters, so that Windows' 260 of a whole path last for what lies in the folder."""

_NAME = re.compile(rf"[\w][\w .()+-]{{0,{LONGEST - 1}}}")
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³]) *(\..*)?", re.IGNORECASE)
"""Devices of Windows: also with spaces or an ending behind them."""


def usable(name: str) -> bool:
    """Whether a name can be a folder's on Linux, macOS and Windows."""
    return bool(_NAME.fullmatch(name)) and name[-1] not in " ." and not _RESERVED.fullmatch(name)
