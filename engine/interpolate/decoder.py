"""A small decoder: from the last layer's maps back to a picture, to see what they still hold."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from pathlib import Path

import cattrs
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from torch import nn

from engine.core.errors import NotDefinedError, RunError
from engine.data.image import resize
from engine.interpolate.values import DecoderQuality
from engine.network.window_classifier import WindowClassifier
from engine.project.kept_key import kept_key
from engine.project.runs import RunFolder
from engine.training.checkpoint import read_tensors, write_tensors

SHRINK = 4
"""Pixels of what the network sees to one of the picture: 128 of 512."""

FORMAT = 1


class Decoder(nn.Module):
    """Maps to a grey picture, the same layers for every network.

    Attributes
    ----------
    per_cell : pixels of the picture along the side of a cell
    """

    spread: torch.Tensor

    def __init__(self, channels: int, stride: int) -> None:
        super().__init__()
        self.per_cell = max(1, stride // SHRINK)
        doublings = round(math.log2(self.per_cell))
        # Activations of different networks differ in size; brought to one scale they train alike.
        self.register_buffer("spread", torch.ones(1))
        layers: list[nn.Module] = [
            nn.Conv2d(channels, 64, 1),
            nn.ReLU(),
            nn.Conv2d(64, 64, 3, padding=1),
            nn.ReLU(),
        ]
        width = 64
        for _ in range(doublings):
            # Sub-pixel convolution (Shi et al., CVPR 2016): cheap where the picture is large.
            layers += [nn.Conv2d(width, 2 * width, 3, padding=1), nn.PixelShuffle(2), nn.ReLU()]
            width //= 2
        layers.append(nn.Conv2d(width, 1, 3, padding=1))
        self.layers = nn.Sequential(*layers)

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """Grey values about [0, 1], (n, 1, h, w), of maps (n, channels, hc, wc)."""
        result: torch.Tensor = self.layers(maps / self.spread)
        return result

    @torch.inference_mode()
    def decode(self, maps: torch.Tensor) -> NDArray[np.uint8]:
        """Picture one image's maps (channels, hc, wc) as uint8 (h, w)."""
        shown = maps[None].float().contiguous(memory_format=torch.channels_last)
        grey = self(shown)[0, 0].clamp(0, 1)
        return np.asarray(grey.mul(255).round().to(torch.uint8).cpu().numpy())


def decoder_for(network: WindowClassifier) -> Decoder:
    """An untrained decoder that fits a network.

    Raises
    ------
    NotDefinedError
        The network's cells cannot be doubled to pixels.
    """
    if network.stride < SHRINK or math.log2(network.stride) % 1:
        raise NotDefinedError(
            "There is no decoder for a network whose cells are {stride} pixels wide.",
            stride=network.stride,
        )
    # Its first weights are drawn, and a run that trains meanwhile must not notice.
    with torch.random.fork_rng(devices=[]):
        decoder = Decoder(network.head.in_features, network.stride)
    # Twice as fast on a CPU, and a slider waits for it.
    decoder.to(memory_format=torch.channels_last)
    return decoder.to(network.head.weight.device)


def target_of(shown: NDArray[np.uint8], stride: int) -> NDArray[np.uint8]:
    """What a decoder shall make of an image: grey, shrunk, whole cells only.

    Parameters
    ----------
    shown
        uint8 (H, W) or (H, W, 3), as the network sees it.

    Returns
    -------
    ndarray of uint8, shape (H // stride * per_cell, W // stride * per_cell)
    """
    grey = shown if shown.ndim == 2 else shown.mean(axis=2).round().astype(np.uint8)
    rows, columns = grey.shape[0] // stride, grey.shape[1] // stride
    whole = np.ascontiguousarray(grey[: rows * stride, : columns * stride])
    per_cell = max(1, stride // SHRINK)
    return resize(whole, rows * per_cell, columns * per_cell)


def save_decoder(folder: RunFolder, decoder: Decoder, quality: DecoderQuality) -> None:
    """Keep a decoder with the run whose weights it was trained on."""
    notes = {"key": kept_key(folder, FORMAT), "quality": asdict(quality)}
    write_tensors(_file(folder), decoder.state_dict(), notes)


def kept_quality(folder: RunFolder) -> DecoderQuality | None:
    """Quality of the decoder a run keeps; None if it has none for its weights as they are."""
    try:
        with safe_open(_file(folder), framework="pt") as file:
            notes = json.loads((file.metadata() or {})["notes"])
        if notes["key"] != kept_key(folder, FORMAT):
            return None
        return cattrs.structure(notes["quality"], DecoderQuality)
    except (OSError, SafetensorError, ValueError, TypeError, KeyError, cattrs.BaseValidationError):
        return None


def load_decoder(folder: RunFolder, network: WindowClassifier) -> Decoder | None:
    """The decoder a run keeps, in evaluation mode; None if it has none for its weights."""
    if kept_quality(folder) is None:
        return None
    decoder = decoder_for(network)
    try:
        decoder.load_state_dict(read_tensors(_file(folder))[0])
    except (RunError, RuntimeError):
        return None
    return decoder.eval()


def _file(folder: RunFolder) -> Path:
    return folder.path / "decoder.safetensors"
