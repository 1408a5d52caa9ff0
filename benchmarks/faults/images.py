"""Damaged images: each is read or refused in one line, and none holds a night's work up."""

from __future__ import annotations

import random
import time
from pathlib import Path

import cv2
import numpy as np

from benchmarks.faults.ground import Ground, Tally, command
from engine.core.errors import DataError
from engine.data.image import read_image
from engine.folder.arrivals import find_images

KINDS = (".png", ".jpg", ".bmp", ".tif", ".webp")


def mutate(raw: bytes, rng: random.Random) -> bytes:
    """Change bytes, cut, double, or fill: what disks and transfers do."""
    data = bytearray(raw)
    how = rng.randrange(6)
    if how == 0:
        for _ in range(rng.randint(1, 20)):
            data[rng.randrange(len(data))] = rng.randrange(256)
    elif how == 1:
        del data[rng.randrange(len(data)) :]
    elif how == 2:
        at = rng.randrange(len(data))
        del data[at : at + rng.randint(1, 400)]
    elif how == 3:
        at = rng.randrange(len(data))
        data[at:at] = data[at : at + rng.randint(1, 400)]
    elif how == 4:
        at = rng.randrange(len(data))
        data[at : at + 512] = bytes(min(512, len(data) - at))
    else:
        for _ in range(rng.randint(1, 6)):  # the head, where sizes stand
            data[rng.randrange(min(64, len(data)))] = rng.randrange(256)
    return bytes(data)


def images(ground: Ground, seed: int, *, short: bool, inspect: bool = True) -> Tally:
    """Read mutated images of all formats; then inspect a folder of them."""
    tally, rng = Tally("images"), random.Random(seed)
    folder = ground.root / "mutated"
    folder.mkdir(exist_ok=True)
    picture = np.random.default_rng(seed).integers(0, 255, (96, 128), dtype=np.uint8)
    sources = {kind: cv2.imencode(kind, picture)[1].tobytes() for kind in KINDS}
    read = refused = 0
    slowest = 0.0
    for number in range(150 if short else 1500):
        kind = KINDS[number % len(KINDS)]
        path = folder / f"{number:05d}{kind}"
        path.write_bytes(mutate(sources[kind], rng))
        tally.tried += 1
        began = time.monotonic()
        try:
            image = read_image(path)
            read += 1
            if image.dtype != np.uint8 or image.ndim not in (2, 3):
                tally.fail(f"{path.name}: {image.dtype} {image.shape}")
        except DataError as error:
            refused += 1
            if "\n" in str(error) or path.name not in str(error):
                tally.fail(f"{path.name}: {error}")
        except BaseException as error:
            tally.fail(f"{path.name}: {type(error).__name__}: {error}")
        slowest = max(slowest, time.monotonic() - began)
    if inspect:
        _inspect(ground, folder, tally, short=short)
    tally.notes.append(f"{read} read, {refused} refused, slowest {slowest:.2f} s")
    return tally


def _inspect(ground: Ground, folder: Path, tally: Tally, *, short: bool) -> None:
    """A folder of damaged images is judged to its end."""
    table = ground.root / "mutated.csv"
    table.unlink(missing_ok=True)
    few = ground.root / "mutated-few"
    few.mkdir(exist_ok=True)
    for path in sorted(folder.iterdir())[: 20 if short else 200]:
        (few / path.name).write_bytes(path.read_bytes())
    ended = command(["inspect", str(ground.run), str(few), "--csv", str(table)])
    rows = len(Path(table).read_text("utf-8-sig").splitlines()) - 1 if table.is_file() else -1
    # 4: some parts have no verdict, and their rows say why.
    if ended.code not in (0, 4) or rows != len(find_images(few)):
        tally.fail(
            f"inspect of damaged images: exit {ended.code}, {rows} rows: {ended.said[-200:]}"
        )
