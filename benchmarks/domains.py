"""How far photographs lie from photographs, and from parts, in VGG-16 before fine-tuning (claim 1).

    python -m benchmarks.domains DIR --source PHOTOGRAPHS --control OTHERS [--seed 0] [--out PNG]

Windows of 128 px, 100 of each domain at most; figures by cosine and, for comparison, by Euclidean
distance; with `--out` the article's Figs 1 to 4 as one picture: galleries and PCA with the control.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np

from cli.arguments import answer
from engine.core.recipe import View, default_recipe
from engine.core.runtime import processor_name
from engine.core.values import ReaderOptions
from engine.data.draw import sample_images
from engine.data.image import read_image
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.measures.domains import Cut, pass_windows
from engine.measures.embedding import (
    MOST,
    Domain,
    embed,
    nearest_accuracy,
    standardise,
)
from engine.measures.features import find_photographs, photograph_windows, spread, windows_of
from engine.network.initial import make_network
from engine.network.numerics import settle
from engine.network.values import Numerics

SIDE = 128


def domain_of(judge: Judge, cut: Cut) -> Domain:
    """Windows of a domain, passed."""
    work = pass_windows(judge, cut, 0, 1)
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Domain = end.value
            return result


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--control", type=Path, required=True)
    parser.add_argument("--answer", type=answer, action="append", default=[])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    data = open_dataset(arguments.data, ReaderOptions(answers=tuple(arguments.answer)))
    store = ImageStore(data)
    network, _ = make_network(default_recipe("transfer"), View.PATCHES, data.labels)
    numerics = Numerics("cpu", "float32", True, 1, 1)
    judge = Judge(settle(network, numerics).eval(), numerics, data.labels)
    domains = []
    for folder, first in ((arguments.source, -1), (arguments.control, -100_001)):
        found = find_photographs(folder)
        windows = photograph_windows(found, SIDE, MOST, arguments.seed)
        groups = [first - window.image for window in windows]
        show = partial(lambda each, number: read_image(each.files[number]), found)
        domains.append(domain_of(judge, Cut(found.name, windows, groups, show)))
    sample = sample_images(data, range(len(data.samples)), MOST, arguments.seed)
    windows = spread([windows_of(store, i, SIDE, arguments.seed) for i in sample], MOST)
    target = domain_of(judge, Cut("", windows, [w.image for w in windows], store.image))
    print(f"{processor_name()}, VGG-16, windows of {SIDE} px, seed {arguments.seed}")
    for name, one, other in (
        ("source against control", domains[0], domains[1]),
        ("source against parts", domains[0], target),
    ):
        embedded = embed(
            one, other, from_source=True, seed=arguments.seed, tsne=False, control=domains[1]
        )
        assert embedded is not None
        kept = [
            np.concatenate([d.features for d in (one, other)]),
            np.concatenate([d.groups for d in (one, other)]),
        ]
        labels = np.repeat([0, 1], [len(one.groups), len(other.groups)])
        euclid = nearest_accuracy(standardise(kept[0]), labels, kept[1])
        print(
            f"{name}: 1-NN by cosine {embedded.domain_accuracy:.3f} ({embedded.source_right:.3f} and "
            f"{embedded.target_right:.3f}); by Euclid {euclid:.3f}; {embedded.windows} windows each, "
            f"{embedded.photographs} photographs",
            flush=True,
        )
    if arguments.out:
        picture(arguments.out, domains[0], domains[1], target, embedded)


def picture(out: Path, source: Domain, near: Domain, far: Domain, embedded) -> None:  # type: ignore[no-untyped-def]
    """Galleries of the three, and the plane of the first two components."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 7))
    parts = figure.subplot_mosaic([["a", "b", "c"], ["d", "d", "d"]], height_ratios=[1, 1.4])
    for key, title, domain in (
        ("a", "source: photographs", source),
        ("b", "near target: other photographs", near),
        ("c", "far target: parts", far),
    ):
        chosen = np.linspace(0, len(domain.pictures) - 1, 25).astype(int)
        rows = domain.pictures[chosen].reshape(5, 5, 48, 48, 3)
        parts[key].imshow(rows.transpose(0, 2, 1, 3, 4).reshape(240, 240, 3))
        parts[key].set_title(title, fontsize=10)
        parts[key].axis("off")
    plane = parts["d"]
    for number, name, marker in ((0, "source", "o"), (1, "parts", "s")):
        points = embedded.pca[embedded.domains == number]
        plane.scatter(points[:, 0], points[:, 1], s=14, marker=marker, label=name)
    plane.scatter(
        embedded.control_pca[:, 0],
        embedded.control_pca[:, 1],
        s=18,
        marker="x",
        label="control: other photographs",
    )
    shares = embedded.explained
    plane.set_xlabel(f"PC1 ({100 * shares[0]:.1f} %)")
    plane.set_ylabel(f"PC2 ({100 * shares[1]:.1f} %)")
    plane.legend()
    figure.tight_layout()
    figure.savefig(out, dpi=80)


if __name__ == "__main__":
    main()
