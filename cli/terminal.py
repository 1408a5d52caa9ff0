"""Talking to a terminal: progress on stderr, one JSON line on stdout, exit codes."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import closing
from enum import IntEnum
from typing import Any, TypeVar

from engine.core.table import Table

T = TypeVar("T")


class Exit(IntEnum):
    """Exit codes that scripts rely on."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    UNREADABLE = 4
    CANCELLED = 130


class Progress:
    """A progress line on stderr: rewritten in a terminal, a line now and then in a log file.

    Attributes
    ----------
    live : whether stderr is a terminal
    """

    LOG_EVERY = 10.0

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self._width = 0
        self._last = 0.0

    def show(self, text: str, *, keep: bool = False) -> None:
        """Show `text`; `keep` leaves it standing and starts a new line."""
        if self.live:
            end = "\n" if keep else ""
            print(f"\r{text:<{self._width}}", end=end, file=sys.stderr, flush=True)
            self._width = 0 if keep else len(text)
        elif keep or time.monotonic() - self._last >= self.LOG_EVERY:
            print(text, file=sys.stderr, flush=True)
            self._last = time.monotonic()

    def clear(self) -> None:
        """Remove the current line."""
        if self.live and self._width:
            print(f"\r{' ' * self._width}\r", end="", file=sys.stderr, flush=True)
            self._width = 0


def follow(
    progress: Progress,
    name: str,
    work: Generator[tuple[str, int, int], None, T],
    stages: Mapping[str, str],
) -> T:
    """Run a generator of (stage, done, total) to its end, with a line of progress."""
    with closing(work):
        try:
            while True:
                stage, done, total = next(work)
                count = f" {done}/{total}" if total > 1 else ""
                progress.show(f"{name}: {stages.get(stage, stage)}{count}")
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            progress.clear()


def say(text: str = "") -> None:
    """Print a line of results for people."""
    print(text, flush=True)


def fail(text: str) -> None:
    """Print one line on stderr."""
    print(f"transferlens: {text}", file=sys.stderr, flush=True)


def print_json(values: dict[str, Any]) -> None:
    """Print the last line of stdout: one JSON object, undefined values as null."""
    print(json.dumps(values, ensure_ascii=False, allow_nan=False), flush=True)


def clock(seconds: float | None) -> str:
    """Format a duration, for example 1:05 or 1:02:03; "-" if unknown."""
    if seconds is None:
        return "-"
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def percent(value: float | None, digits: int = 2) -> str:
    """Format a rate in [0, 1] as a percentage; "n/a" if undefined."""
    return "n/a" if value is None else f"{100 * value:z.{digits}f} %"


def table(found: Table[Any]) -> str:
    """Align a table as plain text."""
    rows = (found.heads, *found.shown)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def area(value: float | None) -> str:
    """Format an area under a curve; "n/a" if undefined."""
    return "n/a" if value is None else f"{value:.4f}"
