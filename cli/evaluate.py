"""The command `evaluate`: a finished run beside the labels of its held-out images."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, area, percent, print_json, say, table
from engine.core.errors import NotDefinedError
from engine.core.table import Column, Columns, Table, of
from engine.core.text import some
from engine.data.messages import OpenData
from engine.evaluate.messages import (
    AdoptThreshold,
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    LocateDefects,
    ProposeThreshold,
    ThresholdAdopted,
    ThresholdProposed,
)
from engine.evaluate.values import (
    ClassState,
    Evaluation,
    Located,
    Pod,
    Proposal,
    Standing,
    Subset,
    confusion,
    quartiles,
    standing,
)
from engine.inspect.messages import PredictRun
from engine.project.runs import RunFolder
from engine.project.titles import named


def run(arguments: argparse.Namespace) -> int:
    """Judge what has not been judged, count, and propose a threshold from validation images."""
    path = arguments.run.resolve()
    use_place([path], arguments.place)
    folder = RunFolder.load(path)
    record = folder.record
    driver, progress, run = Driver(), Progress(), str(path)
    project = str(folder.project)
    opening = OpenData(next_job(), images_of(folder), record.options, project=project)
    driver.run(opening, progress=progress)
    for part in ("test", "validation"):
        driver.run(PredictRun(next_job(), run, part), progress=progress)
    events = driver.run(EvaluateRun(next_job(), run))
    (result,) = [event.evaluation for event in events if isinstance(event, Evaluated)]
    proposal = _proposal(driver, run, result, arguments)
    located = None
    if arguments.locate:
        events = driver.run(LocateDefects(next_job(), run, arguments.made), progress=progress)
        (located,) = [event.located for event in events if isinstance(event, DefectsLocated)]
    _show(path, result, proposal, located, arguments)
    adopted = _adopt(driver, run, result, arguments, progress) if arguments.adopt else None
    if arguments.json:
        values = evaluation_json(path, result, proposal, located, arguments.cost_ratio)
        print_json(values | {"adopted": adopted} if arguments.adopt else values)
    return Exit.DONE


def _proposal(
    driver: Driver, run: str, found: Evaluation, arguments: argparse.Namespace
) -> Proposal | None:
    """A threshold from validation images; None where there are none or nothing is defective."""
    if not found.has_normal or not len(found.validation):
        return None
    ratio = found.cost_ratio if arguments.cost_ratio is None else arguments.cost_ratio
    if not ratio > 0:
        raise NotDefinedError(
            "The cost of an escape must be above 0, the share of defective parts between 0 and 1."
        )
    events = driver.run(ProposeThreshold(next_job(), run, ratio))
    (proposal,) = [event.proposal for event in events if isinstance(event, ThresholdProposed)]
    return proposal


def _adopt(
    driver: Driver,
    run: str,
    found: Evaluation,
    arguments: argparse.Namespace,
    progress: Progress,
) -> dict[str, Any]:
    """Make a run with the threshold proposed; the engine refuses where none can be."""
    ratio = found.cost_ratio if arguments.cost_ratio is None else arguments.cost_ratio
    events = driver.run(AdoptThreshold(next_job(), run, ratio), progress=progress)
    (made,) = [event for event in events if isinstance(event, ThresholdAdopted)]
    say(
        f"new run {made.run}: the same weights, threshold {made.threshold:.4g} for 1 : {ratio:g}; "
        f"{made.verdict_changes} test images are named otherwise"
    )
    return {
        "run": made.run,
        "parent": made.parent,
        "threshold": made.threshold,
        "verdict_changes": made.verdict_changes,
    }


def evaluation_json(
    path: Path,
    found: Evaluation,
    proposal: Proposal | None,
    located: Located | None,
    ratio: float | None,
) -> dict[str, Any]:
    """What scripts get; undefined values are None."""
    ratio = found.cost_ratio if ratio is None else ratio
    cells = confusion(found, found.test, found.threshold)
    return {
        "run": str(path),
        "threshold": found.threshold,
        "cost_ratio": ratio,
        "line_share": found.line_share,
        "caution": [str(each) for each in found.caution],
        "rows": _rows(found, found.threshold, ratio).json(),
        "confusion": {
            "labels": [each.name for each in found.classes],
            "verdicts": [_verdict(each) for each in found.columns],
            "images": cells.tolist(),
        },
        "proposal": None
        if proposal is None
        else {
            "threshold": proposal.threshold,
            "validation": {
                "normal": proposal.normal,
                "defective": proposal.defective,
                "overkills": proposal.overkills,
                "escapes": proposal.escapes,
            },
            "weighed": proposal.weighed,
            "rows": _rows(found, proposal.threshold, ratio).json(),
        },
        "localisation": None if located is None else _located_json(located),
    }


def _rows(found: Evaluation, threshold: float, ratio: float) -> Table[tuple[Subset, Standing]]:
    """Every texture at a threshold; columns without a name are for scripts alone."""
    figures: Columns[Standing] = (
        Column("", lambda at: at.images, key="images"),
        Column("", lambda at: at.normal, key="normal"),
        Column("", lambda at: at.defective, key="defective"),
        Column("", lambda at: at.overkills, key="overkills"),
        Column("", lambda at: at.overkill, key="overkill"),
        Column("overkill", lambda at: f"{at.overkills}/{at.normal}" if at.normal else "n/a"),
        Column("95 %", lambda at: at.overkill_interval, _interval, key="overkill_interval"),
        Column("", lambda at: at.escapes, key="escapes"),
        Column("", lambda at: at.escape, key="escape"),
        Column("escape", lambda at: f"{at.escapes}/{at.defective}" if at.defective else "n/a"),
        Column("95 %", lambda at: at.escape_interval, _interval, key="escape_interval"),
        Column("accuracy", lambda at: at.accuracy, percent, key="accuracy"),
        Column("baseline", lambda at: at.baseline, percent, key="baseline"),
    )
    curves: Columns[Subset] = (
        Column("AUC", lambda x: x.roc.area if x.roc else None, area, key="auc"),
        Column(
            "AP",
            lambda x: x.precision.area if x.precision else None,
            area,
            key="average_precision",
        ),
        Column("", lambda x: x.calibration.brier if x.calibration else None, key="brier"),
        Column("own threshold", lambda x: x.own_threshold, _own, key="own_threshold"),
    )
    columns: Columns[tuple[Subset, Standing]] = (
        Column(
            "texture", lambda row: row[0].texture or None, lambda name: name or "all", key="texture"
        ),
        *of(lambda row: row[1], figures),
        *of(lambda row: row[0], curves),
        Column("cost", lambda row: row[1].cost(ratio), _cost, key="cost_per_1000"),
    )
    rows = [(subset, standing(found, subset, threshold)) for subset in found.subsets]
    return Table(columns, rows)


def _own(threshold: float | None) -> str:
    return "" if threshold is None else f"{threshold:.4g}"


def _pod(pod: Pod) -> str:
    unit = "px" if pod.axis == "size" else "SD"
    a90 = "beyond all defects" if pod.a90 is None else f"{pod.a90:.3g} {unit}"
    bound = (
        f"not proven up to the largest, {pod.largest:.3g} {unit}"
        if pod.a90_95 is None
        else f"{pod.a90_95:.3g} {unit}"
    )
    return f"{pod.missed} of {pod.defects} missed, 90 % at {a90}, 90/95 point {bound}"


def _cost(cost: float | None) -> str:
    return "n/a" if cost is None else f"{cost:.1f}"


def _located_json(located: Located) -> dict[str, Any]:
    return {
        "images": len(located.images),
        "defective": located.defective,
        "pixel_auroc": quartiles(_aucs(located)),
        "iou": quartiles([each.iou for each in located.images]),
        "hits": sum(each.hit for each in located.images),
        "wrong_reasons": [each.file for each in located.images if each.wrong_reason],
        "pods": [asdict(pod) for pod in located.pods],
    }


def _aucs(located: Located) -> list[float]:
    return [each.pixel_auc for each in located.images if each.pixel_auc is not None]


def _show(
    path: Path,
    found: Evaluation,
    proposal: Proposal | None,
    located: Located | None,
    arguments: argparse.Namespace,
) -> None:
    ratio = found.cost_ratio if arguments.cost_ratio is None else arguments.cost_ratio
    say(f"{named(path)}: {len(found.test)} test images, threshold {found.threshold:.4g}")
    say(table(_rows(found, found.threshold, ratio).for_people))
    for each in found.caution:
        say(f"caution: {each}")
    if not found.has_normal:
        say("this set has no normal class: no overkill, no escape, no curves")
        return
    say(f"intervals are exact, 95 %; cost per 1,000 parts in overkills, an escape costs {ratio:g}")
    if proposal is None:
        say("no threshold can be proposed: the run has no validation images")
    else:
        say(
            f"proposed from {proposal.normal + proposal.defective} validation images alone: "
            f"threshold {proposal.threshold:.4g} (there {proposal.overkills} overkills, "
            f"{proposal.escapes} of {proposal.defective} defects escape); the run keeps its own"
        )
        if not proposal.weighed:
            say("  too few of them are defective to weigh costs")
        say(table(_rows(found, proposal.threshold, ratio).for_people))
    if located is not None:
        for name, values in (
            ("pixel AUROC", _aucs(located)),
            ("IoU of the best region", [each.iou for each in located.images]),
        ):
            low, middle, high = quartiles(values) or (float("nan"),) * 3
            say(f"{name}: median {middle:.3f}, quartiles {low:.3f} and {high:.3f}")
        hits = sum(each.hit for each in located.images)
        say(
            f"highest cell in the region: {hits} of {some(len(located.images), 'image')} with a "
            f"region, "
            f"{located.defective} defective"
        )
        say(
            f"right for the wrong reason: {located.wrong_reasons} of "
            f"{sum(each.right for each in located.images)} right verdicts have their worst window "
            "beside the region"
        )
        for image in located.images:
            if image.wrong_reason:
                say(f"  {image.file}")
        for pod in located.pods:
            say(f"probability of detection by {pod.axis} ({pod.source}): {_pod(pod)}")


def _interval(pair: tuple[float, float] | None) -> str:
    return "n/a" if pair is None else f"{percent(pair[0])} to {percent(pair[1])}"


def _verdict(column: ClassState) -> str:
    if column.defective is None:
        return column.name
    return f"{column.texture} {'defective' if column.defective else 'normal'}".strip()


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    parser.add_argument(
        "--cost-ratio", type=float, metavar="R", help="an escape in overkills (the run's)"
    )
    parser.add_argument(
        "--locate", action="store_true", help="also hold the maps against the defects' regions"
    )
    parser.add_argument(
        "--made",
        type=int,
        default=0,
        metavar="N",
        help="with --locate: made defects of other sizes and contrasts beside the images' own (0)",
    )
    parser.add_argument(
        "--adopt", action="store_true", help="make a new run with the threshold proposed"
    )
    json_flag(parser)
