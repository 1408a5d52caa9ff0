"""What the pictures of Measures say for the runs ticked, each in one sentence. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.measures.values import (
    ChannelPictures,
    ClassMap,
    Embedding,
    RunMeasures,
    lower_layers,
)
from gui.measures.layer_log import LayerLog
from gui.measures.words import set_name
from gui.store.run_names import plain_name
from gui.store.run_record import RunRecord
from gui.toolkit.run_groups import BarSet
from gui.words.text import count, fixed, percent

tr = QCoreApplication.translate


def change_sentence(sets: Sequence[BarSet]) -> str:
    """Say which layer training moved most, and how far it moved the first one, or else the last."""
    told = []
    for one in sets:
        layers = list(one.bars)
        if not layers:
            continue
        most = max(layers, key=lambda layer: one.bars[layer].mean)
        other = layers[-1] if most == layers[0] else layers[0]
        template = tr("measures", "{run}: {layer} moved most ({most}), {other} by {least}")
        told.append(
            template.format(
                run=set_name(one, sets),
                layer=most,
                most=fixed(one.bars[most].mean, 3),
                other=other,
                least=fixed(one.bars[other].mean, 3),
            )
        )
    return "; ".join(told) + "." if told else ""


def lower_sentence(measured: Sequence[tuple[RunRecord, RunMeasures]]) -> str:
    """Say of each run of SGD whether its lower layers were hardly updated."""
    told = []
    for run, found in measured:
        lower = lower_layers(found.changes)
        if lower is None or found.frozen or run.recipe.optimizer != "sgd":
            continue
        template = (
            tr("measures", "{run}: {first} to {last} hardly moved ({ratio} of even steps)")
            if lower.hardly
            else tr("measures", "{run}: {first} to {last} moved {ratio} times as far as even steps")
        )
        said = template.format(
            run=plain_name(run), first=lower.first, last=lower.last, ratio=fixed(lower.mean, 2)
        )
        if found.decay:
            alone = tr("measures", "weight decay alone moves every layer by {share}")
            said = f"{said}, {alone.format(share=fixed(found.decay, 4))}"
        told.append(said)
    return "; ".join(told) + "." if told else ""


def dead_sentence(sets: Sequence[BarSet]) -> str:
    """Say where channels are dead at the end of training."""
    told = []
    for one in sets:
        if one.kind != "end" or not one.bars:
            continue
        most = max(one.bars, key=lambda layer: one.bars[layer].mean)
        if one.bars[most].mean == 0:
            template = tr("measures", "{run}: no channel is dead")
        else:
            template = tr("measures", "{run}: most channels are dead in {layer} ({share})")
        told.append(
            template.format(
                run=set_name(one, sets), layer=most, share=percent(one.bars[most].mean, 1)
            )
        )
    return "; ".join(told) + "." if told else ""


def classes_sentence(found: ClassMap) -> str:
    """Say how well the last layer tells classes apart, before and after training."""
    before, after = found.accuracy_before[-1], found.accuracy_after[-1]
    template = (
        tr("measures", "In {layer} training made classes easier to tell apart: {before} to {after}")
        if after > before
        else tr("measures", "In {layer} training did not separate classes: {before} to {after}")
    )
    first = template.format(layer=found.layers[-1], before=fixed(before, 2), after=fixed(after, 2))
    chance = tr("measures", "guessing is right in {chance}.").format(chance=fixed(found.chance, 2))
    return f"{first}; {chance}"


def embedding_sentence(found: Embedding) -> str:
    """Say whether source and target look alike to the network."""
    share = found.domain_accuracy
    if share is None:
        return ""
    template = tr(
        "measures",
        "{share} of {n} windows have their nearest neighbour in their own domain: 50 % would be "
        "alike, 100 % apart.",
    )
    return template.format(share=percent(share, 0), n=count(2 * found.windows))


def flat_sentence(sets: Sequence[BarSet], begin: str, end: str) -> str:
    """Say whether maps became flatter in training; `begin` and `end` name the bars."""
    told = []
    for one in sets:
        if begin not in one.bars or end not in one.bars:
            continue
        first, last = one.bars[begin].mean, one.bars[end].mean
        template = (
            tr("measures", "{run}: flatness rose from {first} to {last}")
            if last > first
            else tr("measures", "{run}: flatness fell from {first} to {last}")
        )
        told.append(template.format(run=set_name(one, sets), first=fixed(first), last=fixed(last)))
    return "; ".join(told) + "." if told else ""


def channels_sentence(sides: Sequence[tuple[str, ChannelPictures]]) -> str:
    """Say how many channels answer to the image, in each run (name, pictures)."""
    template = tr("measures", "{run}: {alive} of {all} channels answer to this image")
    told = [
        template.format(run=name, alive=count(int((~one.dead).sum())), all=count(len(one.dead)))
        for name, one in dict(sides).items()
    ]
    return "; ".join(told) + "." if told else ""


def live_sentence(log: LayerLog) -> str:
    """Say which layer has moved most by the last live validation."""
    ends = {}
    for layer in log.layers:
        if layer == "head":
            continue  # new in every run: it is not compared with the others
        moved = log.series(layer, "change")
        if moved.shape[1]:
            ends[layer] = float(moved[1, -1])
    if not ends:
        return ""
    most, least = max(ends, key=ends.__getitem__), min(ends, key=ends.__getitem__)
    template = tr(
        "measures", "By iteration {i}, {most} has moved most ({high}) and {least} least ({low})."
    )
    return template.format(
        i=count(log.iterations[-1]),
        most=most,
        high=fixed(ends[most], 3),
        least=least,
        low=fixed(ends[least], 3),
    )
