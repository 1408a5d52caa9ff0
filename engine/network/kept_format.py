"""The number format that was found quickest, kept for this computer and network."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import torch

from engine.core.errors import RunError
from engine.core.files import write_atomic
from engine.core.folders import cache_folder
from engine.core.recipe import Precision, Recipe
from engine.core.runtime import processor_name
from engine.network.numerics import measure
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

FILE = "number-formats.json"

MOST = 64 * 1024
"""Bytes of the file at most; a larger one is not ours."""


def measured(
    recipe: Recipe, network: WindowClassifier, size: tuple[int, int], device: str = "auto"
) -> Generator[None, None, Numerics]:
    """As :func:`engine.network.numerics.measure`, but measured once a computer and network.

    A recipe that names its format is obeyed without either. Another processor, device, number of
    threads or version of torch measures anew; so does whoever deletes the file.
    """
    if recipe.fitted or recipe.precision is not Precision.AUTO:
        return (yield from measure(recipe, network, size, device))
    # Everything else of the numerics follows at once.
    settled = measure(recipe.changed(precision=Precision.FLOAT32), network, size, device)
    numerics = yield from settled
    key = _key(recipe, size, numerics)
    held = _read()
    if held.get(key) in ("float32", "bfloat16"):
        return replace(numerics, precision=held[key])
    found = yield from measure(recipe, network, size, device)
    with suppress(RunError):  # it is only time that is lost
        cache_folder().mkdir(parents=True, exist_ok=True)
        write_atomic(_file(), json.dumps(_read() | {key: found.precision}, indent=1))
    return found


def _file() -> Path:
    return cache_folder() / FILE


def _read() -> dict[str, str]:
    try:
        if _file().stat().st_size > MOST:
            return {}
        held = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {str(name): str(value) for name, value in held.items()}


def _key(recipe: Recipe, size: tuple[int, int], numerics: Numerics) -> str:
    device = numerics.device
    where = torch.cuda.get_device_name(device) if device.startswith("cuda") else processor_name()
    parts = (
        where,
        os.cpu_count(),
        os.environ.get("ONEDNN_MAX_CPU_ISA", ""),
        torch.__version__,
        device,
        numerics.threads,
        numerics.micro_batch,
        recipe.network,
        recipe.trains_backbone,
        size,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
