"""How long work takes on this computer: kept from what it took before, and scaled to what is asked.

A run is optimiser steps, as many as its recipe says, and the rest: reading, the live validations
and judging, which grow with the pixels of the data set. Both are timed whenever a run is finished.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from typing import Any

import torch

from engine.core.errors import RunError
from engine.core.event import Event
from engine.core.files import write_atomic
from engine.core.folders import cache_folder
from engine.core.recipe import Recipe, View
from engine.core.runtime import choose_device, processor_name
from engine.data.sizes import image_sizes
from engine.data.store import ImageStore
from engine.network.numerics import DEFAULT_THREADS
from engine.training.messages import RunFinished
from engine.training.values import Expected, Pace

FILE = "paces.json"

MOST = 256 * 1024
"""Bytes of the file at most; a larger one is not ours."""


def expected(
    pace: Pace | None, iterations: int, megapixels: float, limit: float = 0.0
) -> Expected | None:
    """What a run would take.

    Parameters
    ----------
    pace
        Of such a run here; None if there was none, which is answered with None.
    iterations
        Optimiser steps; 0 for what is fitted in closed form.
    megapixels
        Of all images of the data set together.
    limit
        Seconds after which the steps end at the latest; 0: none.
    """
    if pace is None:
        return None
    steps = iterations * pace.step
    steps = min(steps, limit) if limit else steps
    return Expected(steps + pace.rest * megapixels, pace.day)


def megapixels(store: ImageStore) -> float:
    """Millions of pixels of all images together, from a spread of their sizes."""
    sizes, _ = image_sizes(store)
    seen = sum(number for _, number in sizes)
    if not seen:
        return 0.0
    mean = sum(width * height * number for (width, height), number in sizes) / seen
    return mean * len(store.data.samples) / 1e6


def run_key(recipe: Recipe, view: View, store: ImageStore, device: str = "auto") -> str:
    """What a run's pace depends on, but for how many steps it makes and how many images there are.

    Another processor, device or number of threads has a pace of its own.
    """
    shown: tuple[object, ...] = (recipe.window, recipe.crop, recipe.crop_from)
    if view is not View.PATCHES:
        sizes, _ = image_sizes(store)
        shown = (recipe.whole_side, recipe.window, sizes[0][0] if sizes else ())
    parts = (
        recipe.network,
        recipe.trains_backbone,
        view.value,
        recipe.batch,
        recipe.precision.value,
        recipe.micro_batch,
        recipe.threads or DEFAULT_THREADS,
        shown,
    )
    return f"{recipe.setting.value} {_digest(parts, device)}"


def part_key(name: str) -> str:
    """Key of something that only the computer decides the pace of."""
    return f"{name} {_digest((DEFAULT_THREADS,), 'auto')}"


def _digest(parts: tuple[object, ...], wanted: str) -> str:
    device = choose_device(wanted)
    cuda = device.type == "cuda"
    where = torch.cuda.get_device_name(device) if cuda else processor_name()
    whole = (where, os.cpu_count(), str(device), *parts)
    return hashlib.sha256(repr(whole).encode()).hexdigest()[:16]


PROBE = "answer-probe"
"""Name of the pace of the first answer's probe: seconds a megapixel that it looks at."""

LOWER, BACK, JUDGED = 0.8, 3.0, 0.5
"""Share of a forward pass that the probe makes, what a training step takes in forward passes (a
backward one takes twice a forward one), and the share of a data set that a run judges, roughly.
"""


def from_probe(probe: Pace | None, recipe: Recipe) -> Pace | None:
    """The pace of a run of the probe's own network, worked out from the probe's; None for others.

    A step passes as many pixels as its batch of windows has.
    """
    if probe is None or recipe.network != "vgg16" or recipe.view not in (View.AUTO, View.PATCHES):
        return None
    forward = probe.rest / LOWER
    passes = BACK if recipe.trains_backbone else 1.0
    pixels = recipe.batch * recipe.window**2 / 1e6
    return Pace(passes * pixels * forward, JUDGED * forward, probe.day)


# ---------------------------------------------------------------------- keeping


def kept(key: str) -> Pace | None:
    """Read a pace of this computer; None where there is none, or it cannot be read."""
    try:
        values = _read()[key]
        pace = Pace(float(values["step"]), float(values["rest"]), str(values["day"]))
        dt.date.fromisoformat(pace.day)
    except (KeyError, TypeError, ValueError):
        return None
    return pace if pace.step >= 0 and pace.rest >= 0 else None


def keep(key: str, step: float, rest: float) -> None:
    """Keep a pace, today's: seconds a step, and seconds a megapixel of the data set."""
    pace = Pace(step, rest, dt.datetime.now().astimezone().date().isoformat())
    with suppress(RunError, OSError):  # only an estimate is lost
        cache_folder().mkdir(parents=True, exist_ok=True)
        write_atomic(cache_folder() / FILE, json.dumps(_read() | {key: asdict(pace)}, indent=1))


def _read() -> dict[str, dict[str, Any]]:
    file = cache_folder() / FILE
    try:
        if file.stat().st_size > MOST:
            return {}
        held = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


class Stopwatch:
    """Times a run without the time it was held or others had the lane, and keeps its pace."""

    def __init__(self) -> None:
        self._key, self._megapixels = "", 0.0

    def knows(self, recipe: Recipe, view: View, store: ImageStore, device: str) -> None:
        """Say what kind of run it is."""
        self._key = run_key(recipe, view, store, device)
        self._megapixels = megapixels(store)

    def over(self, work: Iterator[Event | None]) -> Generator[Event | None, None, None]:
        """Do a run's work; a run that came to its end has a pace, one that was stopped none."""
        spent = 0.0
        with closing(work):  # type: ignore[type-var]
            while True:
                began = time.perf_counter()
                try:
                    event = next(work)
                except StopIteration:
                    return
                spent += time.perf_counter() - began
                if isinstance(event, RunFinished):
                    self._finish(event, spent)
                yield event

    def _finish(self, event: RunFinished, spent: float) -> None:
        run = event.run
        if run.state != "done" or not self._key or not self._megapixels:
            return
        steps = 0.0 if run.recipe.fitted else run.seconds
        rest = max(0.0, spent - steps) / self._megapixels
        keep(self._key, steps / max(1, run.iteration), rest)
