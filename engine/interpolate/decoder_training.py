"""Training a run's decoder: equal images, steps and layers for each run, so that they compare."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from skimage.metrics import peak_signal_noise_ratio, structural_similarity
from torch.nn import functional as F

from engine.core.errors import RunError
from engine.data.draw import sample_images
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.interpolate.decoder import Decoder, decoder_for, save_decoder, target_of
from engine.interpolate.values import DecoderQuality
from engine.project.runs import RunFolder

JUDGED = 24
"""Test images on which a decoder is judged, at most."""

BATCH, CELLS = 8, 16
"""Crops a step, and cells along the side of a crop."""

RATE = 2e-3
SHOWN_EVERY = 25
_INIT, _CROPS = 91, 92
"""Streams of random numbers."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A decoder in training. `image`, `decoded`: uint8 (h, w); see `events.DecoderStep`."""

    step: int
    loss: float
    psnr: float
    image: NDArray[np.uint8]
    decoded: NDArray[np.uint8]


Seen = tuple[torch.Tensor, NDArray[np.uint8]]
"""Maps (channels, hc, wc), bfloat16 to halve the memory, and the picture they shall give."""

Steps = Generator[tuple[str, int, int] | Preview, None, DecoderQuality]


def train_decoder(
    folder: RunFolder,
    judge: Judge,
    store: ImageStore,
    images: int,
    steps: int,
    seed: int,
    stop: Callable[[], bool],
) -> Steps:
    """Train a decoder on a run's training images and keep it with the run.

    Mean squared error, AdamW with one cycle; judged on test images (PSNR, and SSIM of Wang et
    al., IEEE TIP 2004).

    Parameters
    ----------
    images
        Training images whose features are looked up, the classes as equal as they come.
    steps
        Optimiser steps.
    stop
        Asked after every step; True: keep what there is.

    Yields
    ------
    (stage, done, total) or Preview
        Closing it writes nothing.

    Raises
    ------
    NotDefinedError
        The network's cells cannot be doubled to pixels.
    RunError
        The run has no training or no test images.
    """
    decoder = decoder_for(judge.network)
    split, data = folder.read_split(store.data), store.data
    chosen = sample_images(data, split.train, images, seed)
    judged = sample_images(data, split.test, JUDGED, seed)
    if not chosen or not judged:
        raise RunError("{path}: it has no training and test images.", path=folder.path)
    seen: list[Seen] = []
    total = len(chosen) + len(judged)
    for done, number in enumerate((*chosen, *judged), 1):
        seen.append(_look(judge, store, number))
        yield "features", done, total
    train, test = seen[: len(chosen)], seen[len(chosen) :]
    taken = yield from _fit(decoder, train, test[0], steps, seed, stop)
    quality = yield from _judge(decoder, test, len(chosen), taken)
    save_decoder(folder, decoder, quality)
    return quality


def _look(judge: Judge, store: ImageStore, number: int) -> Seen:
    image = store.image(number)
    pixels, _ = judge.input(image)
    # Inference tensors cannot be trained on; a copy can.
    maps = judge.maps(image)[0].to(torch.bfloat16).clone()
    return maps, target_of(pixels[0].numpy(), judge.network.stride)


def _fit(
    decoder: Decoder,
    train: list[Seen],
    shown: Seen,
    steps: int,
    seed: int,
    stop: Callable[[], bool],
) -> Generator[tuple[str, int, int] | Preview, None, int]:
    """Train; returns the steps that were taken."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed * 1000 + _INIT)
        for module in decoder.modules():
            if isinstance(module, torch.nn.Conv2d):
                module.reset_parameters()
    squares = torch.stack([maps.float().square().mean() for maps, _ in train])
    decoder.spread.fill_(max(float(squares.mean()) ** 0.5, 1e-12))
    optimizer = torch.optim.AdamW(decoder.parameters(), lr=RATE, weight_decay=1e-4)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=max(2, steps))
    rng = np.random.default_rng([seed, _CROPS])
    losses: list[float] = []
    for step in range(1, steps + 1):
        maps, targets = _batch(decoder, train, rng)
        loss = F.mse_loss(decoder(maps), targets)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        cycle.step()
        losses.append(float(loss.detach()))
        ends = stop()
        if ends or step == steps or step % SHOWN_EVERY == 1:
            decoded = decoder.decode(shown[0])
            psnr = float(peak_signal_noise_ratio(shown[1], decoded, data_range=255))
            yield Preview(step, float(np.mean(losses[-SHOWN_EVERY:])), psnr, shown[1], decoded)
        yield "decoder", step, steps
        if ends:
            return step
    return steps


def _batch(
    decoder: Decoder, train: list[Seen], rng: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """Crops of the smallest image's size at most: maps and pictures, float32 (n, ...)."""
    cells = [min(CELLS, *(maps.shape[side] for maps, _ in train)) for side in (1, 2)]
    per_cell = decoder.per_cell
    crops, wanted = [], []
    for place in rng.integers(0, len(train), BATCH):
        maps, picture = train[int(place)]
        top, left = (int(rng.integers(0, maps.shape[i + 1] - cells[i] + 1)) for i in (0, 1))
        crops.append(maps[:, top : top + cells[0], left : left + cells[1]])
        y, x = top * per_cell, left * per_cell
        wanted.append(
            torch.from_numpy(
                picture[y : y + cells[0] * per_cell, x : x + cells[1] * per_cell] / np.float32(255)
            )
        )
    targets = torch.stack(wanted)[:, None].to(decoder.spread.device)
    return torch.stack(crops).float(), targets


def _judge(
    decoder: Decoder, test: list[Seen], train_images: int, steps: int
) -> Generator[tuple[str, int, int], None, DecoderQuality]:
    result = []
    for done, (maps, picture) in enumerate(test, 1):
        decoded = decoder.decode(maps)
        flat = np.full_like(picture, round(float(picture.mean())))
        result.append(
            (
                _psnr(picture, decoded),
                float(structural_similarity(picture, decoded, data_range=255)),
                _psnr(picture, flat),
            )
        )
        yield "validating", done, len(test)
    psnr, ssim, flat_psnr = (float(value) for value in np.mean(result, axis=0))
    side = max(test[0][1].shape)
    return DecoderQuality(psnr, ssim, flat_psnr, side, len(test), train_images, steps)


def _psnr(picture: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """In decibels; of equal pictures 60, so that a mean stays finite."""
    if np.array_equal(picture, other):
        return 60.0
    return float(peak_signal_noise_ratio(picture, other, data_range=255))
