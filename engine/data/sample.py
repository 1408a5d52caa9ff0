"""What a data set is once a reader has understood it: samples, classes, problems."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from functools import cached_property
from pathlib import Path

from engine.core.values import Account, Problem, Shape
from engine.data.marks import Mark


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A weak region label: centre (x, y), half axes and angle (radians, from x towards y)."""

    x: float
    y: float
    a: float
    b: float
    angle: float


@dataclass(frozen=True, slots=True)
class Label:
    """One class of the network.

    `texture` is the product or surface, `defect` the kind of defect ("" for normal).
    `defective` is None where the set has no normal class, so that nothing can be called
    defective.
    """

    texture: str
    defect: str
    defective: bool | None

    @property
    def name(self) -> str:
        """The class as people read it."""
        if self.defective is None:
            return self.texture
        kind = (self.defect or "defective") if self.defective else "normal"
        return f"{self.texture} {kind}" if self.texture else kind


@dataclass(frozen=True, slots=True)
class Sample:
    """One image, not decoded. `part` is "train", "test" or "" as the set's author split it.

    `location` is the file's path as text: a hundred thousand Path objects cost time and memory, and
    most are never asked for.

    `mask`, `ellipse` and `marks` are the set's own region, `drawn` what a person drew in a project;
    where there are both, the drawn one counts. `more`: further masks of the same image. `marks`:
    what was drawn with another tool.
    """

    location: str
    label: Label
    mask: Path | None = None
    ellipse: Ellipse | None = None
    group: str = ""
    part: str = ""
    drawn: tuple[Shape, ...] = ()
    marks: tuple[Mark, ...] = ()
    more: tuple[Path, ...] = ()

    @property
    def masks(self) -> tuple[Path, ...]:
        """All its masks."""
        return (self.mask, *self.more) if self.mask is not None else ()

    @property
    def path(self) -> Path:
        """The image's file."""
        return Path(self.location)

    @property
    def has_own_region(self) -> bool:
        """Whether the data set itself says where the defect is."""
        return self.mask is not None or self.ellipse is not None or bool(self.marks)

    @property
    def has_region(self) -> bool:
        """Whether it is known where the defect is."""
        return bool(self.drawn) or self.has_own_region


FULL_RANGE = (0.0, 65535.0)
"""Grey window of 16-bit files whose pixels use all of it."""


NOT_COUNTED = Account()
"""Of sets that are no folder, and of those that were made from others."""

_FROM_FILES = (
    "labels",
    "classes",
    "has_normal",
    "has_official_split",
    "baseline",
    "files",
    "fingerprint",
    "place_key",
)
"""What is worked out of files and labels: the same whatever is drawn and however grouped."""


@dataclass(frozen=True)
class DataSet:
    """All samples of a folder, in a fixed order, and what was odd about it.

    `account`: what became of every file. `grey`: raw values of files with more than 8 bits that
    become 0 and 255. `masks_answer`: what a person said of masks
    that are in doubt.
    """

    root: Path
    layout: str
    layout_name: str
    samples: tuple[Sample, ...]
    problems: tuple[Problem, ...] = field(default=())
    account: Account = NOT_COUNTED
    grey: tuple[float, float] = FULL_RANGE
    masks_answer: str = ""

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Classes in the network's order: by texture, normal first, then kinds of defect."""
        result = {sample.label for sample in self.samples}
        return tuple(
            sorted(
                result, key=lambda item: (_natural(item.texture), item.defect != "", item.defect)
            )
        )

    @cached_property
    def classes(self) -> tuple[int, ...]:
        """Class number of each sample: its place in `labels`."""
        place = {label: number for number, label in enumerate(self.labels)}
        return tuple(place[sample.label] for sample in self.samples)

    @cached_property
    def has_normal(self) -> bool:
        """Whether normal and defective mean something in this set."""
        return any(label.defective is False for label in self.labels)

    @cached_property
    def has_official_split(self) -> bool:
        """Whether the set brings Train and Test parts that both hold images."""
        parts = {sample.part for sample in self.samples}
        return {"train", "test"} <= parts

    @cached_property
    def baseline(self) -> float:
        """Accuracy of "texture right, never a defect" in [0, 1]; for sets without a normal
        class, that of always naming the most frequent class.
        """
        return self.baseline_of(range(len(self.samples)))

    def baseline_of(self, indices: Sequence[int]) -> float:
        """The same on some of its images; 0 without any."""
        if not indices:
            return 0.0
        if self.has_normal:
            normal = sum(self.samples[i].label.defective is False for i in indices)
            return normal / len(indices)
        return max(Counter(self.classes[i] for i in indices).values()) / len(indices)

    def with_drawn(self, drawn: Mapping[int, tuple[Shape, ...]]) -> DataSet:
        """The set with other shapes drawn on some images, by index; () erases."""
        samples = list(self.samples)
        for index, shapes in drawn.items():
            samples[index] = replace(samples[index], drawn=shapes)
        other = replace(self, samples=tuple(samples))
        # A fingerprint reads every file: it is not made again for each stroke.
        other.__dict__.update({k: self.__dict__[k] for k in _FROM_FILES if k in self.__dict__})
        return other

    def with_groups(self, groups: Sequence[str]) -> DataSet:
        """The set with other groups, one an image; "" for none."""
        samples = tuple(
            replace(sample, group=group) for sample, group in zip(self.samples, groups, strict=True)
        )
        other = replace(self, samples=samples)
        other.__dict__.update({k: self.__dict__[k] for k in _FROM_FILES if k in self.__dict__})
        return other

    @cached_property
    def drawn(self) -> dict[str, tuple[Shape, ...]]:
        """What is drawn, by relative path; images without are left out."""
        pairs = zip(self.files, self.samples, strict=True)
        return {file: sample.drawn for file, sample in pairs if sample.drawn}

    @cached_property
    def drawn_hash(self) -> str:
        """Short hash of all that is drawn; "" for nothing. No part of the fingerprint."""
        if not self.drawn:
            return ""
        plain = {file: [astuple(one) for one in shapes] for file, shapes in self.drawn.items()}
        return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:12]

    def relative(self, sample: Sample) -> str:
        """The sample's path from the set's root, with forward slashes."""
        base = f"{self.root / '_'}"[:-1]  # ends in one separator, the root of a disk too
        if sample.location.startswith(base):
            return sample.location[len(base) :].replace(os.sep, "/")
        return sample.path.as_posix()

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Relative path of each sample."""
        base = f"{self.root / '_'}"[:-1]
        cut = len(base)
        return tuple(
            sample.location[cut:].replace(os.sep, "/")
            if sample.location.startswith(base)
            else self.relative(sample)
            for sample in self.samples
        )

    @cached_property
    def fingerprint(self) -> str:
        """Hash of relative names, labels, sizes and a sample of each file's bytes; equal for a
        copied folder.
        """
        digest = hashlib.sha256()
        if self.grey != FULL_RANGE:
            digest.update(f"grey {self.grey}\n".encode())
        if self.masks_answer:
            digest.update(f"masks {self.masks_answer}\n".encode())
        for file, sample in zip(self.files, self.samples, strict=True):
            digest.update(f"{file}\0{sample.label.name}\0{sample.ellipse}\n".encode())
            for path in (sample.location, sample.mask):
                digest.update(probe(path) if path is not None else b"-")
            for path in sample.more:
                digest.update(probe(path))
            if sample.marks:
                said = [(m.kind, m.values, m.label, m.relative) for m in sample.marks]
                digest.update(repr(said).encode())
        return digest.hexdigest()

    @property
    def decoded_key(self) -> str:
        """Key of the pixels as they are decoded: of these very files, in this grey window."""
        return hashlib.sha256(f"{DECODER}\0{self.place_key}\0{self.grey}".encode()).hexdigest()

    @cached_property
    def place_key(self) -> str:
        """Key of what was decoded from these very files: changes when one is written again."""
        digest = hashlib.sha256(str(self.root).encode())
        for sample in self.samples:
            status = os.stat(sample.location)  # noqa: PTH116  # a hundred thousand of them
            digest.update(f"{sample.location}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
        return digest.hexdigest()


DECODER = 2
"""Raised when files come to be decoded otherwise: from 2 on turned as viewers show them."""

PROBE = 2048
"""Bytes read from the middle and from the end of a file: uncompressed images of one camera all
have the same size, and their first bytes may be a border."""


def probe(path: Path | str) -> bytes:
    """A file's size and a sample of its bytes: tells pictures apart without reading them whole."""
    with open(path, "rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size // 2 - PROBE // 2))
        middle = file.read(PROBE)
        file.seek(max(0, size - PROBE))
        return f"{size}\0".encode() + middle + file.read(PROBE)


def _natural(text: str) -> tuple[object, ...]:
    """Sort key in which Class2 comes before Class10."""
    digits = ""
    parts: list[tuple[int, int, str]] = []
    for char in text + "\0":
        if char.isdigit() and char.isascii():
            digits += char
            continue
        if digits:
            parts.append((0, int(digits), ""))
            digits = ""
        parts.append((1, 0, char.lower()))
    return tuple(parts)
