"""A run with another run's weights and the threshold that other costs propose.

A run is never changed, and a threshold is never chosen on images that it is reported on: the new
one comes from the validation verdicts alone, by the same rule as a proposal, and is not handed in.
Scores do not depend on the threshold, so those that are kept are compared with the new one; only
which kind of defect a flagged image shows may have to be asked of the network.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Generator
from dataclasses import replace

import numpy as np

from engine.core.errors import RunError
from engine.core.files import copy_atomic
from engine.core.values import Origin, Prediction, Rates
from engine.data.folds import Split
from engine.data.sample import DataSet, Label
from engine.evaluate.evaluate import ADOPTED, check_finished, propose_for_run
from engine.evaluate.values import Proposal
from engine.inspection.rates import rates
from engine.inspection.verdict import logit
from engine.network.manifest import Manifest, write_manifest
from engine.project.run_record import RunRecord
from engine.project.run_regions import with_run_regions
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore

SAME_ODDS = 1e-3
"""Thresholds that differ by less in log-odds are one: so far two machines differ in a score."""

Name = Callable[[int, bool], str]
"""Class of an image by its index, if it is called defective or not; asks the network."""


def adopt_threshold(
    folder: RunFolder, data: DataSet, cost_ratio: float, share: float | None, name: Name
) -> Generator[tuple[int, int], None, tuple[RunFolder, int]]:
    """Make a run with the same weights and the threshold proposed at other costs.

    Parameters
    ----------
    folder
        A finished run; it is not touched.
    data
        The set it was trained on.
    cost_ratio, share
        As for :func:`engine.evaluate.proposal.propose_threshold`.
    name
        Asked only where the kept verdict does not say which class it is at the new threshold.

    Yields
    ------
    tuple
        (images done, images) that are judged anew. Closing the generator writes nothing.

    Returns
    -------
    (run, test images that it names otherwise)

    Raises
    ------
    RunError, NotDefinedError
        The run is not finished, has no validation images or some of its images were not judged;
        the threshold would be the one it has; the project cannot be written.
    """
    check_finished(folder)
    if folder.state_now not in ("done", "stopped"):
        raise RunError(
            "{path}: not finished ({state}). Let it end, or go on with 'train --resume'.",
            path=folder.path,
            state=folder.state_now,
        )
    split = folder.read_split(data)
    _check_apart(folder, split)
    proposal = propose_for_run(folder, data, cost_ratio, share)
    kept = _kept(folder, data, split)
    record = folder.record
    if abs(float(logit(proposal.threshold)) - float(logit(record.threshold))) < SAME_ODDS:
        raise _unchanged(folder, proposal)
    fresh: dict[int, Prediction] = {}
    asked = [i for i, p in kept.items() if _named(p, data, proposal.threshold) is None]
    yield 0, len(asked)
    for done, index in enumerate(asked, start=1):
        bad = kept[index].score > proposal.threshold
        fresh[index] = replace(kept[index], defective=bad, class_name=name(index, bad))
        yield done, len(asked)
    for index, old in kept.items():
        if index not in fresh:
            named = _named(old, data, proposal.threshold) or old.class_name
            bad = old.score > proposal.threshold
            fresh[index] = replace(old, defective=bad, class_name=named)
    changes = sum(fresh[i].class_name != kept[i].class_name for i in split.test)
    made = replace(
        record,
        state="running",
        recipe=replace(record.recipe, cost_ratio=cost_ratio, line_share=proposal.share or 0.0),
        threshold=proposal.threshold,
        validation=_rates(data, split.validation, fresh, proposal.threshold),
        test=_rates(data, split.test, fresh, proposal.threshold),
        created=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        origin=_origin(folder, proposal, changes),
        note="",
    )
    return _write(folder, made, data, split, list(fresh.values())), changes


def _unchanged(folder: RunFolder, proposal: Proposal) -> RunError:
    known = {"path": folder.path, "threshold": f"{folder.record.threshold:.4g}"}
    if not proposal.weighed:
        return RunError(
            "{path}: only {count} of its validation images are defective, too few to weigh costs, "
            "so the proposal is the threshold that it has, {threshold}. Nothing would change, so "
            "no run was made.",
            count=proposal.defective,
            **known,
        )
    return RunError(
        "{path}: at these costs its validation images propose the threshold that it has, "
        "{threshold}. Nothing would change, so no run was made.",
        **known,
    )


def _check_apart(folder: RunFolder, split: Split) -> None:
    """Refuse a threshold that would be chosen on images it is reported on."""
    if not split.validation:
        raise RunError(
            "{path}: it has no validation images, and a threshold chosen on its test images "
            "would flatter its figures. Train a run that holds some out.",
            path=folder.path,
        )
    if not set(split.validation).isdisjoint(split.test):
        raise RunError(
            "{path}: split.csv names an image for validation and for testing. Train again.",
            path=folder.path,
        )


def _kept(folder: RunFolder, data: DataSet, split: Split) -> dict[int, Prediction]:
    """Verdicts on all validation and test images, by index."""
    wanted = (*split.validation, *split.test)
    with PredictionStore(folder.project) as store:
        kept = store.of_run(folder.path.name, {data.files[index]: index for index in wanted})
    missing = len(wanted) - len(kept)
    if missing:
        raise RunError(
            "{path}: {count} of its validation and test images have not been judged. Judge them "
            "first.",
            path=folder.path,
            count=missing,
        )
    return kept


def _named(old: Prediction, data: DataSet, threshold: float) -> str | None:
    """Class of a kept verdict at another threshold, as `judge` names it; None: it must be asked."""
    bad = old.score > threshold
    if bad == old.defective:
        return old.class_name
    texture = [label for label in data.labels if label.texture == old.texture]
    wanted = [label for label in texture if (label.defective is True) == bad] or texture
    return wanted[0].name if len(wanted) == 1 else None


def _rates(
    data: DataSet, indices: tuple[int, ...], found: dict[int, Prediction], threshold: float
) -> Rates:
    by_name: dict[str, Label] = {label.name: label for label in data.labels}
    return rates(
        [data.samples[index].label for index in indices],
        [by_name[found[index].class_name] for index in indices],
        np.asarray([found[index].score for index in indices], dtype=np.float64),
        threshold,
    )


def _origin(folder: RunFolder, proposal: Proposal, changes: int) -> Origin:
    before = folder.record
    details = {
        "cost_ratio": proposal.cost_ratio,
        "share": proposal.share,
        "validation_normals": proposal.normal,
        "validation_defects": proposal.defective,
        "validation_overkills": proposal.overkills,
        "validation_escapes": proposal.escapes,
        "weighed": proposal.weighed,
        "threshold_before": before.threshold,
        "cost_ratio_before": before.recipe.cost_ratio,
        "verdict_changes": changes,
        # Whether its weights are those of a trained run, which can be rebuilt at iteration 0.
        "trained": before.origin is None or bool(before.origin.details.get("trained")),
    }
    if before.origin is not None and "cost" in before.origin.details:
        details["cost"] = before.origin.details["cost"]
    return Origin(ADOPTED, folder.path.name, details)


def _write(
    parent: RunFolder, record: RunRecord, data: DataSet, split: Split, rows: list[Prediction]
) -> RunFolder:
    """Make the run's folder; whatever goes wrong, none is half written."""
    project = parent.project
    own = with_run_regions(data, parent.path, record.drawn)
    folder = RunFolder.create(project, record, split, own)
    lock = folder.hold()
    try:
        if parent.manifest.is_file():
            copy_atomic(parent.manifest, folder.manifest)
        else:
            write_manifest(folder.manifest, Manifest(record.recipe.network, {}))
        copy_atomic(parent.weights, folder.best)
        with PredictionStore(project) as verdicts:
            verdicts.add(folder.path.name, rows)
        folder.update(state="done")
    except BaseException:
        lock.release()
        shutil.rmtree(folder.path, ignore_errors=True)
        raise
    lock.release()
    return folder
