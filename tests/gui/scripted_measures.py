"""Made-up measures that look like real ones: upper layers sparse, classes apart after training."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from engine.core.recipe import Recipe
from engine.core.values import LayerChange, LayerPulse
from engine.measures.values import (
    Activity,
    ChannelPictures,
    ClassFlatness,
    ClassMap,
    Embedding,
    Flatness,
    LayerActivity,
    RunMeasures,
)


def frozen(array: np.ndarray) -> np.ndarray:
    """Return a contiguous, read-only array, as the engine's events carry."""
    result = np.ascontiguousarray(array)
    result.flags.writeable = False
    return result


def _rng(*parts: object) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(repr(parts).encode()))


def width(layer: str, most: int) -> int:
    """Return the channels of a VGG layer, at most so many."""
    return min({"conv1": 64, "conv2": 128, "conv3": 256}.get(layer.split("_")[0], 512), most)


def activity(
    run: str, layer: str, shares: tuple[float, float], most: int
) -> tuple[LayerActivity, LayerActivity]:
    """Return a layer at iteration 0 and at the end."""
    rng, channels = _rng(run, layer), width(layer, most)
    rank = rng.permutation(channels) / channels
    result = []
    for number, share in enumerate(shares):
        dead = rank < share
        if number:
            dead[np.argmax(rank)] = share > 0.2
            dead[np.argmin(rank)] = False
        live = ~dead
        result.append(
            LayerActivity(
                layer,
                frozen(dead),
                frozen(np.where(live, rng.uniform(0.2, 0.9, channels), 1.0)),
                frozen(np.where(live, rng.gamma(1.0, 1.0, channels), 0.0)),
                frozen(np.where(live, rng.uniform(0, 1, channels), np.nan)),
                0.04,
            )
        )
    return result[0], result[1]


def flatness(run: str, names: Sequence[str], level: float) -> Flatness:
    """Return the flatness of some classes around a level."""
    rng = _rng(run, level)
    return Flatness(
        tuple(
            ClassFlatness(
                name,
                float(level + rng.normal(0, 0.03)),
                100,
                8,
                int(rng.integers(0, 3)),
                tuple(float(level + rng.normal(0, 0.01)) for _ in range(5)),
                0.61,
            )
            for name in names
        ),
        (),
        10,
        0,
    )


def pictures(rng: np.random.Generator, count: int) -> np.ndarray:
    """Return windows of different brightness and texture."""
    y, x = np.mgrid[0:48, 0:48] / 48
    waves = rng.uniform(2, 14, (count, 2, 1, 1))
    light = rng.uniform(70, 180, (count, 1, 1))
    grey = light + 45 * np.sin(6.28 * (waves[:, 0] * x + waves[:, 1] * y))
    grey = grey + rng.normal(0, 8, grey.shape)
    return frozen(np.repeat(grey[..., None], 3, axis=3).clip(0, 255).astype(np.uint8))


def embedding(run: str, from_source: bool, windows: int = 60) -> Embedding:
    """Return two domains that lie apart."""
    rng = _rng(run, "embedding")
    domains = np.repeat([0, 1], windows)
    pca = rng.normal(0, 1, (2 * windows, 2)) * [1.0, 0.7] + np.outer(domains, [4.0, 0.6])
    explained = np.geomspace(0.31, 0.001, 20)
    return Embedding(
        0.98,
        "two sample photographs of scikit-learn",
        2,
        from_source,
        windows,
        frozen(domains.astype(np.int64)),
        frozen(np.concatenate([np.arange(windows) % 2, np.arange(windows) % 12]).astype(np.int64)),
        frozen(pca.astype(np.float32)),
        frozen(explained),
        frozen((20 * pca + rng.normal(0, 6, pca.shape)).astype(np.float32)),
        None,
        "",
        pictures(rng, 2 * windows),
    )


def class_map(run: str, layers: Sequence[str], names: Sequence[str], files: int) -> ClassMap:
    """Return classes that come apart in the upper layers, more so after training."""
    rng = _rng(run, "classes")
    each = 20
    classes = np.repeat(np.arange(len(names)), each)
    angle = 2 * np.pi * np.arange(len(names)) / len(names)
    centres = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    depth = np.linspace(0.1, 1, len(layers))[:, None, None]
    noise = rng.normal(0, 1, (2, len(layers), len(classes), 2))
    before = noise[0] + 2.0 * depth * centres[classes]
    after = noise[1] + 6.0 * depth * centres[classes]
    chance = 1 / len(names)
    rise = np.linspace(0, 1, len(layers))
    return ClassMap(
        tuple(layers),
        tuple(names),
        frozen(classes.astype(np.int64)),
        frozen((np.arange(len(classes)) % files).astype(np.int64)),
        frozen(before.astype(np.float32)),
        frozen(after.astype(np.float32)),
        frozen(np.tile([0.34, 0.21], (len(layers), 1))),
        tuple(float(chance + (0.72 - chance) * r) for r in rise),
        tuple(float(chance + (0.99 - chance) * r**0.5) for r in rise),
        chance,
        pictures(rng, len(classes)),
    )


@lru_cache(maxsize=32)  # drawing their pictures takes as long as a page of them
def made_up_measures(
    run: str,
    recipe: Recipe,
    layers: tuple[str, ...],
    files: tuple[str, ...],
    seed: int,
    most: int,
    names: tuple[str, ...] = ("normal", "defective"),
) -> RunMeasures:
    """Return all measures of a run."""
    rng = _rng(run)
    transfer = recipe.setting in ("transfer", "frozen")
    still = recipe.setting == "frozen"
    rise = np.linspace(0, 1, len(layers))
    gammas = 0.002 + 0.03 * rise**2 if transfer else 0.35 - 0.2 * rise
    gammas = gammas * rng.uniform(0.85, 1.15, len(layers)) * (0 if still else 1)
    end = 0.02 + 0.55 * rise**3 if transfer else 0.03 + 0.03 * rise
    begin = 0.02 + 0.12 * rise**3 if transfer else 0.04 + 0.01 * rise
    pairs = [
        activity(run, layer, (float(b), float(b if still else e * rng.uniform(0.9, 1.1))), most)
        for layer, b, e in zip(layers, begin, end, strict=True)
    ]
    return RunMeasures(
        images=files,
        seed=seed,
        iteration=recipe.iterations,
        frozen=still,
        changes=(
            *(
                LayerChange(layer, float(gamma), None, True)
                for layer, gamma in zip(layers, gammas, strict=True)
            ),
            LayerChange("head", 3.2, None, False),
        ),
        activity=Activity(len(files), 3, tuple(after for _, after in pairs)),
        activity_before=Activity(len(files), 3, tuple(before for before, _ in pairs)),
        flatness=flatness(run, names, 0.35 if transfer else 0.6),
        flatness_before=flatness(run, names, 0.55),
        embedding=embedding(run, transfer),
        classes=class_map(run, layers[::2], names, len(files)),
        run=run.rsplit("/", 1)[-1],
        seconds=61.0,
    )


def pulses(layers: Sequence[str], iteration: int) -> tuple[LayerPulse, ...]:
    """Return what one live validation logs."""
    rise = np.linspace(0, 1, len(layers))
    moved = 0.002 * np.sqrt(iteration) * (0.2 + rise**2)
    dead = 0.02 + 0.5 * rise**3 * (1 - np.exp(-iteration / 400))
    return (
        *(
            LayerPulse(layer, float(change), float(share))
            for layer, change, share in zip(layers, moved, dead, strict=True)
        ),
        LayerPulse("head", 0.5 * float(np.sqrt(iteration)), None),
    )


def pictured(run: str, index: int, layer: str, most: int, region: bool) -> ChannelPictures:
    """Return maps of all channels with blobs in them."""
    rng, channels = _rng(run, index, layer), width(layer, most)
    y, x = np.mgrid[0:32, 0:32]
    spots = np.zeros((channels, 32, 32))
    for _ in range(3):
        at = rng.uniform(0, 32, (2, channels, 1, 1))
        size = rng.uniform(3, 30, (channels, 1, 1))
        spots += np.exp(-((y - at[0]) ** 2 + (x - at[1]) ** 2) / size)
    before = rng.uniform(0, 1, channels) < 0.08
    dead = np.where(before, rng.uniform(0, 1, channels) < 0.8, rng.uniform(0, 1, channels) < 0.17)
    spots[dead] = 0
    top = spots.max(axis=(1, 2), keepdims=True)
    maps = np.divide(255 * spots, top, out=np.zeros_like(spots), where=top > 0)
    share = np.where(dead | (not region), np.nan, rng.uniform(0, 1, channels) ** 3)
    return ChannelPictures(
        frozen(maps.astype(np.uint8)),
        frozen(top[:, 0, 0].astype(np.float32)),
        frozen(np.where(dead, 0, rng.normal(0, 0.2, channels)).astype(np.float32)),
        frozen(share.astype(np.float32)),
        0.034 if region else None,
        frozen(dead),
        frozen(before),
        layer == "conv5_3",
    )
