"""Claim 1 on a run: windows of photographs and test images, passed at iteration 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.job import always, relay
from engine.core.text import figures, some
from engine.data.image import read_image
from engine.inspection.dense import Judge
from engine.measures.embedding import MOST, Domain, embed
from engine.measures.entry import Ground, Line, Measure, Stages
from engine.measures.features import (
    Photographs,
    Window,
    photograph_windows,
    spread,
    window_features,
    window_pictures,
    windows_of,
)
from engine.measures.values import PHOTOGRAPHS_WANTED, RunMeasures


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Windows of one domain before they are cut out, and the photograph each comes from."""

    name: str
    windows: Sequence[Window]
    groups: Sequence[int]
    image: Callable[[int], NDArray[np.uint8]]


def _take(ground: Ground) -> Stages[dict[str, Any]]:
    """Features of both domains, and of the control, through the network at iteration 0."""
    side = ground.before.network.window
    numbers: dict[Path, int] = {}
    placed: list[Cut] = []
    for domain in (ground.photographs, ground.second):
        if domain is None:
            continue
        yield "domains", 0, 1
        windows = photograph_windows(domain, side, MOST, ground.seed)
        # Numbers below 0, so that they do not meet those of the test images; a photograph that
        # is in both folders has one number.
        groups = [
            -1 - numbers.setdefault(domain.files[w.image].resolve(), len(numbers)) for w in windows
        ]
        placed.append(Cut(domain.name, windows, groups, partial(_photograph, domain)))
    target = spread([windows_of(ground.store, i, side, ground.seed) for i in ground.sample], MOST)
    placed.append(Cut("", target, [w.image for w in target], ground.store.image))
    total = sum(len(cut.windows) for cut in placed)
    done = 0
    domains = []
    for cut in placed:
        domains.append((yield from pass_windows(ground.before, cut, done, total)))
        done += len(cut.windows)
    if ground.tsne:
        yield "tsne", 0, 1
    result = embed(
        domains[0],
        domains[-1],
        from_source=ground.record.recipe.from_source,
        seed=ground.seed,
        tsne=ground.tsne,
        control=domains[1] if ground.second is not None else None,
    )
    return {"embedding": result}


def pass_windows(judge: Judge, cut: Cut, before: int, total: int) -> Stages[Domain]:
    """Cut the windows of one domain out, pass and picture them; `before` others were done."""
    work = window_features(judge, cut.windows, cut.image)
    features = yield from relay(work, lambda step: ("domains", before + step[0], total))
    drawing = window_pictures(cut.windows, cut.image)
    pictures = yield from relay(drawing, always(("domains", before + len(cut.windows), total)))
    return Domain(cut.name, features, np.asarray(cut.groups, dtype=np.int64), pictures)


def _photograph(photographs: Photographs, number: int) -> NDArray[np.uint8]:
    return read_image(photographs.files[number])


def _json(found: RunMeasures) -> dict[str, Any]:
    embedding = found.embedding
    return {
        "embedding": {
            "domain_accuracy": embedding.domain_accuracy if embedding else None,
            "source_right": embedding.source_right if embedding else None,
            "target_right": embedding.target_right if embedding else None,
            "source": embedding.source if embedding else None,
            "photographs": embedding.photographs if embedding else 0,
            "windows": embedding.windows if embedding else 0,
            "source_weights": embedding.from_source if embedding else None,
            "enough_photographs": embedding.enough if embedding else False,
            "control_accuracy": embedding.control_accuracy if embedding else None,
            "control": embedding.control if embedding else None,
        }
    }


def _lines(found: RunMeasures) -> Iterator[Line]:
    embedding = found.embedding
    if embedding is None:
        yield "domains: n/a (no windows)"
        return
    yield (
        f"domains: 1-NN accuracy {figures(embedding.domain_accuracy)} at iteration 0, "
        f"{some(embedding.windows, 'window')} each; source: "
        f"{some(embedding.photographs, 'photograph')}, "
        f"{embedding.source}"
    )
    yield (
        f"  nearest neighbours by cosine: right for {figures(embedding.source_right)} of the "
        f"photographs' windows, {figures(embedding.target_right)} of the parts'"
    )
    if embedding.control_accuracy is None:
        yield "  control: n/a (too few photographs; --source DIR, --control DIR)"
    else:
        yield f"  control: {figures(embedding.control_accuracy)}, {embedding.control}"
    if not embedding.from_source:
        yield "  random initial weights: says nothing of claim 1."
    elif not embedding.enough:
        # Windows of one photograph are no neighbours, so few photographs leave source windows few
        # neighbours of their own domain.
        yield (
            f"  under {PHOTOGRAPHS_WANTED} photographs it reads too low and claim 1 stays open "
            "(--source DIR)."
        )


DOMAINS = Measure(
    _take,
    _json,
    _lines,
    {"domains": "source and target features, window", "tsne": "t-SNE"},
)
