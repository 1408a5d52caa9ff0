"""Device, seeds and versions: what the rest of the engine asks of the computer."""

from __future__ import annotations

import functools
import platform
from importlib import metadata
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.errors import RunError


def choose_device(wanted: str = "auto") -> torch.device:
    """Return the device asked for; `auto` takes a CUDA GPU if there is one, else the CPU.

    Raises
    ------
    RunError
        The device is unknown or not there.
    """
    if wanted == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(wanted)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise RunError(
            "The device '{device}' is not available here. Use 'cpu' or 'auto'.", device=wanted
        ) from error
    return device


def device_name(device: torch.device, threads: int = 0) -> str:
    """A device as people know it, for example "CPU, 2 threads" or the GPU's name.

    `threads` that are used of a CPU; 0: as many as torch uses now, which a run before may have set.
    """
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return f"{device.type.upper()}, {threads or torch.get_num_threads()} threads"


@functools.cache
def processor_name() -> str:
    """The processor as its maker calls it, for example "AMD EPYC 7763 64-Core Processor"."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        named = next(line.partition(":")[2].strip() for line in lines if "model name" in line)
    except (OSError, StopIteration, UnicodeDecodeError):
        named = platform.processor()
    return named or platform.machine()


def host_array(tensor: torch.Tensor) -> NDArray[np.float32]:
    """Copy a tensor to a contiguous, read-only float32 array that nobody else can change."""
    array = np.array(tensor.detach().float().cpu().numpy(), dtype=np.float32, order="C", copy=True)
    array.setflags(write=False)
    return array


def generator(*seed: int) -> torch.Generator:
    """A CPU torch generator of its own, seeded from several numbers."""
    state = np.random.SeedSequence(seed).generate_state(1, np.uint64)[0]
    made = torch.Generator()
    made.manual_seed(int(state) & 0x7FFF_FFFF_FFFF_FFFF)
    return made


def versions() -> dict[str, str]:
    """Versions that a run records: Python, the platform and the libraries that compute."""
    result = {"python": platform.python_version(), "platform": platform.platform()}
    for name in ("torch", "torchvision", "numpy", "scikit-learn"):
        try:
            result[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            result[name] = "missing"
    return result
