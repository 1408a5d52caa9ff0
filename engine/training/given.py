"""What whoever orders a run has settled beforehand, so that it comes out alike wherever it runs."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from engine.core.recipe import Recipe, View
from engine.data.folds import Split
from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.data.views import whole_size
from engine.network.initial import make_network
from engine.network.kept_format import measured
from engine.network.values import Numerics
from engine.training.pace import BACK, megapixels
from engine.training.trainer import MOST_VALIDATIONS
from engine.training.validation import STUDY_LIVE, live_plan
from engine.training.values import LivePlan


@dataclass(frozen=True, slots=True)
class Given:
    """Each None or "" is found out by the run itself.

    Attributes
    ----------
    data : the data set with its groups and drawn regions
    split : which images it trains on, validates on and is tested on
    numerics : how it computes; else measured
    live : its live validations; else measured
    name : of its folder
    data_path, data_relative : what its record says of where the images are, if they lie elsewhere
        for whom it is made
    """

    data: DataSet | None = None
    split: Split | None = None
    numerics: Numerics | None = None
    live: LivePlan | None = None
    name: str = ""
    data_path: str = ""
    data_relative: str = ""


NOTHING = Given()


def numerics_for(
    recipe: Recipe, view: View, labels: tuple[Label, ...], size: tuple[int, int], device: str
) -> Generator[None, None, Numerics]:
    """How runs of a kind are to compute here: measured once for all of them.

    Parameters
    ----------
    size
        Height and width of a training patch, in pixels.
    """
    network, _ = make_network(recipe, view, labels)
    yield None
    return (yield from measured(recipe, network, size, device))


def patch_size(store: ImageStore, split: Split, recipe: Recipe, view: View) -> tuple[int, int]:
    """Height and width of what a training step is shown, in pixels."""
    if recipe.fitted or view is not View.WHOLE:
        return recipe.window, recipe.window
    return whole_size(store.image(split.train[0]).shape, recipe.whole_side)


def live_validations(
    recipe: Recipe, view: View, store: ImageStore, size: tuple[int, int]
) -> LivePlan:
    """A plan of live validations that no clock decides: the same on every computer.

    The pixels that pass through the network stand for time. A training step passes its batch three
    times (a backward pass takes twice a forward one), or about once where the backbone is frozen;
    judging passes an image once.

    Parameters
    ----------
    size
        Height and width of a training patch.
    """
    passes = BACK if recipe.trains_backbone else 1.0
    step = passes * recipe.batch * size[0] * size[1]
    if view is View.WHOLE:
        image = float(size[0] * size[1])
    else:
        image = 1e6 * megapixels(store) / max(1, len(store.data.samples))
    images, every = live_plan(
        len(store.data.labels), max(1.0, image), step, recipe.iterations, STUDY_LIVE
    )
    return LivePlan(images, max(every, recipe.iterations // MOST_VALIDATIONS))
