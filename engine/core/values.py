"""Plain values that commands and events carry: what data, runs and verdicts are, for people.

Nothing here imports torch or Qt. All are frozen; arrays are contiguous and read-only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that cannot be used as it is: which, and what to do. See TransferLensError.

    `kind` is "mask" where it is about a region, "lots" where about folders that may be groups,
    "ask" where a person has to say what is right, "note" where it says how something was read,
    "unread" where it counts what lies there and is nothing that this program reads, else "file".

    `files`: for how many files that are there and are not read it stands.
    """

    file: str
    template: str
    values: dict[str, str] = field(default_factory=dict)
    kind: str = "file"
    files: int = 0

    @property
    def reason(self) -> str:
        """The English sentence."""
        return self.template.format(**self.values) if self.values else self.template


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """What a user may tell the readers: the layout, the normal class, the manifest's columns.

    Empty strings mean: find out. `layout` is one of the readers' names (see `check`).
    `columns` maps roles (image, class, defect, mask, group) to column headings.
    `roles` maps folders, from the set's root with forward slashes ("" for the root), to one of
    `FOLDER_ROLES`. `answers` maps questions that a finding asked (`ANSWERS`) to what was said.
    `grey`: raw values of files with more than 8 bits that become 0 and 255; () finds the upper one
    out, once for the set.
    """

    layout: str = ""
    normal: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    grey: tuple[float, ...] = ()

    def answer(self, question: str) -> str:
        """What was said to a question; "" while it is open."""
        return dict(self.answers).get(question, "")


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the files of a folder: those read and those named make up all that is there.

    Attributes
    ----------
    there : files, links and other entries that are no folders
    images : that are samples
    masks : read as regions, those included that say "no defect here"
    labels : read as annotations
    tables : read as lists of images
    named : for which a finding stands, those of `beside` included
    beside : what lies there, is nothing that is read, and needs no look: papers, hidden files
    """

    there: int = 0
    images: int = 0
    masks: int = 0
    labels: int = 0
    tables: int = 0
    named: int = 0
    beside: tuple[Problem, ...] = ()

    @property
    def read(self) -> int:
        """Files that were read as anything."""
        return self.images + self.masks + self.labels + self.tables


FOLDER_ROLES = ("through", "class", "product", "split", "lot", "mask", "ignore")
"""What a folder's name may be: nothing (what lies in it belongs to the folder above), a class, a
product, a part of the official split, a lot; or the folder holds masks, or is not read."""

ANSWERS = {
    "masks": ("as-they-are", "inverted", "unused"),
    "cut": (),
    "unlabelled": ("normal", "out"),
}
"""Questions by key with the answers that may be given; () takes a number: regions that cover nearly
the whole picture, the probability from which on an image is defective, and images that nothing says
anything of."""


AS_FOUND = ReaderOptions()
"""Let the readers find everything out."""


SHAPES = ("box", "ellipse")
"""What a person can draw."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that a person drew on an image, in whole pixels of it.

    `kind` is one of `SHAPES`; an ellipse touches the sides of its box. The box covers the columns
    x to x + width - 1 and the rows y to y + height - 1, counted from the upper left corner.
    """

    kind: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One image of an opened data set.

    `index` addresses it in commands. `texture` and `defective` are its label (`defective` is
    None if the set has no normal class); `class_name` is the label as people read it; `fold`
    is 1-based, 0 if folds were not made. `drawn` tells that its region was drawn in the open
    project.
    """

    index: int
    file: str
    texture: str
    class_name: str
    defective: bool | None
    has_region: bool
    group: str
    fold: int
    part: str
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class DataSummary:
    """What a data set is, for people.

    Attributes
    ----------
    path, name
        Its folder and the folder's name.
    layout, layout_name
        The reader that read it: key and English name.
    classes
        Class name and number of images, in the network's order.
    images, defective, masks
        Counts; `defective` is None without a normal class, `masks` are images with a region.
    sizes
        ((width, height), count) for the sizes seen, most frequent first, of up to 200 images.
    colour
        Whether any of those images is in colour.
    problems
        Files left out or odd, each with its cure.
    view, view_reason
        The training view chosen from the data and the English sentence that says why.
    baseline
        Accuracy of "texture right, never a defect", in [0, 1].
    fingerprint
        Hash of file names, sizes and labels: tells whether a run saw this very set.
    official_split
        Whether the set brings its own Train and Test halves.
    samples
        All images.
    folds, seed
        How many folds are in use, and what they were drawn with.
    account
        What became of every file.
    grey
        Raw values of files with more than 8 bits that are shown as 0 and 255.
    """

    path: str
    name: str
    layout: str
    layout_name: str
    classes: tuple[tuple[str, int], ...]
    images: int
    defective: int | None
    masks: int
    sizes: tuple[tuple[tuple[int, int], int], ...]
    colour: bool
    problems: tuple[Problem, ...]
    view: str
    view_reason: str
    baseline: float
    fingerprint: str
    official_split: bool
    samples: tuple[SampleRow, ...]
    folds: int = 5
    seed: int = 0
    account: Account = Account()
    grey: tuple[float, float] = (0.0, 65535.0)


@dataclass(frozen=True, slots=True)
class Rates:
    """How good verdicts are on a set of images; rates in [0, 1], None where undefined.

    `overkill` is of normal images, `escape` of defective ones; the intervals are exact
    (Clopper-Pearson) 95 %, two-sided. `baseline` is the accuracy of "never a defect".
    `log_loss` is the mean of -ln p(true verdict) of the scores.
    """

    images: int
    defective: int
    accuracy: float
    auc: float | None
    overkill: float | None
    escape: float | None
    overkill_interval: tuple[float, float] | None
    escape_interval: tuple[float, float] | None
    overkills: int
    escapes: int
    threshold: float
    baseline: float
    log_loss: float | None


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One row of a run's history. Validation figures are None where only the loss was logged."""

    iteration: int
    seconds: float
    loss: float | None = None
    accuracy: float | None = None
    auc: float | None = None
    overkill: float | None = None
    escape: float | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a network costs.

    Attributes
    ----------
    filters : of all convolutions; the head is not counted
    parameters : learned values, the head's and batch norm's scales and shifts included
    multiply_adds : of one dense pass over an image of `size`, convolutions and head
    size : (height, width) of that image in pixels
    weight_bytes : size of the weight file
    """

    filters: int
    parameters: int
    multiply_adds: int
    size: tuple[int, int]
    weight_bytes: int


@dataclass(frozen=True, slots=True)
class Maker:
    """The process that made something, and the computer it ran on."""

    process: int
    host: str

    def __str__(self) -> str:
        return f"{self.host}:{self.process}"


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run as it stands on disk.

    `state` is running, done, stopped, failed or interrupted (no outcome was written: the
    program ended in the middle; such a run can be resumed). `on_test` says that the live
    curve was measured on the test fold (article preset).

    Of a run that was made from another: `parent` names it, `kind` is "dead" (its dead channels
    were removed), "pruned", "student" or "threshold" (the same weights, a threshold for other
    costs), `lessons` what a student learned from ("teacher" or "labels"), `cost` what its network
    costs. "" and None where it was trained.

    `baseline` is of the test images, `live_baseline` of the images of the live curve.
    `title` is what a person calls it, "" where nobody gave it a name.
    `data_path` is where its images are now; with `data_missing` where they were.
    `worker` made it, last if it was resumed; None of runs from before that was written down.
    `begun_as` names the shorter run whose training it goes on with, "" where there is none.
    """

    path: str
    name: str
    state: str
    recipe: Recipe
    view: str
    classes: tuple[str, ...]
    data_path: str
    fingerprint: str
    device: str
    precision: str
    iteration: int
    seconds: float
    threshold: float
    baseline: float
    on_test: bool
    test: Rates | None
    curve: tuple[CurvePoint, ...]
    layers: tuple[str, ...]
    note: str = ""
    parent: str = ""
    kind: str = ""
    lessons: str = ""
    cost: Cost | None = None
    data_missing: bool = False
    options: ReaderOptions = AS_FOUND
    live_baseline: float | None = None
    title: str = ""
    worker: Maker | None = None
    begun_as: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The verdict on one image.

    `score` in [0, 1]; `defective` = score > threshold; `box` is the worst window (x, y, width,
    height in pixels of the image); `ms` the time the network took.
    """

    index: int
    file: str
    score: float
    defective: bool
    class_name: str
    texture: str
    box: tuple[int, int, int, int]
    ms: float


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of a layer for one image.

    `contribution` is its exact share of the worst window's defect logit for the last layer and
    activation times gradient for the layers below; `energy` is the mean square activation;
    `dead` tells that it is zero everywhere on this image.
    """

    number: int
    contribution: float
    energy: float
    dead: bool


Outlines = tuple[NDArray[np.float32], ...]
"""Closed polygons, each (n, 2) float32: x, y in pixels of the original image."""


LONGEST_NOTE = 10_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class RunNote:
    """What a person wrote of a run. `run` is its folder's name; tags are without spaces."""

    run: str
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """What a run was made from that was not trained itself.

    Attributes
    ----------
    kind : "pruned", "student", or "threshold": the same weights with a threshold for other costs
    parent : name of the run in the same project
    details : plain values that TOML can hold: on what, and what was removed
    """

    kind: str
    parent: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LayerChange:
    """How far one layer moved.

    Attributes
    ----------
    layer : conv1_1 ... conv5_3, then head; torchvision's dotted names for others
    weight : gamma of the weights, >= 0; None where the initial norm is zero
    bias : gamma of the biases; None where they started at zero or there are none
    comparable : False for the head, which is new in every run and starts near zero
    start : root mean square of the initial weights; None where it was not measured
    moved : root mean square of the weights' displacement, so that gamma is `moved` / `start`
    """

    layer: str
    weight: float | None
    bias: float | None
    comparable: bool
    start: float | None = None
    moved: float | None = None


@dataclass(frozen=True, slots=True)
class LayerPulse:
    """One layer at one live validation, while a run trains.

    Attributes
    ----------
    layer : its name
    change : gamma of its weights so far, >= 0; None where the initial norm is zero
    dead : share in [0, 1] of its channels that were 0 on all live images; None for the head and
        where the activation is not ReLU. Taken in the run's own number format on few images, so
        it reads higher than the measure taken afterwards
    """

    layer: str
    change: float | None
    dead: float | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English template and its values, so that a window or a report can translate it."""

    template: str
    values: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template
