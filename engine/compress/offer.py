"""What is offered of an export: only what agrees with the run, and is quicker on this computer."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compress.graph import BRIEF, OUTPUTS
from engine.compress.runtimes import GAIN, Running, open_model, take_turns
from engine.compress.values import ONNX_RUNTIME, OPENVINO, FileTime
from engine.compress.verify import Comparison
from engine.network.numerics import DEFAULT_THREADS

Stages = Generator[tuple[str, int, int], None, "Offer"]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A model of one precision, held against the run in one runtime."""

    model: bytes
    precision: str
    runtime: str
    held: Comparison


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What is written.

    Attributes
    ----------
    made : the model, with what is to run it here
    int8 : "" not made, "offered", "slower", "inexact"
    times : of all that agree with the run, where there were several
    """

    made: Made
    int8: str
    times: tuple[FileTime, ...]


def choose(made: Sequence[Made], pixels: NDArray[np.uint8], name: str, *, brief: bool) -> Stages:
    """Time what agrees with the run in turns, and choose.

    8-bit integers are offered where they agree and take at most 95 % of float32's time, OpenVINO
    where it takes at most 95 % of ONNX Runtime's; what is nearly as quick could be so by chance.

    Parameters
    ----------
    made
        The first in float32 and ONNX Runtime: it stands where nothing better does.
    pixels
        uint8 (h, w) or (h, w, 3), one image as the network sees it.
    name
        Of the file, for messages.
    brief
        Whether the models give no map.

    Yields
    ------
    tuple
        ("timing", done, total), where there is something to choose.

    Raises
    ------
    RunError
        A runtime cannot run its model.
    """
    first = made[0]
    fit = [each for each in made if not each.held.reason]
    median: dict[tuple[str, str], float] = {}
    if first in fit and len(fit) > 1:
        works = {
            (each.precision, each.runtime): _passing(
                open_model(each.model, name, DEFAULT_THREADS, each.runtime), pixels, brief
            )
            for each in fit
        }
        median = yield from take_turns(works)
    chosen, int8 = pick(made, median)
    size = (int(pixels.shape[0]), int(pixels.shape[1]))
    times = tuple(
        FileTime(runtime, precision, DEFAULT_THREADS, size, ms)
        for (precision, runtime), ms in median.items()
    )
    return Offer(chosen, int8, times)


def pick(made: Sequence[Made], median: Mapping[tuple[str, str], float]) -> tuple[Made, str]:
    """The one to write, and what came of 8-bit integers; see :class:`Offer`.

    Parameters
    ----------
    median
        Milliseconds by precision and runtime, of those that agree; empty where nothing was timed.
    """
    int8 = "inexact" if any(each.precision == "int8" for each in made) else ""
    if not median:
        return made[0], int8
    precision, (runtime, ms) = "float32", _quicker(median, "float32")
    if any(kind == "int8" for kind, _ in median):
        other, small = _quicker(median, "int8")
        int8 = "offered" if small <= GAIN * ms else "slower"
        if int8 == "offered":
            precision, runtime = "int8", other
    wanted = precision, runtime
    return next(each for each in made if (each.precision, each.runtime) == wanted), int8


def _passing(running: Running, pixels: NDArray[np.uint8], brief: bool) -> Callable[[], object]:
    outputs = BRIEF if brief else OUTPUTS[:3]
    return lambda: running.run(pixels[None], outputs)


def _quicker(median: Mapping[tuple[str, str], float], precision: str) -> tuple[str, float]:
    """The runtime to take for a precision, and its time."""
    usual, other = (median.get((precision, name), np.inf) for name in (ONNX_RUNTIME, OPENVINO))
    return (OPENVINO, other) if other <= GAIN * usual else (ONNX_RUNTIME, usual)
