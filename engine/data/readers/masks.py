"""Which picture is the mask of which: by names and places; by content where names say nothing.

A mask may lie beside its image (``x.jpg`` and ``x_mask.png``, or ``x.png`` with the values of a
mask), in a folder of masks anywhere, or in a folder of its own, called like the image. Images may
have several.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from engine.core.errors import DataError
from engine.data.image import read_mask_values
from engine.data.readers.file_names import ending_of
from engine.data.readers.listing import MASK_FOLDERS, folded
from engine.data.readers.tree import Folder

SUFFIX = re.compile(
    r"^(?P<stem>.+?)[ _.-]+(?:mask|masks|label|labels|labelled|gt|groundtruth|ground[ _-]truth|seg|"
    r"segmentation|annotation|anno|roi|defect[ _-]?mask|마스크)[ _-]?\d*$",
    re.IGNORECASE,
)
"""Ends of the names of masks."""

ALIKE = 0.8
"""Share of a folder's pictures that have the names of others, from which on they may be masks."""

GROUND = 0.6
"""Share of exact 0 in a picture, called like another one, from which on it is that one's mask."""

PEEKED = 6
"""Pictures looked at to tell whether those of a folder are masks."""


@dataclass(slots=True)
class Masks:
    """Masks by image, as full paths.

    Attributes
    ----------
    of : image to its masks
    loose : masks whose image is not there, or that might be of several
    """

    of: dict[str, list[str]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    @property
    def all(self) -> set[str]:
        """Every mask, those of no image too."""
        return {path for paths in self.of.values() for path in paths} | set(self.loose)


def stem_of(name: str) -> str:
    """A file's name without its ending, as names are compared."""
    return folded(name.rpartition(".")[0] or name)


def mask_stem(stem: str) -> str:
    """The name of the image that a mask's name says; the same where it says nothing."""
    match = SUFFIX.match(stem)
    return match["stem"] if match else stem


def is_mask_folder(name: str) -> bool:
    """Whether a folder's name says that it holds masks."""
    plain = re.sub(r"[ _.-]*\d*$", "", folded(name))
    return plain in MASK_FOLDERS or bool(
        re.search(r"(^|[ _.-])(masks?|ground[ _-]?truths?|gts?|마스크)($|[ _.-])", plain)
    )


def find_masks(
    folders: Iterable[Folder], chosen: frozenset[tuple[str, ...]] = frozenset()
) -> Masks:
    """Find the masks among the pictures of some folders.

    `chosen`: folders whose pictures are masks, whatever they are called.
    """
    result = Masks()
    images: dict[str, list[tuple[Folder, str]]] = defaultdict(list)
    apart: list[tuple[Folder, str]] = []
    folders = [folder for folder in folders if folder.images]
    stems = {folder.parts: folder.stems for folder in folders}
    chosen |= _drawn_folders(folders, stems)
    for folder in folders:
        inside = folder.parts in chosen or any(
            folder.parts[: k + 1] in chosen or is_mask_folder(name)
            for k, name in enumerate(folder.parts)
        )
        if inside:
            apart += [(folder, name) for name in folder.images]
            continue
        beside = _beside(folder, stems[folder.parts])
        for name, stem in zip(folder.images, stems[folder.parts], strict=True):
            if name not in beside:
                images[stem].append((folder, name))
        for mask, image in beside.items():
            result.of.setdefault(folder.at(image), []).append(folder.at(mask))
    for folder, name in apart:
        image = _image_of(folder, name, images)
        if image:
            result.of.setdefault(image, []).append(folder.at(name))
        else:
            result.loose.append(folder.at(name))
    return result


def _drawn_folders(
    folders: list[Folder], stems: dict[tuple[str, ...], list[str]]
) -> frozenset[tuple[str, ...]]:
    """Folders of masks whatever they are called: most of their pictures have the names of others,
    and those that are looked at have a few values only.
    """
    if len(folders) < 2:
        return frozenset()
    where: Counter[str] = Counter()
    for names in stems.values():
        where.update(set(names))
    result = set()
    for folder in folders:
        names = folder.images
        if is_mask_folder(folder.name):
            continue
        mine = stems[folder.parts]
        shared = [name for name, stem in zip(names, mine, strict=True) if where[stem] > 1]
        if len(shared) < ALIKE * len(names):
            continue
        spread = shared[:: max(1, len(shared) // 3)][:3]
        if all(looks_like_mask(folder.at(name), 4) for name in spread):
            result.add(folder.parts)
    return frozenset(result) if len(result) < len(folders) else frozenset()


def _beside(folder: Folder, stems: list[str]) -> dict[str, str]:
    """Masks of a folder that lie beside their image: name of the mask to that of the image."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    for name, stem in zip(folder.images, stems, strict=True):
        by_stem[stem].append(name)
    result: dict[str, str] = {}
    for stem, names in by_stem.items():
        image = mask_stem(stem)
        if image != stem and image in by_stem:
            result |= dict.fromkeys(names, by_stem[image][0])
    twins = {
        stem: names for stem, names in by_stem.items() if len(names) == 2 and names[0] not in result
    }
    if twins and 2 * len(twins) >= len(by_stem) - len(result):
        ending = _mask_ending(folder, list(twins.values()))
        for names in twins.values():
            first, second = names
            if folded(second).endswith(ending) and ending:
                result[second] = first
            elif folded(first).endswith(ending) and ending:
                result[first] = second
    return result


def _mask_ending(folder: Folder, twins: list[list[str]]) -> str:
    """Of pictures that share their names: which ending the masks have; "" if none looks like it."""
    endings = {folded(ending_of(name)) for names in twins for name in names}
    if len(endings) != 2:
        return ""
    spread = twins[:: max(1, len(twins) // PEEKED)][:PEEKED]
    for ending in sorted(endings, key=lambda e: e in (".jpg", ".jpeg")):
        mine = [name for names in spread for name in names if folded(name).endswith(ending)]
        if mine and all(looks_like_mask(folder.at(name), ground=GROUND) for name in mine):
            return ending
    return ""


def looks_like_mask(path: str, most: int = 8, ground: float = 2.0) -> bool:
    """Whether a picture has a few values only, 0 among them, as masks have; it is decoded.

    `ground`: the share of its pixels that are 0 from which on it may have any number of values:
    the edges of some masks are smoothed.
    """
    try:
        values = read_mask_values(Path(path))
    except DataError:
        return False
    lines = values[:: max(1, values.shape[0] // 200)]
    few = np.unique(lines)
    if len(few) <= most:
        return bool(few[0] == 0)
    return float((lines == 0).mean()) >= ground


def _image_of(folder: Folder, name: str, images: dict[str, list[tuple[Folder, str]]]) -> str:
    """The image that a mask in a folder of masks is of; "" if there is none, or several as near."""
    stem = stem_of(name)
    own = folded(folder.name)
    # MVTec LOCO: a folder an image, with a mask for each of its defects.
    first = [own] if len(folder.parts) > 1 and not is_mask_folder(own) else []
    for each in (*first, mask_stem(stem), stem):
        found = images.get(each)
        if found:
            break
    else:
        return ""
    if len(found) == 1:
        return found[0][0].at(found[0][1])
    mine = [folded(part) for part in folder.parts]
    ranked = sorted(
        ((_likeness(mine, place), place.at(file)) for place, file in found), reverse=True
    )
    return ranked[0][1] if ranked[0][0] > ranked[1][0] else ""


def _likeness(mine: list[str], other: Folder) -> tuple[int, int]:
    """How alike two places are: names that both have, and how far down they part."""
    theirs = [folded(part) for part in other.parts]
    common = sum(part in theirs for part in mine)
    shared = 0
    for a, b in zip(mine, theirs, strict=False):
        if a != b:
            break
        shared += 1
    return common, shared


class Blanks:
    """Tells masks that mark nothing from others; masks with equal bytes are decoded once."""

    def __init__(self) -> None:
        self._known: dict[bytes, bool | None] = {}

    def blank(self, path: str) -> bool | None:
        """Whether a mask marks nothing; None if it cannot be read."""
        try:
            raw = Path(path).read_bytes()
        except OSError:
            return None
        key = hashlib.blake2b(raw, digest_size=16).digest()
        if key not in self._known:
            try:
                self._known[key] = not read_mask_values(Path(path)).any()
            except DataError:
                self._known[key] = None
        return self._known[key]
