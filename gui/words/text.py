"""Numbers, names and engine sentences as people read them. No widgets here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from engine.core.values import Problem

_PHOTOGRAPHS = re.compile(r"photographs in (?P<folder>.+) \(not ImageNet\)", re.DOTALL)
_THREADS = re.compile(r"(?P<device>.+), (?P<n>\d+) threads?")


def engine_text(template: str, values: Mapping[str, str] | None = None) -> str:
    """Translate an engine sentence (context "engine"), then fill in its values."""
    sentence = QCoreApplication.translate("engine", template)
    if not values:
        return sentence
    values = {name: engine_name(value) for name, value in values.items()}
    try:
        return sentence.format(**values)
    except (KeyError, IndexError, ValueError):
        # A bad translation must not hide the message.
        return template.format(**values)


def engine_name(name: str) -> str:
    """Translate what the engine calls something, if it is the engine's word at all."""
    result = _PHOTOGRAPHS.fullmatch(name)
    if result is not None:
        words = QCoreApplication.translate("engine", "photographs in {folder} (not ImageNet)")
        return words.replace("{folder}", result["folder"])
    return QCoreApplication.translate("engine", name) if name else name


def language() -> str:
    """Return the window's language, as reports name it."""
    return QCoreApplication.translate("text", "en")


def problem_text(problem: Problem) -> str:
    """Return why a file is left out, translated."""
    return engine_text(problem.template, problem.values)


def not_available() -> str:
    """Return what stands in the place of an undefined figure."""
    return QCoreApplication.translate("text", "n/a")


def percent(value: float | None, digits: int = 2) -> str:
    """Return a share in [0, 1] as a percentage: 0.9990 -> "99.90 %"."""
    return not_available() if value is None else f"{100 * value:z.{digits}f} %"


def percent_range(pair: tuple[float, float] | None) -> str:
    """Return an interval of shares: (0, 0.048) -> "0.00 % to 4.80 %"."""
    if pair is None:
        return not_available()
    template = QCoreApplication.translate("text", "{low} to {high}")
    return template.format(low=percent(pair[0]), high=percent(pair[1]))


def fixed(value: float | None, digits: int = 3) -> str:
    """Return a plain number with fixed digits, "n/a" for None."""
    return not_available() if value is None else f"{value:z.{digits}f}"


def signed(value: float, digits: int = 2) -> str:
    """Return a number with its sign, a true minus included."""
    return f"{value:+.{digits}f}".replace("-", "\N{MINUS SIGN}")


def count(value: int | None) -> str:
    """Return a whole number with thin separators: 12345 -> "12,345"."""
    return not_available() if value is None else f"{value:,}"


def duration(seconds: float | None) -> str:
    """Return a time span as a clock shows it: 65 -> "1:05", 3700 -> "1:01:40"."""
    if seconds is None:
        return not_available()
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, last = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{last:02d}" if hours else f"{minutes}:{last:02d}"


def moment(stamp: str) -> str:
    """Return when something was, as date and time of this computer: one form in all languages.

    `stamp` is ISO 8601; one without a zone is of this computer, one that is no time stays.
    """
    try:
        when = dt.datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return (when.astimezone() if when.tzinfo else when).strftime("%Y-%m-%d %H:%M")


def file_name(path: str) -> str:
    """Return the last part of a path, whichever separators it uses."""
    return PurePath(path.replace("\\", "/")).name or path


def device_name(device: str) -> str:
    """Return a device as people write it: "cpu" -> "CPU", "cuda:0" -> "GPU 0"."""
    result = _THREADS.fullmatch(device)
    if result is not None:
        return f"{device_name(result['device'])}, {_threads(int(result['n']))}"
    kind, _, number = device.partition(":")
    names = {"cpu": "CPU", "cuda": "GPU", "mps": "GPU"}
    return f"{names.get(kind, device)} {number}".strip() if kind in names else device


def _threads(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("text", "1 thread")
    return QCoreApplication.translate("text", "{n} threads").format(n=number)


def stage_explained(stage: str) -> str:
    """What a stage is for and how long it lasts, where its name does not tell; "" for others."""
    if stage != "probing":
        return ""
    return QCoreApplication.translate(
        "text",
        "A few steps are computed in two ways, with shorter and longer numbers; the faster one is "
        "kept for this computer. Once, seconds as a rule, at most a minute if nothing else runs.",
    )


def stage_text(stage: str) -> str:
    """Return the words for a stage key of Progress."""
    names = {
        "reading": QCoreApplication.translate("text", "Reading files"),
        "decoding": QCoreApplication.translate("text", "Decoding images"),
        "drawing": QCoreApplication.translate("text", "Drawing images"),
        "checking": QCoreApplication.translate("text", "Checking images"),
        "loading": QCoreApplication.translate("text", "Loading the network"),
        "preparing": QCoreApplication.translate("text", "Preparing"),
        "weights": QCoreApplication.translate("text", "Loading weights"),
        "probing": QCoreApplication.translate("text", "Trying two number formats"),
        "starting workers": QCoreApplication.translate("text", "Starting the workers"),
        "asking workers": QCoreApplication.translate("text", "Looking for the workers"),
        "on workers": QCoreApplication.translate("text", "On the workers"),
        "begun": QCoreApplication.translate("text", "Beginning"),
        "held": QCoreApplication.translate("text", "Waiting for another process"),
        "sending": QCoreApplication.translate("text", "Sending the run"),
        "training": QCoreApplication.translate("text", "Training"),
        "validating": QCoreApplication.translate("text", "Validating"),
        "calibrating": QCoreApplication.translate("text", "Calibrating the head"),
        "fitting": QCoreApplication.translate("text", "Fitting"),
        "filters": QCoreApplication.translate("text", "Plain filters"),
        "probe": QCoreApplication.translate("text", "Probe"),
        "testing": QCoreApplication.translate("text", "Judging the test set"),
        "judging": QCoreApplication.translate("text", "Judging images"),
        "overlap": QCoreApplication.translate("text", "Following lines between textures"),
        "fit": QCoreApplication.translate("text", "Judging training images"),
        "figures": QCoreApplication.translate("text", "Drawing pictures"),
        "following": QCoreApplication.translate("text", "Following a line"),
        "features": QCoreApplication.translate("text", "Looking up features"),
        "decoder": QCoreApplication.translate("text", "Training the decoder"),
        "saving": QCoreApplication.translate("text", "Saving"),
        "rebuilding": QCoreApplication.translate("text", "Rebuilding the initial weights"),
        "channels": QCoreApplication.translate("text", "Channels at the end"),
        "channels-before": QCoreApplication.translate("text", "Channels at iteration 0"),
        "windows": QCoreApplication.translate("text", "Features at the end"),
        "windows-before": QCoreApplication.translate("text", "Features at iteration 0"),
        "flatness": QCoreApplication.translate("text", "Flatness"),
        "domains": QCoreApplication.translate("text", "Source and target"),
        "classes": QCoreApplication.translate("text", "Classes by layer"),
        "tsne": QCoreApplication.translate("text", "t-SNE"),
        "finding": QCoreApplication.translate("text", "Finding dead channels"),
        "comparing": QCoreApplication.translate("text", "Comparing both networks"),
        "weighing": QCoreApplication.translate("text", "Weighing filters"),
        "recovering": QCoreApplication.translate("text", "Recovering"),
        "grading": QCoreApplication.translate("text", "Judging the cut network"),
        "lessons": QCoreApplication.translate("text", "Asking the teacher"),
        "made": QCoreApplication.translate("text", "Making defects"),
        "teaching": QCoreApplication.translate("text", "Teaching the student"),
        "timing": QCoreApplication.translate("text", "Timing passes"),
        "exporting": QCoreApplication.translate("text", "Exporting"),
        "quantising": QCoreApplication.translate("text", "Quantising"),
        "reference": QCoreApplication.translate("text", "Looking at training images"),
        "waiting": QCoreApplication.translate("text", "Waiting for new files"),
        "locating": QCoreApplication.translate("text", "Comparing maps with regions"),
    }
    return names.get(stage, stage.replace("_", " ").capitalize())
