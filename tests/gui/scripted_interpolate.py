"""Made-up lines that look like real ones: one run mixes both defects, the other hardly does."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.core.command import Command
from engine.core.event import Event, Progress
from engine.interpolate.messages import (
    DecoderReady,
    DecoderStep,
    FilmSaved,
    FilmShown,
    FollowLine,
    ImagesIndexed,
    IndexImages,
    IndexPatches,
    LineFlipped,
    LineFollowed,
    MeasureOverlap,
    OverlapMeasured,
    PatchesReady,
    PointShown,
    ReadInterpolation,
    SaveFilm,
    ShowFilm,
    ShowPoint,
    TrainDecoder,
)
from engine.interpolate.values import (
    IN_GREYS,
    ChannelShift,
    DecoderQuality,
    Flip,
    LineCurve,
    LineKey,
    LinePoint,
    Nearest,
    PatchQuality,
)
from engine.measures.values import LayerOverlap, RunOverlap

TOP = "conv5_3"
NAMES = ("conv1_1", "conv2_2", "conv3_3", "conv4_3", TOP)
MAP, DECODED, CHANNELS = 16, 48, 16

LEVELS = (0.05, 0.1, 0.2, 0.3)
FACTORS = (1.6, 1.2, 0.8, 0.4)
"""A low level is passed on more of the line."""


def frozen(array: np.ndarray) -> np.ndarray:
    """Return a contiguous, read-only array, as the engine's events carry."""
    result = np.ascontiguousarray(array)
    result.flags.writeable = False
    return result


def _softness(run: str) -> float:
    return 0.05 if "transfer" in run else 0.11


def probabilities(run: str, classes: int, ends: tuple[int, int], t: np.ndarray) -> np.ndarray:
    """Return each class's probability at places: one end falls, the other rises."""
    soft, gap = _softness(run), 0.06 if "transfer" in run else -0.08
    rng = np.random.default_rng(zlib.crc32(run.encode()))
    result = np.empty((len(t), classes))
    for number in range(classes):
        result[:, number] = rng.uniform(0.01, 0.08) * np.exp(-(((t - rng.uniform()) / 0.2) ** 2))
    result[:, ends[0]] = 0.99 / (1 + np.exp((t - 0.5 + gap) / soft))
    result[:, ends[1]] = 0.99 / (1 + np.exp((0.5 + gap - t) / soft))
    return result


def curve(run: str, classes: int, ends: tuple[int, int], t: np.ndarray, *, whole: bool):
    """Return what a run says along a line."""
    found = probabilities(run, classes, ends, t)
    both = np.minimum(found[:, ends[0]], found[:, ends[1]])
    overlap = (float((both > 0.5).mean()), float((both > 0.3).mean()))
    return LineCurve(
        t=frozen(t),
        probabilities=frozen(found),
        scores=frozen(found[:, list(ends)].max(axis=1)),
        labels=frozen(np.where(t < 0.5, ends[0], ends[1]).astype(np.int64)),
        overlap=overlap if whole and ends[0] != ends[1] else None,
    )


def followed(
    job: int, key: LineKey, classes: tuple[str, ...], ends: tuple[int, int], done: int, steps: int
) -> LineFollowed:
    """Return a line as far as it is worked out."""
    layer = key.layer or TOP
    smooth = layer == TOP
    t = np.linspace(0, 1, 101) if smooth else np.linspace(0, 1, steps)
    if not smooth:
        # Both ends first, then from the first image on.
        t = np.unique(np.concatenate([t[: done - 1], [1.0]]))
    total = 1 if smooth else steps
    order = np.random.default_rng(zlib.crc32(key.run.encode())).permutation(CHANNELS)
    return LineFollowed(
        job,
        key=LineKey(key.run, key.first, key.second, layer),
        layers=NAMES,
        classes=classes,
        ends=ends,
        threshold=0.5,
        smooth=smooth,
        curve=curve(key.run, len(classes), ends, t, whole=smooth or done == steps),
        channels=tuple(int(number) for number in order),
        done=total if smooth else done,
        total=total,
    )


def flips(run: str, ends: tuple[int, int]) -> tuple[Flip, ...]:
    """Return the one place where the verdict changes."""
    if ends[0] == ends[1]:
        return ()
    rng = np.random.default_rng(zlib.crc32(run.encode()))
    shifts = sorted(
        (
            ChannelShift(int(c), *(float(v) for v in rng.normal(0, 0.4, 2)))
            for c in rng.permutation(CHANNELS)[:10]
        ),
        key=lambda shift: -abs(shift.after - shift.before),
    )
    others, bias = (-0.2, 0.1), 0.05
    sums = [
        sum(getattr(shift, side) for shift in shifts) + others[i] + bias
        for i, side in enumerate(("before", "after"))
    ]
    t = 0.5 if "transfer" in run else 0.48
    return (
        Flip(
            t=t, sides=(t - 0.01, t + 0.01), before=ends[0], after=ends[1],
            everywhere="transfer" in run, logits=(sums[0], sums[1]), channels=tuple(shifts),
            others=others, bias=bias,
        ),
    )  # fmt: skip


def _blob(size: int, x: float, y: float, width: float) -> np.ndarray:
    rows, columns = np.mgrid[:size, :size] / size
    return np.exp(-(((columns - x) / width) ** 2 + ((rows - y) / width) ** 2))


def picture(key: LineKey, t: float, kind: str, channel: int) -> tuple[np.ndarray, tuple]:
    """Return a map of features, and its scale: what one image has fades into the other's."""
    rng = np.random.default_rng([key.first, key.second, zlib.crc32(key.run.encode()), channel])
    size = DECODED if kind in IN_GREYS else MAP
    places = rng.uniform(0.2, 0.8, (2, 2))
    first, second = (_blob(size, *place, 0.16) for place in places)
    noise = rng.uniform(0, 0.25, (size, size))
    if kind in IN_GREYS:
        mixed = 110 + 90 * ((1 - t) * first + t * second) + 40 * noise
        return np.rint(mixed), (0.0, 255.0)
    if kind in ("first", "second"):
        sign = 1 if kind == "first" else -1
        return 3 * sign * ((1 - t) * first - t * second) + noise - 0.12, (-3.0, 3.0)
    return 4 * ((1 - t) * first + t * second) + noise, (0.0, 4.0)


def point(
    key: LineKey,
    t: float,
    kind: str,
    channel: int,
    classes: int,
    ends: tuple[int, int],
    nearest: Nearest | None,
) -> LinePoint:
    """Return one point of a line."""
    values, scale = picture(key, t, kind, channel)
    said = probabilities(key.run, classes, ends, np.array([t]))[0]
    return LinePoint(
        key=key,
        t=t,
        picture=frozen(values.astype(np.float32)),
        scale=scale,
        probabilities=frozen(said),
        score=float(said[list(ends)].max()),
        label=ends[0] if t < 0.5 else ends[1],
        nearest=nearest,
    )


def overlap(run: str, textures: tuple[str, str], pairs: int, seed: int) -> RunOverlap:
    """Return an overlap that falls with depth, and faster with transfer."""
    rng = np.random.default_rng([seed, zlib.crc32(run.encode())])
    layers = []
    for number, layer in enumerate(("input", "conv3_3", "conv4_3", TOP)):
        level = (0.09, 0.07, 0.05, 0.03)[number] * (0.5 if "transfer" in run and number else 1.0)
        shares = rng.gamma(2.0, level / 2, pairs)
        mean = float(shares.mean())
        half = float(1.96 * shares.std() / np.sqrt(pairs))
        layers.append(
            LayerOverlap(
                layer,
                tuple(float(s) for s in shares),
                mean,
                mean - half,
                mean + half,
                tuple((each, mean * factor) for each, factor in zip(LEVELS, FACTORS, strict=True)),
            )
        )
    return RunOverlap(run, textures, LEVELS, seed, 12, tuple(layers))


def quality(run: str, steps: int = 800) -> DecoderQuality:
    """Return how well a made-up decoder rebuilds."""
    return DecoderQuality(
        psnr=24.1 if "transfer" in run else 21.6, ssim=0.63, flat_psnr=15.2, side=DECODED,
        images=20, train_images=72, steps=steps,
    )  # fmt: skip


def decoder_step(job: int, run: str, step: int, steps: int, image: np.ndarray) -> DecoderStep:
    """Return a decoder that sees more with every step."""
    share = step / steps
    grey = float(image.mean())
    decoded = (grey + share * (image.astype(float) - grey)).clip(0, 255).astype(np.uint8)
    return DecoderStep(
        job, run=run, step=step, steps=steps, loss=0.05 * (1 - share) + 0.001,
        psnr=14 + 10 * share, image=frozen(image), decoded=frozen(decoded),
    )  # fmt: skip


def points(
    keys: Sequence[LineKey],
    t: float,
    kind: str,
    channels: Sequence[int],
    classes: int,
    ends: tuple[int, int],
    indexed: dict[str, int],
) -> tuple[LinePoint, ...]:
    """Return a point of each line."""
    chosen = channels or (0,) * len(keys)
    result = []
    for key, channel in zip(keys, chosen, strict=True):
        among = indexed.get(key.run, 0)
        near = Nearest(key.first if t < 0.5 else key.second, min(t, 1 - t), among)
        result.append(point(key, t, kind, channel, classes, ends, near if among else None))
    return tuple(result)


class RefusedError(Exception):
    """The engine says why it cannot."""


INTERACTIVE = (ShowPoint, ShowFilm, ReadInterpolation)
LONG = (FollowLine, SaveFilm, TrainDecoder, IndexImages, IndexPatches, MeasureOverlap)
PATCHES = PatchQuality(0.97, 0.71, 0.02, 410, 6000, 24, 72)


class LineDesk:
    """Answers everything about lines.

    `world` tells images, decoders, indexed images, overlaps and what is held back.
    """

    def __init__(self, emit: Callable[[Event], None], world: Any) -> None:
        self.emit, self.world = emit, world

    def answer(self, command: Command) -> None:
        """Answer an interactive command."""
        job, world = command.job, self.world
        world.hold(command)
        world.said.append(command)
        if isinstance(command, ShowPoint):
            shown = self._points(command.keys, command.t, command.picture, command.channels)
            self.emit(PointShown(job, command.t, command.picture, shown))
        elif isinstance(command, ShowFilm):
            steps = [
                self._points(command.keys, float(t), command.picture, command.channels)
                for t in np.linspace(0, 1, command.steps)
            ]
            self.emit(FilmShown(job, command.picture, tuple(zip(*steps, strict=True))))
        elif isinstance(command, ReadInterpolation):
            run = command.run
            if run in world.decoders:
                self.emit(DecoderReady(job, run, world.decoders[run]))
            if run in world.patched:
                self.emit(PatchesReady(job, run, PATCHES))
            if run in world.indexed:
                self.emit(ImagesIndexed(job, run, world.indexed[run]))
            for found in world.overlaps.get(run, ()):
                if found.textures == command.textures:
                    self.emit(OverlapMeasured(job, run, found))

    def long(self, command: Command, stopping: set[int]) -> Iterator[None]:
        """Work a command out step by step."""
        self.world.hold(command)
        self.world.said.append(command)
        if isinstance(command, FollowLine):
            yield from self._follow(command)
        elif isinstance(command, SaveFilm):
            Path(command.path).write_bytes(b"film")
            self.emit(FilmSaved(command.job, command.path))
        elif isinstance(command, TrainDecoder):
            yield from self._train(command, stopping)
        elif isinstance(command, IndexImages):
            yield from self._count(command.job, "features", 4)
            self.world.indexed[command.run] = 20
            self.emit(ImagesIndexed(command.job, command.run, 20))
        elif isinstance(command, IndexPatches):
            yield from self._count(command.job, "features", 4)
            self.world.patched.add(command.run)
            self.emit(PatchesReady(command.job, command.run, PATCHES))
        elif isinstance(command, MeasureOverlap):
            yield from self._count(command.job, "overlap", 5)
            found = overlap(command.run, command.textures, command.pairs, command.seed)
            self.world.overlaps[command.run] = (found,)
            self.emit(OverlapMeasured(command.job, command.run, found))

    def _count(self, job: int, stage: str, total: int) -> Iterator[None]:
        for done in range(total):
            self.world.step_wait()
            self.emit(Progress(job, stage, done + 1, total))
            yield

    def _follow(self, command: FollowLine) -> Iterator[None]:
        key = command.key
        if key.run in self.world.broken:
            raise RefusedError(self.world.broken[key.run])
        classes, ends = self.world.line_classes(), self._ends(key)
        smooth = key.layer in ("", TOP)
        for done in range(1 if smooth else 2, 2 if smooth else command.steps + 1):
            self.world.step_wait()
            self.emit(followed(command.job, key, classes, ends, done, command.steps))
            yield
        named = LineKey(key.run, key.first, key.second, key.layer or TOP)
        self.emit(LineFlipped(command.job, named, flips(key.run, ends)))

    def _train(self, command: TrainDecoder, stopping: set[int]) -> Iterator[None]:
        yield from self._count(command.job, "features", 2)
        image = self.world.picture(1)
        for step in range(100, command.steps + 1, 100):
            self.world.step_wait()
            self.emit(decoder_step(command.job, command.run, step, command.steps, image))
            yield
            if command.job in stopping:
                break
        found = quality(command.run, step)
        self.world.decoders[command.run] = found
        self.emit(DecoderReady(command.job, command.run, found))

    def _points(
        self, keys: Sequence[LineKey], t: float, kind: str, channels: Sequence[int]
    ) -> tuple[LinePoint, ...]:
        classes = len(self.world.line_classes())
        if keys[0].layer != TOP:
            t = round(t * 10) / 10
        ends = self._ends(keys[0])
        return points(keys, t, kind, channels, classes, ends, self.world.indexed)

    def _ends(self, key: LineKey) -> tuple[int, int]:
        classes = self.world.line_classes()
        first, second = (self.world.class_name(index) for index in (key.first, key.second))
        return classes.index(first), classes.index(second)
