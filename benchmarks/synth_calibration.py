"""Measure real DAGM 2007 images and generated ones side by side.

    python benchmarks/synth_calibration.py REAL_DIR OUT_DIR

REAL_DIR holds the real images and ``labels.csv`` with the columns file, dagm_class, defect and
mask. OUT_DIR gets ``synth-calibration.md`` and ``images/synth-contact-sheet.jpg``.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import fft
from scipy.ndimage import binary_dilation, gaussian_filter, uniform_filter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from engine.data.synth.defects import add_defect
from engine.data.synth.shapes import ellipse_mask
from engine.data.synth.textures import texture

Grey = NDArray[np.uint8]
GENERATED = 40  # defective images per texture to measure, and as many normal ones
TILE = 256


@dataclass(frozen=True)
class Picture:
    """One image, and its mask if it has a known one."""

    grey: Grey
    mask: Grey | None
    defective: bool


NAMES = {
    "mean": "grey mean",
    "std": "grey std",
    "skew": "grey skew",
    "corr_x": "correlation length x, px",
    "corr_y": "correlation length y, px",
    "low": "power below 0.04 cycles/px, %",
    "mid": "power 0.04-0.2 cycles/px, %",
    "high": "power above 0.35 cycles/px, %",
    "peak": "peak contrast of the defect",
    "inner": "mean difference inside",
    "flat": "lowest local std ratio",
    "minor": "ellipse minor axis, px",
    "major": "ellipse major axis, px",
    "small": "peak contrast at 224 px",
}


def measure(picture: Picture) -> dict[str, float]:
    """Measure one picture; see ``NAMES`` and the notes in the report."""
    image = picture.grey.astype(np.float64)
    inner = image[4:-4, 4:-4]
    centred = inner - inner.mean()
    size = centred.shape[0]
    found = {
        "mean": float(image.mean()),
        "std": float(image.std()),
        "skew": float((centred**3).mean() / centred.std() ** 3),
    }
    power = np.abs(fft.fft2(centred)) ** 2
    correlation = fft.ifft2(power).real / power.sum() * centred.size
    found["corr_x"] = correlation_length(correlation[0, : size // 2])
    found["corr_y"] = correlation_length(correlation[: size // 2, 0])
    window = np.hanning(size)
    power = np.abs(fft.fft2(centred * window * window[:, None])) ** 2
    radius = np.hypot(fft.fftfreq(size)[:, None], fft.fftfreq(size)[None, :])
    for key, low, high in (("low", 0.0, 0.04), ("mid", 0.04, 0.2), ("high", 0.35, 1.0)):
        found[key] = float(100 * power[(radius >= low) & (radius < high)].sum() / power.sum())
    if picture.mask is not None:
        found |= measure_defect(image, picture.mask)
    return found


def correlation_length(curve: NDArray[np.float64]) -> float:
    """Give the lag in px at which the correlation first falls below one half."""
    below = int(np.argmax(curve < 0.5))
    step = curve[below - 1] - curve[below]
    return below - 1 + float((curve[below - 1] - 0.5) / step)


def measure_defect(image: NDArray[np.float64], mask: Grey) -> dict[str, float]:
    """Compare the masked region with a ring round it."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    (cx, cy), axes, angle = cv2.fitEllipse(max(outlines, key=len))
    region = mask > 0
    ring = binary_dilation(region, iterations=25) & ~binary_dilation(region, iterations=3)
    half = np.zeros_like(mask)
    cv2.ellipse(half, ((cx, cy), (axes[0] / 2, axes[1] / 2), angle), 255, -1)
    spread = image[ring].std()
    square = uniform_filter(image**2, 11) - uniform_filter(image, 11) ** 2
    local = np.sqrt(np.maximum(square, 0))
    small = np.asarray(cv2.resize(image, (224, 224), interpolation=cv2.INTER_AREA), np.float64)
    small_region = cv2.resize(mask, (224, 224), interpolation=cv2.INTER_NEAREST) > 0
    small_ring = cv2.resize(ring.astype(np.uint8), (224, 224), interpolation=cv2.INTER_NEAREST) > 0
    return {
        "peak": peak(gaussian_filter(image, 1.5), region, ring),
        "inner": float(abs(image[half > 0].mean() - image[ring].mean()) / spread),
        "flat": float(local[region].min() / np.median(local[ring])),
        "minor": axes[0],
        "major": axes[1],
        "small": peak(small, small_region, small_ring),
    }


def peak(image: NDArray[np.float64], region: NDArray[np.bool_], ring: NDArray[np.bool_]) -> float:
    """Give the mean of the 60 most unusual pixels of the region, in deviations of the ring."""
    away = np.sort((image[region] - image[ring].mean()) / image[ring].std())
    count = min(60, len(away) // 4)
    return float(max(away[-count:].mean(), -away[:count].mean()))


def load(path: Path) -> Grey:
    """Read one image as grey, or end with a message."""
    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise SystemExit(f"{path}: cannot be read as an image.")
    return np.asarray(image, dtype=np.uint8)


def read_real(root: Path) -> dict[int, list[Picture]]:
    """Read the real images by class."""
    real: dict[int, list[Picture]] = {number: [] for number in range(1, 7)}
    with (root / "labels.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            grey = load(root / row["file"])
            mask = None
            if row["mask"]:
                mask = np.where(load(root / row["mask"]) > 127, 255, 0).astype(np.uint8)
            real[int(row["dagm_class"])].append(Picture(grey, mask, row["defect"] == "1"))
    return real


def draw_generated(number: int) -> list[Picture]:
    """Generate the same count of normal and defective images of one texture."""
    pictures = []
    for index in range(2 * GENERATED):
        defective = index >= GENERATED
        rng = np.random.default_rng([2007, number, index])
        image, mask = texture(number, 512, rng), None
        if defective:
            image, ellipse = add_defect(number, image, rng)
            mask = ellipse_mask(ellipse, 512)
        pictures.append(Picture(np.rint(image).astype(np.uint8), mask, defective))
    return pictures


def table(number: int, real: list[Picture], generated: list[Picture]) -> str:
    """Give the markdown table of one texture."""
    rows = [[measure(picture) for picture in group] for group in (real, generated)]
    masked = sum(picture.mask is not None for picture in real)
    lines = [
        f"## Texture {number}\n",
        f"{len(real)} real images, {masked} of them with a mask.\n",
        "| measure | real, least to most | generated, 5 to 95 % | generated, median |",
        "|---|---|---|---|",
    ]
    for key, name in NAMES.items():
        found = [[row[key] for row in group if key in row] for group in rows]
        low, middle, high = np.percentile(found[1], [5, 50, 95])
        lines.append(
            f"| {name} | {min(found[0]):.3g} to {max(found[0]):.3g} "
            f"| {low:.3g} to {high:.3g} | {middle:.3g} |"
        )
    return "\n".join(lines) + "\n"


def tile(picture: Picture, crop: bool, index: int = 0) -> NDArray[np.uint8]:
    """Give one tile: the whole image with its ellipse, or 128 native px enlarged twice."""
    colour = cv2.cvtColor(picture.grey, cv2.COLOR_GRAY2BGR)
    if crop:
        y, x = 192, 60 + 90 * index
        if picture.mask is not None:
            rows, columns = np.nonzero(picture.mask)
            y, x = (int(np.clip(p.mean() - 64, 0, 384)) for p in (rows, columns))
        part = colour[y : y + 128, x : x + 128]
        return np.asarray(cv2.resize(part, (TILE, TILE), interpolation=cv2.INTER_NEAREST), np.uint8)
    small = cv2.resize(colour, (TILE, TILE), interpolation=cv2.INTER_AREA)
    if picture.mask is not None:
        mask = cv2.resize(picture.mask, (TILE, TILE), interpolation=cv2.INTER_NEAREST)
        outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        cv2.drawContours(small, outlines, -1, (60, 60, 255), 1)
    return np.asarray(small, np.uint8)


def contact_row(real: list[Picture], generated: list[Picture]) -> NDArray[np.uint8]:
    """Give one row: real normal, defective, two crops; then the same generated."""
    tiles = []
    for group in (real, generated):
        normal = next((p for p in group if not p.defective), group[0])
        masked = [picture for picture in group if picture.mask is not None]
        other = masked[1] if len(masked) > 1 else group[0]
        tiles += [tile(normal, False), tile(masked[0], False)]
        tiles += [tile(masked[0], True), tile(other, True)]
        tiles.append(np.full((TILE, 12, 3), 255, np.uint8))
    row = np.hstack(tiles[:-1])
    return np.vstack([row, np.full((6, row.shape[1], 3), 255, np.uint8)])


INTRODUCTION = """# Generated textures beside real ones

Written by `python benchmarks/synth_calibration.py REAL_DIR OUT_DIR`. Real images: DAGM 2007,
M. Wieler and T. Hahn, CC BY 4.0. All measures are taken by the same code on both. There are only
a few real images (two for textures 5 and 6), so a real range is what was seen, not what is
possible. Generated: {count} normal and {count} defective images per texture.

- Correlation length: the lag at which the autocorrelation falls below one half.
- Peak contrast: the image is smoothed (1.5 px); the 60 most unusual pixels inside the ellipse,
  less the mean of a ring 25 px wide round it, in standard deviations of the smoothed ring. "At
  224 px": the same on the image shrunk to 224 px without smoothing.
- Mean difference inside: ellipse of half the axes against the ring, in standard deviations.
- Lowest local std ratio: least standard deviation of an 11 px square inside the ellipse, over the
  median in the ring; only for texture 1 is this the defect itself.

![Contact sheet](images/synth-contact-sheet.jpg)

Left half real, right half generated; one row per texture: normal image (where there is one),
defective image with its ellipse, and two crops of 128 px enlarged twice.
"""


def main() -> None:
    """Read the command line and write the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("real", type=Path, metavar="REAL_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    arguments = parser.parse_args()
    real = read_real(arguments.real)
    parts, rows = [INTRODUCTION.format(count=GENERATED)], []
    for number in range(1, 7):
        generated = draw_generated(number)
        parts.append(table(number, real[number], generated))
        rows.append(contact_row(real[number], generated))
    (arguments.out / "images").mkdir(parents=True, exist_ok=True)
    sheet = arguments.out / "images" / "synth-contact-sheet.jpg"
    cv2.imwrite(str(sheet), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, 72])
    report = arguments.out / "synth-calibration.md"
    report.write_text("\n".join(parts), encoding="utf-8")
    print(f"Wrote {report} and {sheet}")


if __name__ == "__main__":
    main()
