"""Crops of training images with what a student shall say of each of their cells and windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.core.recipe import Recipe, View
from engine.data.store import ImageStore
from engine.data.views import IGNORED, Sampler, pad_to_window, turn

CROP = 192
"""Side of a crop in pixels, or less where images are smaller."""

BATCH = 16
TEMPERATURE = 2.0
"""Hinton, Vinyals & Dean 2015: both softmaxes are softened by it."""

FLIPS = (0, 2, 4, 6)
"""Of the eight ways that `turn` knows, those that leave directions alone or mirror them."""

_DRAW = 101
"""Stream of random numbers."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One image and what is to be said of its windows.

    Attributes
    ----------
    image : uint8 (H, W), grey
    said : float16 (classes, hc, wc), logits of a teacher's cells; or int64 (h, w), the classes that
        labels give windows, IGNORED where nothing is known. Both lie `stride` pixels apart
    dear : (row, column) of windows on a defect, (n, 2); crops are drawn around them
    """

    image: NDArray[np.uint8]
    said: NDArray[np.float16] | NDArray[np.int64]
    dear: NDArray[np.int64]


def taught_lesson(
    image: NDArray[np.uint8],
    cells: NDArray[np.float16],
    window: int,
    stride: int,
    defective: Sequence[bool],
    *,
    normal: bool = False,
) -> Lesson:
    """A lesson from what a teacher says of an image's cells.

    Parameters
    ----------
    image
        uint8 (H, W) or (H, W, 3).
    cells
        float16 (classes, hc, wc), logits.
    window, stride
        Of the teacher, in pixels.
    defective
        Which classes are.
    normal
        The label says that there is no defect: then nothing is dear, whatever the teacher says.
    """
    logits = of_windows(torch.from_numpy(cells)[None].float(), window // stride)[0].numpy()
    p = np.exp(logits - logits.max(0, keepdims=True))
    score = p[np.asarray(defective, dtype=bool)].sum(0) / p.sum(0)
    dear = _NOWHERE if normal else np.argwhere(score > 0.5)
    return Lesson(_grey(image, window), cells, dear)


def of_windows(cells: torch.Tensor, side: int) -> torch.Tensor:
    """Logits of windows, (n, classes, h, w), from those of their `side` x `side` cells."""
    return F.avg_pool2d(cells, min(side, *cells.shape[2:]), stride=1)


def labelled_lessons(
    store: ImageStore, images: Sequence[int], recipe: Recipe, stride: int
) -> list[Lesson]:
    """Lessons from labels and regions: the control, without a teacher.

    Raises
    ------
    DataError
        No defect region is known.
    """
    sampler = Sampler(store, tuple(images), recipe, View.PATCHES, stride)
    made = []
    for number in images:
        sample = store.data.samples[number]
        if sample.label.defective and store.region(number) is None:
            continue
        image = _grey(store.image(number), recipe.window)
        shape = tuple((side - recipe.window) // stride + 1 for side in image.shape)
        targets = sampler.targets(number, (0, 0), (shape[0], shape[1]))
        own = store.data.classes[number]
        dear = np.argwhere(targets == own) if sample.label.defective else _NOWHERE
        made.append(Lesson(image, targets, dear))
    return made


_NOWHERE = np.zeros((0, 2), dtype=np.int64)


def _grey(image: NDArray[np.uint8], window: int) -> NDArray[np.uint8]:
    grey = image if image.ndim == 2 else image.mean(axis=2).round().astype(np.uint8)
    return pad_to_window(grey, window)


class Course:
    """Draws batches of crops; batch number i depends on the seed and i alone.

    Parameters
    ----------
    lessons
        At least one.
    window, stride
        Side and spacing of the windows that were judged, in pixels.
    flip
        Also show crops mirrored: what is said is mirrored with them. Not turned by quarters: a
        brushed or woven texture has a direction, and a few filters cannot learn two.
    """

    def __init__(
        self, lessons: Sequence[Lesson], window: int, stride: int, seed: int, *, flip: bool
    ) -> None:
        self._lessons, self._window, self._stride = list(lessons), window, stride
        self._seed, self._flips = seed, flip
        self._bad = [i for i, lesson in enumerate(lessons) if len(lesson.dear)]
        self._good = [i for i, lesson in enumerate(lessons) if not len(lesson.dear)]
        smallest = min(min(lesson.image.shape) for lesson in lessons)
        self.side = max(window, min(CROP, smallest) // stride * stride)

    def batch(self, number: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Crops uint8 (n, side, side), and float32 (n, classes, hc, wc) or int64 (n, h, w)."""
        rng = np.random.default_rng([self._seed, _DRAW, number])
        crops, said = [], []
        for place in range(BATCH):
            # Half of the crops show a defect, where there are any: it is what escapes.
            pool = (self._bad if place % 2 else self._good) or self._bad or self._good
            lesson = self._lessons[pool[int(rng.integers(len(pool)))]]
            crop, words = self._cut(lesson, rng)
            which = FLIPS[int(rng.integers(4))] if self._flips else 0
            crops.append(turn(crop, which))
            planes = words if words.ndim == 3 else words[None]
            said.append(np.stack([turn(plane, which) for plane in planes]))
        targets = torch.from_numpy(np.stack(said))
        return torch.from_numpy(np.stack(crops)), (
            targets[:, 0] if targets.dtype == torch.int64 else targets.float()
        )

    def _cut(
        self, lesson: Lesson, rng: np.random.Generator
    ) -> tuple[NDArray[np.uint8], NDArray[np.float16] | NDArray[np.int64]]:
        windows = (self.side - self._window) // self._stride + 1
        last = [(size - self.side) // self._stride for size in lesson.image.shape]
        if len(lesson.dear):
            dear = lesson.dear[int(rng.integers(len(lesson.dear)))]
            corner = [
                int(np.clip(at - rng.integers(windows), 0, end))
                for at, end in zip(dear, last, strict=True)
            ]
        else:
            corner = [int(rng.integers(end + 1)) for end in last]
        # A teacher's cells fill the crop; windows end one window before its edge.
        reach = windows if lesson.said.ndim == 2 else self.side // self._stride
        y, x = (at * self._stride for at in corner)
        crop = lesson.image[y : y + self.side, x : x + self.side]
        rows, columns = (slice(at, at + reach) for at in corner)
        return crop, lesson.said[..., rows, columns]


def lesson_loss(logits: torch.Tensor, said: torch.Tensor) -> torch.Tensor:
    """How far a student is from what is to be said; a defect weighs as much as all beside it.

    From a teacher: Kullback-Leibler divergence of softened probabilities, times the temperature
    squared (Hinton et al.). From labels: cross-entropy. Each crop counts the mean over its classes
    (the teacher's likeliest) of the mean over that class's windows.

    Parameters
    ----------
    logits
        float32 (n, classes, h, w), the student's.
    said
        float32 of that shape, or int64 (n, h, w).

    Returns
    -------
    tensor of float32, scalar
    """
    if said.dtype == torch.float32:
        soft = F.softmax(said / TEMPERATURE, 1)
        ours = F.log_softmax(logits / TEMPERATURE, 1)
        each = F.kl_div(ours, soft, reduction="none").sum(1) * TEMPERATURE**2
        kinds = said.argmax(1)
    else:
        each = F.cross_entropy(logits, said, ignore_index=IGNORED, reduction="none")
        kinds = said
    each, flat = each.flatten(1), kinds.flatten(1)
    present = F.one_hot(flat.clamp_min(0), logits.shape[1]).float() * (flat >= 0)[..., None]
    counts = present.sum(1)
    means = torch.einsum("nw,nwc->nc", each, present) / counts.clamp_min(1)
    return (means.sum(1) / (counts > 0).sum(1).clamp_min(1)).mean()
