"""The first answer: both rungs of the ladder, and one sentence."""

from __future__ import annotations

from collections.abc import Generator

from engine.answer.rung import climb
from engine.answer.values import Answer, Rung
from engine.core.errors import DataError, WeightsError
from engine.core.recipe import NO_DEFECTS, Setting, default_recipe
from engine.core.values import Sentence
from engine.data.store import ImageStore

LADDER = (Setting.FILTERS, Setting.PROBE)

SEPARATES, ENOUGH, SEES = 0.99, 0.98, 0.8
"""AUC from which on a rung separates the parts, is enough to begin with, and sees anything."""

SURE = 0.9
"""Lower end of the AUC's interval that goes with the first two."""

FEW = 10

Work = Generator[tuple[str, int, int] | Rung, None, Answer]


def first_answer(store: ImageStore, defects: int, seed: int) -> Work:
    """Climb the ladder.

    Parameters
    ----------
    store
        The data set's images.
    defects
        See :func:`engine.answer.rung.climb`.

    Yields
    ------
    tuple or Rung
        (setting, done, total) after each image, and each rung when it is done.

    Raises
    ------
    DataError
        The set has no normal class.
    """
    data = store.data
    check(store)
    cost_ratio = default_recipe(Setting.TRANSFER).cost_ratio
    rungs: list[Rung] = []
    remarks: list[Sentence] = []
    for setting in LADDER:
        try:
            rung = yield from climb(data, store, setting, defects, cost_ratio, seed)
        except WeightsError as error:
            remarks.append(Sentence(error.template, error.values))
            continue
        rungs.append(rung)
        yield rung
    return conclude(store, tuple(rungs), tuple(remarks), defects)


def check(store: ImageStore) -> None:
    """Refuse a set without normal images: nothing can be held against them.

    Raises
    ------
    DataError
        It has none.
    """
    data = store.data
    if not any(sample.label.defective is False for sample in data.samples):
        raise DataError(
            "{path}: no class is known to be normal, so nothing can be called defective. Name it "
            "with --normal, or choose it on the Data page.",
            path=data.root,
        )


def conclude(
    store: ImageStore, rungs: tuple[Rung, ...], remarks: tuple[Sentence, ...], defects: int
) -> Answer:
    """What the rungs come to."""
    data = store.data
    bad = sum(sample.label.defective is True for sample in data.samples)
    said = [*remarks]
    if rungs and 0 < rungs[-1].defective < FEW:
        said.append(
            Sentence(
                "{n} held-out defects say little: the intervals tell how little.",
                {"n": str(rungs[-1].defective)},
            )
        )
    if defects == NO_DEFECTS and bad:
        said.append(Sentence("Nothing was learned from labelled defects; they only test.", {}))
    if len({label.texture for label in data.labels}) > 1:
        said.append(
            Sentence("Each of several textures has its own rule; the figures are of all.", {})
        )
    return Answer(
        len(data.samples), bad, rungs, data.baseline, sentence(rungs, bad), tuple(said), cost(rungs)
    )


def sentence(rungs: tuple[Rung, ...], defective: int) -> Sentence:
    """The answer in one sentence.

    Parameters
    ----------
    rungs
        Those that are done.
    defective
        Labelled defects of the data set.
    """
    if not rungs:
        return Sentence("Nothing could be tried.", {})
    if not defective or all(rung.auc is None for rung in rungs):
        return Sentence(
            "No held-out defect tests the answer: what normal parts look like is known, what "
            "escapes is not. Label two defects or more, five are a good start.",
            {},
        )
    by = {rung.setting: rung for rung in rungs}
    plain, probe = by.get(Setting.FILTERS), by.get(Setting.PROBE)
    if plain is not None and _at_least(plain, SEPARATES):
        return Sentence("A plain filter already separates your parts (AUC {auc}).", _auc(plain))
    if probe is not None and _at_least(probe, ENOUGH):
        if not probe.defects_used:
            return Sentence(
                "The probe needs no labelled defect (AUC {auc}); fine-tuning will have to earn its "
                "minutes.",
                _auc(probe),
            )
        return Sentence(
            "{n} labelled defects are enough for the probe (AUC {auc}); fine-tuning will have to "
            "earn its minutes.",
            _auc(probe) | {"n": str(probe.defects_used)},
        )
    best = max(rungs, key=lambda rung: rung.auc or 0.0)
    if (best.auc or 0.0) >= SEES and best.auc_interval is not None and best.auc_interval[0] > 0.5:
        if best.setting == Setting.FILTERS:
            return Sentence(
                "Plain filters see part of it (AUC {auc}): train, and hold the training against "
                "them.",
                _auc(best),
            )
        return Sentence(
            "The probe sees part of it (AUC {auc}): train, and hold the training against it.",
            _auc(best),
        )
    return Sentence(
        "Neither sees it (best AUC {auc}): train, and look at the regions and labels first.",
        _auc(best),
    )


def _at_least(rung: Rung, level: float) -> bool:
    return (
        rung.auc is not None
        and rung.auc >= level
        and rung.auc_interval is not None
        and rung.auc_interval[0] >= SURE
    )


def _auc(rung: Rung) -> dict[str, str]:
    return {"auc": f"{rung.auc:.3f}"}


def cost(rungs: tuple[Rung, ...]) -> float | None:
    """Seconds that a transfer training of the default length would take here, very roughly.

    A step passes as many pixels forwards and backwards as one image of 512 pixels has, and a
    backward pass takes twice a forward one; the rest is judging. The probe has timed the lower
    four fifths of a forward pass.
    """
    probe = next((rung for rung in rungs if rung.setting == Setting.PROBE), None)
    if probe is None or not probe.normal:
        return None
    recipe = default_recipe(Setting.TRANSFER)
    looked = probe.normal + 0.4 * (probe.defects_used + probe.defective)
    forward = probe.seconds / looked / 0.8
    share = recipe.batch * recipe.window**2 / 512**2
    return recipe.iterations * 3 * share * forward
