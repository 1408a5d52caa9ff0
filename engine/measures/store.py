"""Measures on disk: ``measures/measures.json`` for people, ``measures.npz`` for the arrays.

Both hold the key of what they were measured on. Anything else than an equal key, a missing or
a damaged file counts as not measured.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import cattrs
import numpy as np
from numpy.typing import NDArray

from engine.core.errors import RunError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.measures.values import RunMeasures

_ARRAY = "array"

_converter = cattrs.Converter(detailed_validation=False)
_converter.register_structure_hook_func(
    lambda kind: getattr(kind, "__origin__", None) is np.ndarray, lambda value, _: value
)


def write_measures(folder: Path, key: dict[str, Any], measures: RunMeasures) -> None:
    """Write both files, each atomically.

    Raises
    ------
    RunError
        The run's folder cannot be written.
    """
    arrays: dict[str, NDArray[Any]] = {}
    values = {"key": key, "measures": _plain(measures, "", arrays)}
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, key=np.array(json.dumps(key)), **arrays)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise RunError(
            "{path}: cannot be written ({why}). Check the folder's rights and free space.",
            path=folder,
            why=error.strerror,
        ) from error
    write_atomic(folder / "measures.npz", packed.getvalue())
    write_atomic(folder / "measures.json", json.dumps(values, indent=1, allow_nan=False))


def read_measures(folder: Path, key: dict[str, Any]) -> RunMeasures | None:
    """Read measures taken with the same key; None if there are none.

    A t-SNE picture is a bonus: measures that have one also answer a key without.
    """
    return _read(folder, lambda found: found in (key, key | {"tsne": True}))


def read_kept(folder: Path, part: dict[str, Any], since: int) -> RunMeasures | None:
    """Read measures whose key holds these entries, whatever the others are; None if none do.

    Fields that joined after their format (`since` or newer) have their defaults.
    """
    return _read(folder, lambda found: found["format"] >= since and found.items() >= part.items())


def _read(folder: Path, wanted: Callable[[dict[str, Any]], bool]) -> RunMeasures | None:
    try:
        values = read_json(folder / "measures.json")
        result = values["key"]
        if not wanted(result):
            return None
        # Read whole: of a damaged file numpy would keep the handle open.
        packed_bytes = io.BytesIO((folder / "measures.npz").read_bytes())
        with np.load(packed_bytes, allow_pickle=False) as packed:
            arrays = {name: packed[name] for name in packed.files}
        if json.loads(str(arrays.pop("key"))) != result:
            return None  # the two files are of different hours
        return _converter.structure(_filled(values["measures"], arrays), RunMeasures)
    except DAMAGED:
        return None


def _plain(value: Any, place: str, arrays: dict[str, NDArray[Any]]) -> Any:
    """Plain values for JSON; arrays go into `arrays`, under the place where they stood."""
    if isinstance(value, np.ndarray):
        arrays[place] = value
        return {_ARRAY: place}
    if is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name), f"{place}/{field.name}", arrays)
            for field in fields(value)
        }
    if isinstance(value, tuple):
        return [_plain(item, f"{place}/{number}", arrays) for number, item in enumerate(value)]
    return value


def _filled(value: Any, arrays: dict[str, NDArray[Any]]) -> Any:
    """Put the arrays back where they stood."""
    if isinstance(value, dict):
        if set(value) == {_ARRAY}:
            array = arrays[value[_ARRAY]]
            array.setflags(write=False)
            return array
        return {name: _filled(item, arrays) for name, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, arrays) for item in value]
    return value
