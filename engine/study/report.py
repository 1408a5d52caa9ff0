"""A study as one self-contained HTML file: no network, no script, printable."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from importlib import resources
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.recipe import Setting
from engine.core.report_words import LANGUAGES, Words
from engine.core.values import CurvePoint
from engine.interpolate.many import kept_overlap
from engine.measures.measure import kept_measures
from engine.measures.values import RunMeasures, RunOverlap, null_change
from engine.project.runs import RunFolder, list_runs
from engine.project.titles import named
from engine.study import report_figures as figures
from engine.study.report_drawing import unique
from engine.study.rules import RULES, RULES_VERSION
from engine.study.store import StudyFolder
from engine.study.students import filters_of, students_of
from engine.study.values import CLAIMS, Board, Effect

Steps = Generator[tuple[str, int, int], None, Path]


def write_report(project: Path, study: str, path: Path | None, language: str) -> Steps:
    """Write a study's report.

    Parameters
    ----------
    path
        HTML file; None: ``report-<language>.html`` in the study's folder.
    language
        "en" or "ko".

    Yields
    ------
    tuple
        (stage, done, total) after each picture.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    RunError
        There is no such study, its board was not filled yet, or the file cannot be written.
    """
    if language not in LANGUAGES:
        raise RunError("'{language}' is no language of the report: en or ko.", language=language)
    folder = StudyFolder(project, study)
    folder.read_plan()  # says what is wrong where there is no such study
    board = folder.read_board()
    if board is None:
        raise RunError(
            "{path}: its board was not filled yet. Run the study first.", path=folder.path
        )
    words = Words(language)
    runs = {run.path.name: run for run in list_runs(project)}
    pictures: dict[str, Markup] = {}
    works = drawings(board, runs, words)
    for done, (name, make) in enumerate(works.items(), start=1):
        svg = make()
        if svg is not None:
            # Our own drawing, not text from outside.
            pictures[name] = Markup(unique(svg, name))  # noqa: S704
        yield "figures", done, len(works)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    source = (resources.files("resources") / "report" / "report.html").read_text("utf-8")
    html = environment.from_string(source).render(
        board=board,
        called=lambda name: named(runs[name].path) if name in runs else name,
        plan=board.plan,
        words=words,
        claims=CLAIMS,
        rules=RULES,
        rules_now=RULES_VERSION,
        pictures=pictures,
        recipes=_recipes(board, runs),
        samples=_samples(board, runs),
        percent=percent_text,
        number=number_text,
        auc=auc_text,
        interval=interval_text,
        effect=effect_text,
    )
    file = path or folder.path / f"report-{language}.html"
    try:
        make_folder(file.parent)
        write_atomic(file, html)
    except OSError as error:
        raise RunError(
            "{path}: cannot be written ({why}). Choose another file.",
            path=file,
            why=error.strerror,
        ) from error
    return file


def drawings(
    board: Board, runs: Mapping[str, RunFolder], words: Words
) -> dict[str, Callable[[], str | None]]:
    """What draws each picture, by its name in the template."""
    held: dict[Setting, list[RunMeasures]] = {}
    lines: dict[Setting, list[RunOverlap]] = {}
    curves: dict[tuple[Setting, int], tuple[CurvePoint, ...]] = {}
    for row in board.rows:
        for name in row.runs:
            if name not in runs:
                continue
            curves[row.setting, runs[name].record.recipe.fold] = runs[name].curve()
            measures = kept_measures(runs[name])
            overlap = kept_overlap(runs[name])
            if overlap is not None:
                lines.setdefault(row.setting, []).append(overlap)
            if measures is not None:
                held.setdefault(row.setting, []).append(measures)
    transfer = held.get(Setting.TRANSFER, [])
    first = transfer[0] if transfer else None
    source = _dead(first, before=True) if first else None
    moved = {s: result for s, result in held.items() if not result[0].frozen}
    settings = [row.setting for row in board.rows]
    return {
        "claim1": lambda: figures.domains(transfer[0], words) if transfer else None,
        "claim2": lambda: figures.fitting(curves, Setting.SCRATCH, words),
        "claim3": lambda: figures.arrivals(board, words),
        "claim4": lambda: figures.live_auc(curves, settings, board.target, words),
        "claim5": lambda: figures.per_layer(
            moved, _moved, words("weight change"), words, null=lambda m: null_change(m.changes)
        ),
        "claim6": lambda: figures.per_layer(
            moved, _dead, words("share of dead channels"), words, source
        ),
        "claim7": lambda: figures.flat(held, words, first.flatness_before if first else None),
        "claim8": lambda: figures.overlaps(lines, words),
        "claim9": lambda: figures.accuracies(board, words) if board.rows else None,
        "claim10": lambda: figures.students(_lost(board, runs), words),
        "curve": lambda: figures.defects_curve(board, words),
    }


def _lost(board: Board, runs: Mapping[str, RunFolder]) -> dict[Setting, list[figures.Lost]]:
    """What the students of the board's runs have less than their teachers."""
    result: dict[Setting, list[figures.Lost]] = {}
    for row in board.rows:
        for name in row.runs:
            test = runs[name].record.test if name in runs else None
            for student in students_of(name, runs.values()):
                own, origin = student.record.test, student.record.origin
                if test is None or own is None or origin is None:
                    continue
                both = test.auc is not None and own.auc is not None
                result.setdefault(row.setting, []).append(
                    figures.Lost(
                        filters_of(student),
                        test.accuracy - own.accuracy,
                        (test.auc or 0.0) - (own.auc or 0.0) if both else None,
                    )
                )
    return result


def _moved(measures: RunMeasures) -> dict[str, float | None]:
    return {change.layer: change.weight for change in measures.changes if change.comparable}


def _dead(measures: RunMeasures, before: bool = False) -> dict[str, float | None]:
    result = measures.activity_before if before else measures.activity
    return {layer.layer: layer.dead_share for layer in result.layers}


def _recipes(board: Board, runs: Mapping[str, RunFolder]) -> list[tuple[str, dict[str, str]]]:
    """Each setting's recipe, as the run stored it."""
    result = []
    for row in board.rows:
        run = next((runs[name] for name in row.runs if name in runs), None)
        if run is not None:
            entries = run.record.recipe.to_dict()
            result.append((row.setting.value, {name: str(v) for name, v in entries.items()}))
    return result


def _samples(board: Board, runs: Mapping[str, RunFolder]) -> list[tuple[str, RunMeasures]]:
    """Measured runs with what they were measured on."""
    names = [name for row in board.rows for name in row.runs if name in runs]
    return [(name, held) for name in names if (held := kept_measures(runs[name])) is not None]


def percent_text(share: float | None, digits: int = 2) -> str:
    """A share in [0, 1] as a percentage; n/a for None."""
    return "n/a" if share is None else f"{100 * share:z.{digits}f} %"


def number_text(value: float | None, digits: int = 3) -> str:
    """A number with fixed digits; n/a for None."""
    return "n/a" if value is None else f"{value:z.{digits}f}"


def auc_text(mean: float | None, low: float | None, high: float | None) -> str:
    """A mean AUC with its interval, if there is one."""
    if mean is None or low is None or high is None:
        return number_text(mean, 4)
    return f"{mean:.4f} ({low:.3f}\N{EN DASH}{high:.3f})"


def interval_text(pair: tuple[float, float] | None) -> str:
    """An interval of shares in percent; n/a for None."""
    return "n/a" if pair is None else f"{100 * pair[0]:.1f}\N{EN DASH}{100 * pair[1]:.1f} %"


def effect_text(part: Effect) -> str:
    """An effect with its interval, if there is one."""
    if part.low is None or part.high is None:
        return f"{part.mean:.3g}"
    return f"{part.mean:.3g} ({part.low:.3g} \N{HORIZONTAL ELLIPSIS} {part.high:.3g})"
