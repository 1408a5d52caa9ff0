"""Sentences and names the Inspect folder page shares. No widgets here."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from engine.folder.messages import Drift, FolderHead, FolderRow, FolderSummary
from engine.training.values import Familiarity
from gui.folder.state import FolderState
from gui.words.terms import verdict_name
from gui.words.text import count, duration, fixed, moment, percent, signed

tr = QCoreApplication.translate


def short_name(file: str, folder: str) -> str:
    """Return a file's name below the folder that is inspected."""
    try:
        return PurePath(file).relative_to(folder).as_posix()
    except ValueError:
        return PurePath(file).name


def verdict_word(row: FolderRow) -> str:
    """Return the verdict on a file as a word."""
    if row.prediction is None:
        return tr("folder", "unreadable")
    return verdict_name(row.prediction.defective)


def unlike_words(state: FolderState) -> str:
    """Warn of images unlike the training images; "" if there are none."""
    about = state.head.familiarity if state.head is not None else None
    if not state.unlike or about is None:
        return ""
    words = tr(
        "folder",
        "{n} of {all} images are unlike the training images: verdicts on them are not backed by "
        "any test. Of familiar normal images at most {share} are expected here.",
        "",
        state.unlike,
    ).format(n=count(state.unlike), all=count(state.compared), share=percent(about.alarms, 1))
    return words if about.held_out else f"{words} {guess_words()}"


def limits(row: FolderRow, about: Familiarity | None) -> str:
    """Return how many limits an image is from the training images; "" where it is not known.

    The one unit the window says distances in; tables in files hold the distance itself.
    """
    if row.distance is None or about is None or about.limit <= 0:
        return ""
    return fixed(row.distance / about.limit, 2)


def limit_share(row: FolderRow, about: Familiarity | None) -> str:
    """Return the same with its unit, where no head says it."""
    share = limits(row, about)
    template = tr("folder", "{share} \N{MULTIPLICATION SIGN} limit")
    return template.format(share=share) if share else ""


def guess_words() -> str:
    """Say that the expected share rests on training images."""
    return tr("folder", "(A guess: too few images were held out to settle it.)")


def about_words(about: Familiarity | None) -> str:
    """Say how images are compared with the training images."""
    if about is None:
        return tr("folder", "Images were not compared with the training images.")
    return tr(
        "folder",
        "Unlike: the mean distance to the {k} nearest of {n} training images in the last layer is "
        "above the limit. Distances are shares of it.",
    ).format(k=about.k, n=count(about.training))


def summary_words(counts: FolderSummary, has_normal: bool) -> str:
    """Say what came of an inspection."""
    judged = counts.judged
    if not judged:
        return ""
    if has_normal:
        template = tr(
            "folder",
            "{bad} of {all} images are judged defective ({share}).",
            "",
            counts.defective,
        )
        share = percent(counts.defective / judged, 1)
        words = template.format(bad=count(counts.defective), all=count(judged), share=share)
    else:
        words = tr("folder", "{n} images are judged.", "", judged).format(n=count(judged))
    if counts.unlike:
        template = tr("folder", "{n} are unlike the training images.", "", counts.unlike)
        words = f"{words} {template.format(n=count(counts.unlike))}"
    return words


def progress_words(state: FolderState) -> str:
    """Say how far an inspection is, how fast, and how long it takes yet."""
    if state.lost:
        return tr("folder", "The folder cannot be reached. Judged {n}; waiting for it.").format(
            n=count(state.done)
        )
    if state.waiting:
        return tr("folder", "Waiting for new files. Judged {n} so far.").format(n=count(state.done))
    words = tr("folder", "Judging {n} of {all}").format(n=count(state.done), all=count(state.total))
    if state.rate is None or state.done >= state.total:
        return words
    more = tr("folder", "{rate} images/s, {left} left").format(
        rate=fixed(state.rate, 1), left=duration(state.left)
    )
    return f"{words}   {more}"


def outcome_words(state: FolderState) -> str:
    """Say how an inspection ended; "" while it runs."""
    if state.failed:
        return state.failed
    rows = len(state.rows)
    n = count(rows)
    head = state.head
    if state.outcome == "kept":
        if head is None:
            return tr("folder", "Reading...")
        return tr("folder", "An inspection of {date}, {n} files.", "", rows).format(
            date=moment(head.began), n=n
        )
    return {
        "done": tr("folder", "Done: {n} files.", "", rows).format(n=n),
        "stopped": tr("folder", "Stopped after {n} files; they are kept.", "", rows).format(n=n),
        "cancelled": tr("folder", "Cancelled after {n} files; they are kept.", "", rows).format(
            n=n
        ),
    }.get(state.outcome, "")


def inspection_name(began: str, folder: str, rows: int) -> str:
    """Return how an inspection is called in a list."""
    return tr("folder", "{date}  {folder} ({n})").format(
        date=moment(began), folder=PurePath(folder).name, n=count(rows)
    )


def reference_words(found: Drift) -> str:
    """Name the images that operation is held against."""
    key = (found.part, found.normals_only)
    return {
        ("test", True): tr("folder", "normal test images"),
        ("test", False): tr("folder", "test images"),
        ("validation", True): tr("folder", "normal validation images"),
        ("validation", False): tr("folder", "validation images"),
    }.get(key, "")


def drift_words(found: Drift) -> str:
    """Say plainly whether scores have left those of the run's own images, and since when."""
    chart = found.chart
    if chart is None:
        if not found.part:
            return tr("folder", "The run keeps no verdicts on held-out images to compare with.")
        return tr("folder", "Too few images to compare: 20 of each are needed.")
    values = {
        "m": count(chart.reference),
        "part": reference_words(found),
        "value": signed(chart.value),
        "limit": fixed(chart.limit, 2),
    }
    if chart.alarm is None:
        template = tr(
            "folder",
            "No drift: the scores are those of the run's {m} {part} (moving average {value}, limit "
            "{limit}).",
        )
        words = template.format(**values)
    else:
        template = tr(
            "folder",
            "Since image {n} the scores differ from those of the run's {m} {part} (moving average "
            "{value}, limit {limit}).",
        )
        words = template.format(n=count(chart.alarm + 1), **values)
    if chart.earlier:
        template = tr("folder", "Earlier alarms: at images {numbers}.")
        words += " " + template.format(numbers=", ".join(count(n + 1) for n in chart.earlier))
    return words


def caveat_words(found: Drift) -> str:
    """Say what a difference does and does not mean."""
    first = tr(
        "folder",
        "Scores that drift are no proof of worse verdicts, and scores that do not are none of good "
        "ones: only labelled images tell.",
    )
    chart = found.chart
    if chart is not None:
        template = tr(
            "folder",
            "Of {n} images like the run's own a false alarm sounds in {rate} of cases, however "
            "often one looks; then the chart begins anew.",
        )
        rate = percent(chart.false_alarms, 0)
        first = f"{first} {template.format(n=count(chart.run_length), rate=rate)}"
    if not found.normals_only:
        return first
    second = tr("folder", "Defective parts among the newest images count as a difference too.")
    return f"{first} {second}"


def head_run(head: FolderHead) -> str:
    """Return the name of the run an inspection was made with."""
    return PurePath(head.run).name
