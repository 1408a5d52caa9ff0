"""What runs an exported file: ONNX Runtime, and OpenVINO where it is installed."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from engine.compress.values import ONNX_RUNTIME, OPENVINO
from engine.core.errors import RunError

Key = TypeVar("Key")

INPUT = "pixels"

WARM_UP = 3
"""Passes that are not timed: the first ones take memory and choose algorithms."""

TURNS, ENOUGH, FEWEST = 20, 3.0, 3
"""Turns of those that are timed together; no more than these seconds of each, after so many."""

GAIN = 0.95
"""What is to be offered takes at most so much of the other's time: less is chance."""


class Running(Protocol):
    """A file that is ready to run."""

    def run(self, pixels: NDArray[np.uint8], outputs: Sequence[str]) -> list[NDArray[Any]]:
        """Outputs for a batch: uint8 (n, h, w) or (n, h, w, 3)."""


def runtimes() -> tuple[str, ...]:
    """Those that are installed; OpenVINO is optional, and nothing is said where it is not."""
    return (ONNX_RUNTIME, OPENVINO) if find_spec("openvino") else (ONNX_RUNTIME,)


def open_model(model: bytes, name: str, threads: int = 0, runtime: str = ONNX_RUNTIME) -> Running:
    """Make an ONNX model ready to run on the CPU.

    Parameters
    ----------
    name
        Of its file, for messages.
    threads
        0: as many as torch uses.

    Raises
    ------
    RunError
        The runtime cannot read it.
    """
    threads = threads or torch.get_num_threads()
    if runtime == OPENVINO:
        return OpenVino(model, name, threads)
    return Session(model, name, threads)


class Session:
    """An ONNX model ready to run in ONNX Runtime.

    Raises
    ------
    RunError
        ONNX Runtime cannot read or run it.
    """

    def __init__(self, model: bytes, name: str, threads: int = 0) -> None:
        import onnxruntime

        self._name = name
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = threads or torch.get_num_threads()
        try:
            self._session: Any = onnxruntime.InferenceSession(
                model, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # its own errors have no common class
            raise _failed(self._name, ONNX_RUNTIME, error) from error

    def run(self, pixels: NDArray[np.uint8], outputs: Sequence[str]) -> list[NDArray[Any]]:
        """Outputs for a batch: uint8 (n, h, w) or (n, h, w, 3)."""
        try:
            return [np.asarray(v) for v in self._session.run(list(outputs), {INPUT: pixels})]
        except Exception as error:
            raise _failed(self._name, ONNX_RUNTIME, error) from error


class OpenVino:
    """An ONNX model ready to run in OpenVINO.

    Raises
    ------
    RunError
        OpenVINO cannot read or run it.
    """

    def __init__(self, model: bytes, name: str, threads: int) -> None:
        import openvino

        self._name = name
        options = {
            "INFERENCE_NUM_THREADS": threads,
            "PERFORMANCE_HINT": "LATENCY",
            # By itself it computes in bfloat16 where the processor can.
            "INFERENCE_PRECISION_HINT": "f32",
        }
        try:
            core = openvino.Core()
            self._request: Any = core.compile_model(
                core.read_model(model), "CPU", options
            ).create_infer_request()
        except Exception as error:  # its own errors have no common class
            raise _failed(self._name, OPENVINO, error) from error

    def run(self, pixels: NDArray[np.uint8], outputs: Sequence[str]) -> list[NDArray[Any]]:
        """Outputs for a batch: uint8 (n, h, w) or (n, h, w, 3)."""
        try:
            self._request.infer({INPUT: pixels})
            return [np.array(self._request.get_tensor(name).data) for name in outputs]
        except Exception as error:
            raise _failed(self._name, OPENVINO, error) from error


def _failed(name: str, runtime: str, error: Exception) -> RunError:
    why = (str(error).splitlines() or [type(error).__name__])[0]
    return RunError(
        "{file}: {runtime} cannot use it ({why}). Export it again.",
        file=name,
        runtime=runtime,
        why=why,
    )


def take_turns(
    works: Mapping[Key, Callable[[], object]],
) -> Generator[tuple[str, int, int], None, dict[Key, float]]:
    """Median milliseconds of several kinds of work, done in turns after warm-up.

    Yields
    ------
    tuple
        ("timing", turns done, total).
    """
    times: dict[Key, list[float]] = {name: [] for name in works}
    for turn in range(WARM_UP + TURNS):
        yield "timing", turn, WARM_UP + TURNS
        for name, work in works.items():
            began = time.perf_counter()
            work()
            if turn >= WARM_UP:
                times[name].append(time.perf_counter() - began)
        slowest = max(sum(each) for each in times.values())
        if slowest > ENOUGH and turn + 1 - WARM_UP >= FEWEST:
            break
    yield "timing", WARM_UP + TURNS, WARM_UP + TURNS
    return {name: 1000 * float(np.median(each)) for name, each in times.items()}
