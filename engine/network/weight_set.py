"""A published set of source weights: what it is called and how it is recognised."""

from __future__ import annotations

from dataclasses import dataclass

from engine.network.preprocess import Preprocessing

TORCHVISION_HOST = "https://download.pytorch.org/models/"


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
    """

    key: str
    title: str
    licence: str
    preprocessing: Preprocessing
    url: str
    tensors: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Torchvision's file name."""
        return self.url.rsplit("/", 1)[1]

    @property
    def file_hash(self) -> str:
        """First eight hex digits of that file's SHA-256."""
        return self.file.rsplit("-", 1)[1].split(".")[0]
