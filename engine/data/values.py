"""What a check of a data set finds, how its images are grouped, and its folds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.values import Problem, ReaderOptions, Sentence

KINDS = ("file", "ask", "same", "near", "mask", "label", "lots", "note", "unread")
"""Kinds of findings, the gravest first: a file that cannot be read or was left out; what a person
has to say; the same pixels twice; nearly the same picture twice; a mask without its image, of
another size or empty; a label that a finished run contradicts with confidence; folders that may be
lots; how something was read; what lies there and is nothing that is read. Nothing is wrong with the
last three."""


WRITTEN = {"coco": "COCO", "labelme": "labelme"}
"""Formats in which regions and labels are written for other tools."""

DECISIONS = ("fine", "leave-out", "leave-other")
"""What a person may decide of a finding: the image is right as it is, or the next data version is
made without it, or without the other image of the pair."""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing that is odd about a data set.

    Attributes
    ----------
    kind : one of `KINDS`
    problem : the file, the English sentence and its values
    index : the image's number in the set, -1 where the file is none of its images
    other : number of the other image of a pair, the one that comes first; else -1
    likeness : of a pair, highest normalised cross-correlation, in [-1, 1]; of a label, probability
        of what it says by the run, in [0, 1]; 1 else
    straddles : the two images of a pair lie in different folds
    decision : one of `DECISIONS`, "" while open
    """

    kind: str
    problem: Problem
    index: int = -1
    other: int = -1
    likeness: float = 1.0
    straddles: bool = False
    decision: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Kind, file and other file: what a decision is remembered by."""
        return self.kind, self.problem.file, self.problem.values.get("other", "")

    @property
    def leaves(self) -> int:
        """The image that the next data version is made without, by index; -1 for none."""
        return {"leave-out": self.index, "leave-other": self.other}.get(self.decision, -1)


GROUPINGS = ("set", "folder", "pattern")
"""Where groups come from: the data set's own column, the folder an image lies in, or a part of its
file name."""


@dataclass(frozen=True, slots=True)
class GroupRule:
    """Which images belong together, so that a fold never separates them.

    Attributes
    ----------
    source : one of `GROUPINGS`
    pattern : a regular expression that is looked for in the relative file name; its first group, or
        all of it, names the image's group. Files without it stand alone.
    alike : pairs of the audit, same or near, stand together too
    """

    source: str = "set"
    pattern: str = ""
    alike: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FoldPlan:
    """Groups and folds of all images, and what they amount to.

    Attributes
    ----------
    rule : the groups' origin
    groups : of each image, "" for none
    folds : int64 (images,), from 1; all 0 where `problem` says why there are none
    counts : int64 (folds, classes), images of each class in each fold
    together : groups of two images and more
    largest : images of the largest group
    apart : pairs of the audit, same or near, that lie in different folds
    kept : these groups and folds are the project's; False where they are only tried out
    problem : why folds cannot be made, else None
    seed : that they were drawn with
    defects : int64 (folds,), defective images in each fold; all 0 without a normal class
    """

    rule: GroupRule
    groups: tuple[str, ...]
    folds: NDArray[np.int64]
    counts: NDArray[np.int64]
    together: int
    largest: int
    apart: int
    kept: bool
    problem: Problem | None
    seed: int
    defects: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FolderLook:
    """One folder of a set.

    Attributes
    ----------
    path : from the set's root with forward slashes, "" for the root
    name : its own name
    depth : levels below the root
    images, others : files directly in it
    below : images in it and all below it
    role : one of FOLDER_ROLES
    said : a person said the role
    picture : a picture in it or below it, "" if there is none
    """

    path: str
    name: str
    depth: int
    images: int
    others: int
    below: int
    role: str
    said: bool
    picture: str


@dataclass(frozen=True, slots=True)
class TableLook:
    """One table: its first rows, and the columns' roles as they would be read."""

    path: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A folder as it would be read.

    Attributes
    ----------
    path : the folder
    options : what was said
    layout, layout_name : the reading that results; "" where none is clear
    folders : with their roles; at most `MOST_FOLDERS`
    more_folders : that are not listed
    labels : name of each format of label files and how many images have some
    tables : that were found
    classes : that result, with images
    images, regions : that result
    questions : that are open, each an entry of ANSWERS
    problems : findings that result, the gravest kinds first
    unclear : why nothing results, None where something does
    read, there : files that are read, and all
    grey : the grey window that results
    deep : there are files with more than 8 bits
    layouts : key and English name of each that can be chosen
    """

    path: str
    options: ReaderOptions
    layout: str
    layout_name: str
    folders: tuple[FolderLook, ...]
    more_folders: int
    labels: tuple[tuple[str, int], ...]
    tables: tuple[TableLook, ...]
    classes: tuple[tuple[str, int], ...]
    images: int
    regions: int
    questions: tuple[str, ...]
    problems: tuple[Problem, ...]
    unclear: Sentence | None
    read: int
    there: int
    grey: tuple[float, float] = (0.0, 65535.0)
    deep: bool = False
    layouts: tuple[tuple[str, str], ...] = ()


MOST_FOLDERS = 500
MOST_ROWS = 4
MOST_TABLES = 8
MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Peek:
    """A small picture of a file: uint8 (h, w) or (h, w, 3) RGB."""

    path: str
    image: NDArray[np.uint8]
