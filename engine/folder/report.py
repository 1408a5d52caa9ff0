"""An inspection as one self-contained HTML file, or as pages to print."""

from __future__ import annotations

import base64
import math
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from engine.core.errors import DataError, RunError
from engine.core.files import make_folder, write_atomic
from engine.core.report_words import LANGUAGES, Words
from engine.core.standing import worse_than
from engine.data.image import encoded
from engine.folder.judging import file_picture
from engine.folder.messages import FolderHead, FolderRow, summarise_folder
from engine.folder.results import judge_file
from engine.inspection.dense import Judge
from engine.inspection.verdict import logit
from engine.project.runs import RunFolder
from engine.project.titles import named
from engine.study.report import interval_text, number_text, percent_text
from engine.study.report_drawing import draw, unique

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PICTURED = 12
"""Worst images that are shown, not only named."""

STRANGE, BROKEN = 50, 200
"""Images unlike the training images, and unreadable ones, that are named."""

SIDE = 360
"""Longest side of a picture in pixels."""

CHANGED = 0.01
"""A score that differs by more from the one kept was said by other weights."""

BINS = 40
BELOW, ABOVE = "#0072B2", "#D55E00"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report: written to `path`, or `html` with its `pictures` by address, to print there."""

    path: str
    html: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def report_inspection(
    folder: RunFolder,
    judge: Judge,
    head: FolderHead,
    rows: Sequence[FolderRow],
    path: Path | None,
    language: str,
    *,
    paper: bool = False,
) -> Generator[tuple[int, int], None, Reported]:
    """Report on an inspection.

    Parameters
    ----------
    rows
        All its files.
    path
        HTML file; None: a new ``report-<language>.html`` beside its results.
    language
        "en" or "ko".
    paper
        Write nothing: pages for a printer, with their pictures beside them.

    Yields
    ------
    tuple of int
        (done, total) after each picture.

    Raises
    ------
    RunError
        The file cannot be written, or the inspection has no place of its own and none is given.
    """
    if language not in LANGUAGES:
        raise RunError("'{language}' is no language of the report: en or ko.", language=language)
    file = path or (Path() if paper else _beside(head, language))
    words = Words(language)
    counts = summarise_folder(rows)
    shown = counts.worst[:PICTURED] if head.has_normal else ()
    pictures: dict[str, bytes] = {}
    for done, row in enumerate(shown, start=1):
        result = _picture(judge, row)
        if result is not None:
            pictures[_name(row)] = result
        yield done, len(shown)
    drawn = histogram(rows, head.threshold, words) if head.has_normal and counts.judged else None
    if drawn is not None and paper:
        pictures["scores.svg"] = drawn.encode()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    source = (resources.files("resources") / "report" / "batch.html").read_text("utf-8")
    html = environment.from_string(
        source
    ).render(
        head=head,
        record=folder.record,
        cautions=worse_than(folder.record.test),
        name=named(folder.path),
        counts=counts,
        rows=rows,
        words=words,
        paper=paper,
        # Our own drawing, not text from outside.
        chart=Markup(unique(drawn, "scores")) if drawn is not None else None,  # noqa: S704
        picture=lambda row: _address(pictures, _name(row), inline=not paper),
        pictured=[row for row in shown if _name(row) in pictures],
        short=lambda row: _short(row.file, head.folder),
        reason=lambda problem: words(problem.template, **problem.values),
        strange=[row for row in rows if row.unlike][:STRANGE],
        broken=[row for row in rows if row.problem is not None][:BROKEN],
        percent=percent_text,
        number=number_text,
        interval=interval_text,
        score=score_text,
    )
    if paper:
        return Reported(str(file), html, pictures)
    make_folder(file.parent)
    write_atomic(file, html)
    return Reported(str(file))


def histogram(rows: Sequence[FolderRow], threshold: float, words: Words) -> str:
    """Scores on a log-odds axis, with the threshold: an ``<svg>`` element."""
    scores = np.asarray([row.prediction.score for row in rows if row.prediction is not None])
    places, line = logit(scores), float(logit(threshold))
    low, high = min(float(places.min()), line) - 0.5, max(float(places.max()), line) + 0.5
    width = (high - low) / BINS
    # An edge on the threshold: no bar holds verdicts of both kinds.
    edges = line + width * np.arange(
        -np.ceil((line - low) / width), np.ceil((high - line) / width) + 1
    )

    from matplotlib.ticker import MaxNLocator  # with the first picture, see figures.py

    def paint(axes: Axes) -> None:
        above = scores > threshold
        for mine, colour, name in (
            (~above, BELOW, words("normal")),
            (above, ABOVE, words("defective")),
        ):
            axes.hist(places[mine], bins=edges.tolist(), color=colour, label=name, alpha=0.85)
        axes.axvline(line, color="#333333", lw=1.2, ls="--", label=words("threshold"))
        ticks = _ticks(low, high)
        axes.set_xticks([float(logit(t)) for t in ticks], [score_text(t) for t in ticks])
        axes.set_xlabel(words("score (axis: log-odds)"))
        axes.set_ylabel(words("images"))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.legend(frameon=False)

    return draw(paint, height=2.6)


def _ticks(low: float, high: float) -> list[float]:
    """Round scores that have room beside each other on the axis."""
    result: list[float] = []
    for score in (
        0.5,
        0.01,
        0.99,
        1e-4,
        1 - 1e-4,
        1e-8,
        1 - 1e-8,
        0.1,
        0.9,
        1e-6,
        1 - 1e-6,
        1e-12,
        1 - 1e-12,
    ):
        place = float(logit(score))
        apart = [abs(place - float(logit(other))) for other in result]
        if low <= place <= high and min(apart, default=high) >= (high - low) / 10:
            result.append(score)
    return sorted(result)


def score_text(score: float) -> str:
    """A score with the digits that matter, near 0 and near 1 alike."""
    if 0.0005 <= score <= 0.9995:
        return f"{score:.3f}" if score < 0.99 else f"{score:.4f}"
    if score < 0.5:
        return "0" if score <= 0 else f"1e{math.floor(math.log10(score) + 1e-9)}"
    return "1" if score >= 1 else f"1 - 1e{math.floor(math.log10(1 - score) + 1e-6)}"


def _beside(head: FolderHead, language: str) -> Path:
    if not head.out:
        raise RunError("This inspection wrote no results. Name a file for its report.")
    for number in range(1, 10_000):
        mark = "" if number == 1 else f"-{number}"
        file = Path(head.out) / f"report-{language}{mark}.html"
        if not file.exists():
            return file
    raise RunError("{path}: too many reports. Choose another folder.", path=head.out)


def _picture(judge: Judge, row: FolderRow) -> bytes | None:
    """The picture of a file; None where it is gone, or its weights say something else now."""
    try:
        result = judge_file(judge, Path(row.file), row.number)
    except DataError:
        return None
    assert row.prediction is not None
    if abs(result.prediction.score - row.prediction.score) > CHANGED:
        return None
    return encoded(file_picture(judge, result, SIDE), ".jpg")


def _name(row: FolderRow) -> str:
    return f"picture-{row.number}.jpg"


def _address(pictures: Mapping[str, bytes], name: str, *, inline: bool) -> str:
    if not inline:
        return name
    data = base64.b64encode(pictures[name]).decode("ascii")
    return f"data:image/jpeg;base64,{data}"


def _short(file: str, folder: str) -> str:
    """A file's name below the folder that was inspected."""
    try:
        return Path(file).relative_to(folder).as_posix()
    except ValueError:
        return file
