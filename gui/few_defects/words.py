"""A fast inspector from few defects in words and rows: what it reached, what that proves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.compress.values import Cost, Latency
from engine.core.values import Rates
from engine.few_defects.messages import FastInspector, MakeInspector
from gui.compress.words import DASH, figure_name, figure_text, milliseconds, size_text
from gui.words.text import count, file_name, percent, percent_range

tr = QCoreApplication.translate

ALONE = 3
"""Below this many validation defects the threshold is a quantile of normal images alone."""


def stage_name(stage: str) -> str:
    """Return what a stage does."""
    return {
        "transfer": tr("compress", "Teacher learns"),
        "lessons": tr("compress", "Its lessons on normal images"),
        "made": tr("compress", "Defects made from yours"),
        "teaching": tr("compress", "Student learns"),
        "judging": tr("compress", "Student is judged"),
        "exporting": tr("compress", "Exported and compared"),
        "timing": tr("compress", "Both are timed"),
    }.get(stage, stage)


def stage_word(stage: str) -> str:
    """Return a stage's name where there is little room."""
    return {
        "transfer": tr("compress", "teacher"),
        "lessons": tr("compress", "lessons"),
        "made": tr("compress", "made defects"),
        "teaching": tr("compress", "student"),
        "judging": tr("compress", "judged"),
        "exporting": tr("compress", "export"),
        "timing": tr("compress", "timed"),
    }.get(stage, stage)


def stage_about(stage: str, asked: MakeInspector) -> str:
    """Say what a stage is to do."""
    template = {
        "transfer": tr("compress", "{iterations} iterations from ImageNet weights"),
        "lessons": tr("compress", "what it says of up to {normals} images"),
        "made": tr("compress", "{made} images, cut from yours"),
        "teaching": tr("compress", "{filters} filters, {steps} steps"),
        "judging": tr("compress", "on images held out from both"),
        "exporting": tr("compress", "ONNX, image by image"),
        "timing": tr("compress", "single images, in turn"),
    }[stage]
    return template.format(
        iterations=count(asked.iterations),
        normals=count(asked.normals),
        made=count(asked.made),
        filters=count(asked.filters),
        steps=count(asked.steps),
    )


def latencies(found: FastInspector) -> tuple[Latency | None, Latency | None]:
    """Return the times of teacher and student for single images."""
    return _single(found, found.teacher), _single(found, found.student)


def _single(found: FastInspector, path: str) -> Latency | None:
    name = file_name(path)
    return next((one for one in found.latency if one.run == name and one.batch == 1), None)


def headline(found: FastInspector) -> str:
    """Say how fast it is and whether its file may be used."""
    exported = found.exported
    if exported.accepted:
        template = tr(
            "compress",
            "export accepted (largest score difference {difference} on {n} images)",
            "",
            exported.images_compared,
        )
        said = template.format(
            difference=f"{exported.max_score_difference:.2g}", n=count(exported.images_compared)
        )
    else:
        said = tr("compress", "export not accepted: do not use this file")
    return "; ".join(part for part in (speed_words(found), said) if part)


def speed_words(found: FastInspector) -> str:
    """Say how long an image takes, beside the teacher; "" where it was not timed."""
    teacher, student = latencies(found)
    if student is None:
        return ""
    ms = milliseconds(student.per_image)
    if teacher is None or student.per_image <= 0:
        return tr("compress", "{ms} ms an image").format(ms=ms)
    ratio = teacher.per_image / student.per_image
    if ratio < 1:
        template = tr("compress", "{ms} ms an image, no faster than its teacher")
        return template.format(ms=ms)
    template = tr("compress", "{ms} ms an image, {n} times faster than its teacher")
    return template.format(ms=ms, n=f"{ratio:.1f}" if ratio < 10 else f"{ratio:,.0f}")


def compared_rows(
    found: FastInspector, teacher: Cost | None, student: Cost | None
) -> list[tuple[str, ...]]:
    """Return figures of both networks side by side."""
    both, file = (found.teacher_test, found.student_test), _single(found, found.exported.file)
    costs = (teacher, student)
    baseline = tr("compress", "{value} (baseline {baseline})")
    return [
        (figure_name("auc"), *(figure_text(rates, "auc") for rates in both)),
        (
            figure_name("overkill"),
            *(_rate(r, r.overkills, r.images - r.defective, "overkill") for r in both),
        ),
        (figure_name("escape"), *(_rate(r, r.escapes, r.defective, "escape") for r in both)),
        (
            figure_name("accuracy"),
            *(
                baseline.format(value=percent(r.accuracy), baseline=percent(r.baseline))
                for r in both
            ),
        ),
        (tr("compress", "Filters"), *(count(c.filters) if c else DASH for c in costs)),
        (tr("compress", "Weights"), *(size_text(c.weight_bytes) if c else DASH for c in costs)),
        (tr("compress", "Time an image"), *(_ms(x) for x in latencies(found))),
        (tr("compress", "Its ONNX file"), DASH, _ms(file)),
    ]


def _ms(latency: Latency | None) -> str:
    return f"{milliseconds(latency.per_image)} ms" if latency else DASH


def _rate(rates: Rates, bad: int, among: int, figure: str) -> str:
    if not among:
        return tr("compress", "none held out")
    counted = f"{count(bad)} / {count(among)}"
    interval = getattr(rates, f"{figure}_interval")
    return f"{counted} ({percent_range(interval)})" if interval else counted


def proof_words(found: FastInspector) -> str:
    """Say what the held-out images prove of escapes and overkills, and what they do not."""
    rates = found.student_test
    normals = rates.images - rates.defective
    if not rates.defective:
        words = tr(
            "compress",
            "No defect was held out: nothing is proven about escapes. Label more defects and judge "
            "them with the student.",
        )
    else:
        template = tr(
            "compress",
            "Escapes: {k} of {n} held-out defects. That still allows an escape rate of {possible}.",
            "",
            rates.defective,
        )
        words = template.format(
            k=count(rates.escapes), n=count(rates.defective), possible=share(found.escapes_possible)
        )
        if found.escapes_possible > 0.05 and not rates.escapes:
            template = tr(
                "compress",
                "To show less than 5 % takes {n} held-out defects without an escape.",
                "",
                needed(0.05),
            )
            words = f"{words} {template.format(n=count(needed(0.05)))}"
    if normals and rates.overkill_interval is not None:
        template = tr(
            "compress",
            "Overkills: {k} of {n} held-out normal images. That still allows {high}.",
        )
        high = share(rates.overkill_interval[1])
        more = template.format(k=count(rates.overkills), n=count(normals), high=high)
        words = f"{words}\n{more}"
    return words


def needed(rate: float) -> int:
    """Return how many images without one mistake show less than a rate (exact 95 %)."""
    return math.ceil(math.log(0.025) / math.log(1 - rate))


def share(rate: float) -> str:
    """Return a rate that is only a bound: 0.522 -> "52 %", 0.048 -> "4.8 %"."""
    return percent(rate, 0 if rate >= 0.1 else 1)


def threshold_words(found: FastInspector) -> str:
    """Say where the threshold comes from."""
    normals, defects = found.threshold_images, found.threshold_defects
    if defects < ALONE:
        template = tr(
            "compress",
            "A quantile of {n} normal validation images, for both networks. It keeps overkill low "
            "and knows nothing about weak defects: they can stay below it.",
        )
        return template.format(n=count(normals))
    template = tr(
        "compress",
        "Weighed on {n} normal and {d} defective validation images, for both networks.",
    )
    return template.format(n=count(normals), d=count(defects))


def lessons_words(found: FastInspector) -> str:
    """Say what both learned from."""
    template = tr(
        "compress",
        "The teacher learned from {d} labelled defects. The student saw {n} normal images and "
        "{made} with made defects, and learned what the teacher says of them.",
        "",
        found.defects,
    )
    return template.format(d=count(found.defects), n=count(found.normals), made=count(found.made))


def seconds_words(seconds: Sequence[tuple[str, float]]) -> str:
    """Return all stages with their seconds, for those who cannot see the bar."""
    return ", ".join(f"{stage_word(stage)} {seconds_text(took)}" for stage, took in seconds)


def seconds_text(seconds: float) -> str:
    """Return seconds with the digits that count."""
    template = tr("compress", "{n} s")
    return template.format(n=f"{seconds:.1f}" if seconds < 10 else f"{seconds:,.0f}")
