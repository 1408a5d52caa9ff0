"""The folders, names and numbers of a generated data set, and the drawing of one image."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.image import write_image
from engine.data.synth.defects import add_defect
from engine.data.synth.shapes import ellipse_mask
from engine.data.synth.textures import texture

_SEED_ORDER = 2  # third word of a seed; 0 is a normal image, 1 a defective one


@dataclass(frozen=True, slots=True)
class SynthSpec:
    """What to generate.

    Attributes
    ----------
    textures : tuple of int
        Textures, each 1..6, none twice.
    normal, defective : int
        Images per texture without and with a defect, >= 0, at least one in all.
    size : int
        Side of the square images in px, >= 128.
    seed : int
        Any integer >= 0; the same seed and library versions give the same bytes.
    """

    textures: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    normal: int = 1000
    defective: int = 150
    size: int = 512
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One image: where it goes and what its seed is made of."""

    folder: str
    name: str
    texture: int
    defective: bool
    index: int
    size: int
    seed: int


def plan(work: Path, spec: SynthSpec) -> list[Job]:
    """Number the images, make the folders and label lists, and give the images to draw.

    As in the release, numbers run through Test and then Train, and each half holds half of the
    normal and half of the defective images in random order.
    """
    jobs: list[Job] = []
    for number in spec.textures:
        rng = np.random.default_rng(np.random.SeedSequence([spec.seed, number, _SEED_ORDER]))
        first = 1
        test = (spec.normal // 2, spec.defective // 2)
        train = (spec.normal - test[0], spec.defective - test[1])
        used = (0, 0)
        for split, counts in (("Test", test), ("Train", train)):
            folder = work / f"Class{number}" / split
            (folder / "Label").mkdir(parents=True)
            flags = rng.permutation(np.repeat([False, True], counts))
            lines = ["1"]
            index = list(used)
            for place, flag in enumerate(flags, first):
                defective = bool(flag)
                name = f"{place:04d}"
                label = f"{name}_label.PNG" if defective else "0\t"
                lines.append(f"{name}\t{int(defective)}\t{name}.PNG\t0\t{label}")
                item = index[defective]
                jobs.append(Job(str(folder), name, number, defective, item, spec.size, spec.seed))
                index[defective] += 1
            first += len(flags)
            used = (index[0], index[1])
            text = "\n".join(lines) + "\n"
            (folder / "Label" / "Labels.txt").write_text(text, encoding="ascii", newline="\n")
    return jobs


def render(job: Job) -> None:
    """Draw and write one image, and its mask if it has a defect."""
    seed = np.random.SeedSequence([job.seed, job.texture, int(job.defective), job.index])
    rng = np.random.default_rng(seed)
    image = texture(job.texture, job.size, rng)
    folder = Path(job.folder)
    if job.defective:
        image, ellipse = add_defect(job.texture, image, rng)
        mask = ellipse_mask(ellipse, job.size)
        write_image(folder / "Label" / f"{job.name}_label.PNG", mask)
    grey = np.clip(np.rint(image), 0, 255).astype(np.uint8)
    write_image(folder / f"{job.name}.PNG", grey)
