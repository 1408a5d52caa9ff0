"""Weights and optimiser state on disk, without pickle."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from engine.core.errors import RunError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, parse_json
from engine.core.stopping import undisturbed
from engine.network.weights import tensor_hash
from engine.network.window_classifier import WindowClassifier


def save_weights(path: Path, network: WindowClassifier, **notes: Any) -> None:
    """Write a network's weights; `notes` go into the header as JSON."""
    write_tensors(path, network.state_dict(), notes)


def load_weights(path: Path, network: WindowClassifier) -> dict[str, Any]:
    """Read weights into a network that fits them; returns the notes.

    Raises
    ------
    RunError
        The file is missing or damaged, or belongs to another network.
    """
    tensors, notes = read_tensors(path)
    try:
        network.load_state_dict(tensors, strict=True)
    except RuntimeError as error:
        raise RunError("{path}: these weights belong to another network.", path=path) from error
    return notes


def save_state(
    path: Path, network: WindowClassifier, optimizer: torch.optim.Optimizer, **notes: Any
) -> None:
    """Write weights, optimiser state and notes as one file, so that they always fit together."""
    tensors = {f"net.{name}": value for name, value in network.state_dict().items()}
    plain: dict[str, Any] = {}
    for index, held in optimizer.state_dict()["state"].items():
        for name, value in held.items():
            if isinstance(value, torch.Tensor):
                tensors[f"opt.{index}.{name}"] = value
            elif value is not None:
                plain[f"{index}.{name}"] = value
    write_tensors(path, tensors, notes | {"optimizer": plain})


def load_state(
    path: Path, network: WindowClassifier, optimizer: torch.optim.Optimizer
) -> dict[str, Any]:
    """Read what :func:`save_state` wrote back into a network and its optimiser.

    Raises
    ------
    RunError
        The file is missing or damaged.
    """
    tensors, notes = read_tensors(path)
    try:
        network.load_state_dict({k[4:]: v for k, v in tensors.items() if k.startswith("net.")})
        state: dict[int, dict[str, Any]] = {}
        for key, value in tensors.items():
            if key.startswith("opt."):
                _, index, name = key.split(".", 2)
                state.setdefault(int(index), {})[name] = value
        for key, number in notes.pop("optimizer", {}).items():
            index, name = key.split(".", 1)
            state.setdefault(int(index), {})[name] = number
        whole = optimizer.state_dict()
        optimizer.load_state_dict({"state": state, "param_groups": whole["param_groups"]})
        int(notes["iteration"]), float(notes["seconds"]), list(notes["best"])
    except (*DAMAGED, RuntimeError) as error:
        raise RunError(
            "{path}: this checkpoint belongs to another network, or is damaged. Restore a copy, or "
            "start a new run.",
            path=path,
        ) from error
    return notes


def write_tensors(path: Path, tensors: Mapping[str, torch.Tensor], notes: dict[str, Any]) -> None:
    """Write tensors and notes with their checksum, which safetensors has none of."""
    state = {name: value.detach().cpu().contiguous() for name, value in tensors.items()}
    with undisturbed():
        said = json.dumps(notes | {"proof": _proof(state, notes)})
        # One entry: safetensors writes several in any order, and equal weights are to be equal
        # files.
        write_atomic(path, save(state, metadata={"notes": said}))


def _proof(tensors: Mapping[str, torch.Tensor], notes: dict[str, Any]) -> str:
    return hashlib.sha256(f"{tensor_hash(tensors)} {json.dumps(notes)}".encode()).hexdigest()


def read_tensors(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    """Read what :func:`write_tensors` wrote: tensors and notes.

    Raises
    ------
    RunError
        The file is missing or damaged, or its checksum differs.
    """
    try:
        with safe_open(path, framework="pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}
            notes: dict[str, Any] = dict(parse_json((file.metadata() or {}).get("notes", "{}")))
    except (SafetensorError, *DAMAGED) as error:
        raise RunError(
            "{path}: missing or damaged ({why}). Train again or restore a copy.",
            path=path,
            why=error,
        ) from error
    # Files of builds before this check have no proof.
    proof = notes.pop("proof", None)
    if proof is not None and proof != _proof(tensors, notes):
        raise RunError(
            "{path}: changed since it was written; its checksum differs. Restore a copy, or train "
            "again.",
            path=path,
        )
    return tensors, notes
