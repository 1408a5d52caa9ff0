"""A published set of source weights: what it is called and how it is recognised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.network.values import Preprocessing

TORCHVISION_HOST = "https://download.pytorch.org/models/"


State = dict[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package that holds a set in a form of its own, so that it comes offline.

    Attributes
    ----------
    name, path : of the package, which is not imported, and of the file in it
    file_hash : SHA-256 of that file
    read : gives its tensors by torchvision's key names
    """

    name: str
    path: str
    file_hash: str
    read: Callable[[Path], State]


@dataclass(frozen=True, slots=True)
class WeightSet:
    """One published set of source weights.

    Attributes
    ----------
    key, title, licence
        Our name for it, its name for people, and its licence.
    preprocessing
        The input it was trained with.
    url
        torchvision's file; the eight hex digits in its name begin the file's SHA-256.
    tensors
        SHA-256 values over the tensors (:func:`tensor_hash`) that are accepted without knowing
        the file they came from.
    package
        A package that holds it too.
    """

    key: str
    title: str
    licence: str
    preprocessing: Preprocessing
    url: str
    tensors: tuple[str, ...] = ()
    package: Package | None = None

    @property
    def file(self) -> str:
        """Torchvision's file name."""
        return self.url.rsplit("/", 1)[1]

    @property
    def file_hash(self) -> str:
        """First eight hex digits of that file's SHA-256."""
        return self.file.rsplit("-", 1)[1].split(".")[0]
