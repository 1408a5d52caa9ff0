"""Reading the next file while one is judged: a quick inspector waits for its decoder otherwise."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

AHEAD = 2
"""Files that are read before they are asked for: one may be slow to decode."""


def read_ahead(
    paths: Sequence[Path], read: Callable[[Path], T]
) -> Generator[tuple[Path, Future[T]], None, None]:
    """Name files in order, each with what reading it gives or raises.

    The decoders give up the interpreter's lock, so reading and judging run side by side.

    Parameters
    ----------
    read
        Called with one path at a time, in another thread.
    """
    with ThreadPoolExecutor(1, "read-ahead") as pool:
        under_way: deque[tuple[Path, Future[T]]] = deque()
        try:
            for path in paths:
                under_way.append((path, pool.submit(read, path)))
                if len(under_way) > AHEAD:
                    yield under_way.popleft()
            while under_way:
                yield under_way.popleft()
        finally:
            for _, future in under_way:
                future.cancel()
