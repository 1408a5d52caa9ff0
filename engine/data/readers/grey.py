"""The grey window of a set's files with more than 8 bits: one for all, found once, from all.

Cameras of 10, 12 and 14 bits write files of 16: spread over all 65,536 values, sixteen grey levels
would be left of 12 bits.
"""

from __future__ import annotations

import hashlib
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from engine.core.errors import DataError, TransferLensError
from engine.core.files import write_atomic
from engine.core.folders import cache_folder
from engine.core.values import Problem
from engine.data.image import deep_maximum
from engine.data.sample import FULL_RANGE, Sample

log = logging.getLogger(__name__)

STEPS = (255, 1023, 4095, 16383, 65535)
"""Largest values of 8, 10, 12, 14 and 16 bits."""

WINDOW_FOUND = (
    "{count} files have more than 8 bits. Their largest value is {largest}, so they hold {bits} "
    "bits: grey values from 0 to {high} become 0 to 255, in all files alike. The grey window can "
    "be changed."
)
WINDOW_SAID = (
    "{count} files have more than 8 bits: grey values from {low} to {high} become 0 to 255."
)
WINDOW_FRACTIONS = (
    "{count} files hold fractions up to {largest}: values from 0 to {high} become 0 to 255, in all "
    "files alike. The grey window can be changed."
)


def find_grey(
    samples: list[Sample], deep: list[int], said: tuple[float, ...], root: Path
) -> tuple[tuple[float, float], list[Problem]]:
    """The grey window of a set, and what to say of it.

    Parameters
    ----------
    deep
        Places of the samples with more than 8 bits.
    said
        What a person, or a run, says; () looks into all those files.

    Raises
    ------
    DataError
        `said` is no window.
    """
    if said:
        low, high = check_window(said)
        if not deep:
            return (low, high), []
        values = {"count": str(len(deep)), "low": f"{low:g}", "high": f"{high:g}"}
        return (low, high), [Problem(str(root), WINDOW_SAID, values, "note")]
    if not deep:
        return FULL_RANGE, []
    largest, count = _largest([samples[place].location for place in deep])
    if not count:
        return FULL_RANGE, []
    if largest <= 1 or not float(largest).is_integer():
        high = 1.0 if largest <= 1 else largest
        values = {"count": str(count), "largest": f"{largest:.4g}", "high": f"{high:.4g}"}
        return (0.0, float(high)), [Problem(str(root), WINDOW_FRACTIONS, values, "note")]
    step = next((each for each in STEPS if largest <= each), 0)
    high = float(step or largest)
    values = {
        "count": str(count),
        "largest": f"{largest:.0f}",
        "bits": str(int(high).bit_length()),
        "high": f"{high:.0f}",
    }
    return (0.0, high), [Problem(str(root), WINDOW_FOUND, values, "note")]


def check_window(values: tuple[float, ...]) -> tuple[float, float]:
    """A grey window as a person said it.

    Raises
    ------
    DataError
        There are not two numbers, the first below the second.
    """
    if len(values) != 2 or not values[0] < values[1] or not all(abs(v) < 1e12 for v in values):
        raise DataError("A grey window is two values, the lower one first, such as 0 and 4095.")
    return float(values[0]), float(values[1])


def _largest(files: list[str]) -> tuple[float, int]:
    """The largest value of the files with more than 8 bits, and how many these are; kept, for all
    of them are decoded.
    """
    key, place = _key(files), None
    if key:
        place = cache_folder() / "grey" / f"{key[:24]}.json"
        try:
            kept = json.loads(place.read_text("utf-8"))
            return float(kept["largest"]), int(kept["count"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
    with ThreadPoolExecutor(2) as pool:
        values = [value for value in pool.map(_maximum, files) if value is not None]
    found = (max(values, default=0.0), len(values))
    if place is not None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(place, json.dumps({"largest": found[0], "count": found[1]}))
        except (OSError, TransferLensError) as error:
            log.warning("the grey window is not kept: %s", error)
    return found


def _key(files: list[str]) -> str:
    digest = hashlib.sha256()
    try:
        for file in files:
            status = Path(file).stat()
            digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    except OSError:
        return ""
    return digest.hexdigest()


def _maximum(file: str) -> float | None:
    try:
        return deep_maximum(Path(file))
    except DataError:
        return None  # `check` names it
