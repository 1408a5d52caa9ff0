"""What the pictures of Evaluate say for the data at hand, each in one sentence. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.evaluate.values import Calibration, LocatedImage, Pod, Standing, Subset
from gui.toolkit.log_odds import score_text
from gui.words.text import count, fixed, percent

tr = QCoreApplication.translate


def threshold_sentence(threshold: float, at: Standing) -> str:
    """Say what a threshold lets through and rejects: the counts, no rate."""
    if not at.defective or not at.normal:
        return ""
    template = (
        tr("evaluate", "Threshold {value} lets {escapes} of {bad} defects escape", "", at.defective)
        if at.escapes
        else tr("evaluate", "Threshold {value} lets none of {bad} defects escape", "", at.defective)
    )
    first = template.format(
        value=score_text(threshold), escapes=count(at.escapes), bad=count(at.defective)
    )
    rest = (
        tr("evaluate", "and rejects {overkills} of {good} good parts.", "", at.normal)
        if at.overkills
        else tr("evaluate", "and rejects none of {good} good parts.", "", at.normal)
    )
    return f"{first} {rest.format(overkills=count(at.overkills), good=count(at.normal))}"


def curves_sentence(subset: Subset) -> str:
    """Say how well scores put defects above good parts."""
    if subset.roc is None:
        return ""
    area = subset.roc.area
    if area >= 1.0:
        return tr("evaluate", "Every defect scores above every good part (AUC 1).")
    template = (
        tr("evaluate", "A defect scores above a good part in {share} of pairs (AUC {auc}).")
        if area > 0.5
        else tr("evaluate", "Scores tell defects from good parts no better than a lot (AUC {auc}).")
    )
    return template.format(share=percent(area, 1), auc=fixed(area, 4))


def calibration_sentence(held: Calibration) -> str:
    """Say how far scores may be taken for probabilities: agreement bin by bin, by the intervals."""
    known = np.flatnonzero(held.counts > 0)
    inside = sum(bool(held.low[i] <= held.mean[i] <= held.high[i]) for i in known)
    template = (
        tr(
            "evaluate",
            "Scores agree with the share of defects in all {all} groups, as far as {n} images "
            "tell.",
            "",
            len(known),
        )
        if inside == len(known)
        else tr(
            "evaluate",
            "In {apart} of {all} groups the score is not the share of defects: no probability.",
            "",
            len(known),
        )
    )
    return template.format(
        apart=count(len(known) - inside), all=count(len(known)), n=count(int(held.counts.sum()))
    )


def located_sentence(images: Sequence[LocatedImage]) -> str:
    """Say how often a verdict rests on the defect."""
    if not images:
        return ""
    hits, wrong = sum(each.hit for each in images), sum(each.wrong_reason for each in images)
    n, right = len(images), sum(each.right for each in images)
    first = tr("evaluate", "The map peaks on the defect in {hits} of {all} images; ", "", n)
    template = first + (
        tr("evaluate", "{wrong} of {right} rejections rest on something else.", "", right)
        if wrong
        else tr("evaluate", "no rejection rests on something else.")
    )
    return template.format(
        hits=count(hits),
        all=count(n),
        wrong=count(wrong),
        right=count(right),
    )


def detection_sentence(pods: Sequence[Pod], units: dict[str, str]) -> str:
    """Say from which size and contrast on defects are found for sure, or that nothing is proven."""
    told = []
    for axis, unit in units.items():
        mine = [pod for pod in pods if pod.axis == axis]
        if not mine:
            continue
        pod = mine[-1]
        template = (
            tr("evaluate", "not proven up to {largest} {unit}")
            if pod.a90_95 is None
            else tr("evaluate", "from {least} {unit} on")
        )
        least = fixed(pod.a90_95, 1) if pod.a90_95 is not None else ""
        told.append(template.format(least=least, largest=fixed(pod.largest, 1), unit=unit))
    if not told:
        return ""
    template = tr("evaluate", "At least 90 % of defects are found: {parts}.")
    return template.format(parts="; ".join(told))
