"""A run that is fitted in closed form: from its training images to its outcome."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence

from engine.core.errors import RunError
from engine.core.event import Event
from engine.core.job import relay, staged_progress
from engine.data.folds import Split
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.network.backbones.filters import Deviations
from engine.network.backbones.probe import Evidence
from engine.network.closed_form import Logits
from engine.project.runs import RunFolder
from engine.project.summaries import summarise
from engine.training.checkpoint import save_weights
from engine.training.closed_form import filters, probe
from engine.training.closed_form.calibrate import probability, settle_logits
from engine.training.closed_form.material import Chosen, Held, choose, textures
from engine.training.messages import RunStarted
from engine.training.outcome import conclude
from engine.training.validation import HeldOut

Reading = Generator[tuple[str, int, int], None, Held]


def fit(judge: Judge, store: ImageStore, chosen: Chosen) -> Reading:
    """Fit a network's last steps, in place, and score images by what was not fitted on them.

    Yields
    ------
    tuple
        ("fitting", done, total) after each image.

    Raises
    ------
    RunError
        There is no normal image to fit on.
    """
    if not chosen.normal:
        raise RunError("There is no normal image to begin with. Add some.")
    data = store.data
    step, last = judge.network.features[-2], judge.network.features[-1]
    assert isinstance(last, Logits)
    count = len(textures(data))
    if isinstance(step, Evidence):
        normal, defective = yield from relay(probe.gather(judge, store, chosen), _fitting)
        kinds = _kinds(data, [item.index for item in defective])
        owners = [textures(data).index(label.texture) for label in data.labels]
        work = probe.fit_probe(step, normal, defective, chosen.folds, count, kinds, owners)
        total = len(chosen.normal) + len(chosen.defective)
        held = yield from relay(work, lambda _nothing: ("fitting", total, total))
    else:
        assert isinstance(step, Deviations)
        plain, faulty = yield from relay(filters.gather(judge, store, chosen), _fitting)
        kinds = _kinds(data, [item.index for item in faulty])
        held = filters.fit_filters(step, plain, faulty, chosen.folds, count, kinds)
    settle_logits(last, data.labels, held)
    return held


def _fitting(step: tuple[int, int]) -> tuple[str, int, int]:
    return ("fitting", *step)


def _kinds(data: DataSet, indices: Sequence[int]) -> list[int]:
    return [data.classes[index] for index in indices]


def limits(judge: Judge) -> tuple[int, int]:
    """How many normal and how many defective images a fit looks at, at most."""
    room = probe if isinstance(judge.network.features[-2], Evidence) else filters
    return room.NORMAL, room.DEFECTIVE


def fit_and_judge(
    job: int, folder: RunFolder, judge: Judge, store: ImageStore, split: Split
) -> Iterator[Event | None]:
    """Fit, then choose the threshold and judge the test images once."""
    yield RunStarted(job, summarise(folder), len(split.validation))
    began = time.perf_counter()
    recipe = folder.record.recipe
    judge.network.eval()
    chosen = choose(store.data, split.train, *limits(judge), recipe.seed)
    held = yield from relay(fit(judge, store, chosen), staged_progress(job))
    save_weights(folder.best, judge.network, iteration=1, fitted=held.about)
    last = judge.network.features[-1]
    assert isinstance(last, Logits)
    out = HeldOut(held.indices, probability(last, held.evidence))
    yield from conclude(
        job,
        folder,
        judge,
        store,
        split,
        out,
        state="done",
        iteration=1,
        seconds=time.perf_counter() - began,
        best_iteration=1,
    )
