"""Tables as spreadsheets and scripts leave them: any separator, encoding and line end.

Understood are "sep=" lines, comment lines (#), blank lines, a head or none, cells of any length.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import DataError
from engine.data.header import ENDINGS

LARGEST = 256 * 2**20
"""Bytes of a table."""

SUFFIXES = (".csv", ".tsv")
"""Endings of tables."""

_PICTURES = tuple(ending for endings in ENDINGS.values() for ending in endings)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read.

    Attributes
    ----------
    path : its file
    header : headings, each once; "column 1" and so on where the file has none
    rows : cells as text, as many as headings in each
    headless : the file has no headings
    """

    path: Path
    header: list[str]
    rows: list[list[str]]
    headless: bool = False

    def column(self, heading: str) -> list[str]:
        """The cells below a heading."""
        place = self.header.index(heading)
        return [row[place] for row in self.rows]

    def dictionaries(self) -> list[dict[str, str]]:
        """Rows by heading."""
        return [dict(zip(self.header, row, strict=True)) for row in self.rows]


def decoded(raw: bytes) -> str:
    """The text of a table: UTF-8 or UTF-16 with a mark, UTF-8, Korean or Western Windows.

    Korean (cp949) and Western (cp1252) bytes are told apart by what they would say: text whose
    letters beyond ASCII are all Korean syllables is Korean.
    """
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        text = ""
    beyond = [char for char in text if ord(char) > 127]
    if beyond and sum("가" <= char <= "힣" for char in beyond) >= 0.9 * len(beyond):
        return text
    return raw.decode("cp1252", errors="replace")


def read_table(path: Path) -> Table:
    """Read a table.

    Raises
    ------
    DataError
        It cannot be opened, is too large, or is no table; the message names it.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DataError("{path}: too large for a table of images. Split it.", path=path)
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(
            "{path}: cannot be opened ({why}).", path=path, why=error.strerror
        ) from error
    text = re.sub(r"\r\n?", "\n", decoded(raw)).replace("\0", "")
    told = re.match(r'\s*"?sep=(.)"?[ ,;\t]*\n', text, re.IGNORECASE)
    if told is not None:
        text = text[told.end() :]
    try:
        lines = _rows(text, told[1] if told else _separator(text))
    except csv.Error as error:
        raise DataError(
            "{path}: cannot be read as a table ({why}). Save it as CSV again.", path=path, why=error
        ) from error
    if not lines:
        return Table(path, [], [])
    headless = _is_data(lines[0])
    width = max(map(len, lines)) if headless else len(lines[0])
    header = [f"column {place}" for place in range(1, width + 1)] if headless else _once(lines[0])
    body = lines if headless else lines[1:]
    return Table(path, header, [(row + [""] * width)[:width] for row in body], headless)


def _separator(text: str) -> str:
    """The separator that cuts the first lines into most columns alike; "" for blanks."""
    lines = [each for each in text[:200_000].split("\n") if each.strip() and each[0] != "#"][:60]
    best, most = ",", (0.0, 0)
    for separator in (",", ";", "\t", "|", ""):
        try:
            widths = Counter(len(row) for row in _rows("\n".join(lines), separator))
        except csv.Error:
            continue
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        share = count / sum(widths.values())
        # A blank cuts sentences into words: it must cut all lines alike.
        if width < 2 or (separator == "" and share < 1):
            continue
        if (share, width) > most and (separator != "" or most == (0.0, 0)):
            best, most = separator, (share, width)
    return best


def _rows(text: str, separator: str) -> list[list[str]]:
    if not separator:
        rows = [line.split() for line in text.split("\n")]
    else:
        before = csv.field_size_limit(LARGEST)  # cells of any length; others keep their limit
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        finally:
            csv.field_size_limit(before)
    return [
        row
        for row in rows
        if any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#")
    ]


def _is_data(row: list[str]) -> bool:
    """Whether a first row is no head: a cell in it names a picture."""
    return any(cell.strip().lower().endswith(_PICTURES) for cell in row)


def _once(names: list[str]) -> list[str]:
    """Headings, those that come again or are empty numbered."""
    result: list[str] = []
    for place, name in enumerate(names, start=1):
        plain = name if name.strip() else f"column {place}"
        result.append(plain if plain not in result else f"{plain} ({place})")
    return result
