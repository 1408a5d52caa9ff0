"""From few labelled defects to a quick inspector: training, teaching, export, timing in one job.

A student that learns from five defects alone does not generalise; a large network that starts
from published weights does. So that one learns first, and then says of many more windows, normal
ones and ones with made defects, what the student shall say.
"""

from __future__ import annotations

import time
from pathlib import Path

from engine.compress.distil import distil
from engine.compress.export import export_run
from engine.compress.latency import measure_latency, time_file
from engine.compress.learning import Preview
from engine.compress.messages import RunExported, RunsTimed, StudentReady, StudentStep
from engine.compress.onnx_file import needed
from engine.compress.values import Distilled, Exported, Latency
from engine.core.errors import DataError, RunError
from engine.core.event import Event, Progress
from engine.core.job import Part, Steps, job, relay, staged_progress
from engine.core.recipe import Recipe, Setting, View, default_recipe
from engine.core.stopping import StopAsked
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.few_defects.messages import FastInspector, InspectorMade, MakeInspector
from engine.inspection.rates import exact_interval
from engine.project.groups import as_kept
from engine.project.line import kept_line_share
from engine.project.readings import kept_reading
from engine.project.runs import RunFolder
from engine.training.messages import RunFinished
from engine.training.run import open_run_data, train_new

COMPARED = 50
"""Held-out images passed through the run and its export."""

TIMED_TOGETHER, TIMED_ALONE = 8, 50
"""Passes timed of teacher and student in turns, and of the exported file."""

STAGE_OF = {
    "loading": "lessons",
    "lessons": "lessons",
    "made": "made",
    "teaching": "teaching",
    "validating": "judging",
    "testing": "judging",
}
"""Which stage of the whole a step of the student's belongs to."""


UNENDING = ("loading", "lessons", "made")
"""Steps that a stop does not end: without them there is nothing to learn."""


class _Clock:
    """Seconds of each stage, in the order they began."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._stage, self._since = "", time.monotonic()

    def enter(self, stage: str) -> None:
        """Begin or go on with a stage; the one before ends here."""
        now = time.monotonic()
        if self._stage:
            self._seconds[self._stage] += now - self._since
        self._seconds.setdefault(stage, 0.0)
        self._stage, self._since = stage, now

    @property
    def spent(self) -> tuple[tuple[str, float], ...]:
        """(stage, seconds) so far."""
        self.enter(self._stage)
        return tuple(self._seconds.items())


@job(MakeInspector)
def make_inspector(command: MakeInspector, stop: StopAsked) -> Steps:
    """Make a quick inspector; :class:`MakeInspector` says with which events.

    Raises
    ------
    DataError, RunError
        No defect with a region or no normal image can teach, a package for exports is missing, or
        a part of the work cannot be done.
    """
    needed()  # before minutes are spent
    clock = _Clock()
    clock.enter("lessons" if command.teacher else "transfer")
    yield Progress(command.job, "reading", 0, 1)
    path = Path(command.data)
    data = open_dataset(path, kept_reading(command.project, path, command.options))
    _check(as_kept(data, Path(command.project)))
    teacher = Path(command.teacher) if command.teacher else (yield from _train(command, stop))
    stop.heed()
    learned = yield from _teach(command, teacher, clock, stop)
    stop.heed()
    student = Path(learned.run)
    yield StudentReady(command.job, learned)
    clock.enter("exporting")
    file = Path(command.path) if command.path else student / "export" / "inspector.onnx"
    work = export_run(
        student,
        file,
        int8=command.int8,
        images=COMPARED,
        seed=command.seed,
        data_path=Path(command.data),
    )
    # A stop does not end what is short and comes to nothing by half.
    exported = yield from relay(work, staged_progress(command.job))
    yield RunExported(command.job, exported)
    clock.enter("timing")
    times = yield from _time(command.job, teacher, student, file, exported)
    yield RunsTimed(command.job, times)
    yield InspectorMade(command.job, _result(command, learned, exported, times, clock))


def recipe_of(command: MakeInspector) -> Recipe:
    """How its teacher is trained: transfer, on windows, from the start in patches."""
    return default_recipe(
        Setting.TRANSFER,
        iterations=command.iterations,
        defects=command.defects,
        fold=command.fold,
        folds=command.folds,
        view=View.PATCHES,
        seed=command.seed,
        line_share=kept_line_share(command.project) or 0.0,
    )


def _check(data: DataSet) -> None:
    """Refuse what could not end well, before minutes are spent."""
    defects = [sample for sample in data.samples if sample.label.defective]
    if not defects or not data.has_normal:
        raise DataError("A quick inspector needs defective and normal images. Add those missing.")
    if not any(sample.has_region for sample in defects):
        raise DataError(
            "No defective image has a region. Add masks, or draw a box around each defect."
        )


def _train(command: MakeInspector, stop: StopAsked) -> Part[Path]:
    """Train the teacher; returns its folder."""
    result = ""
    work = train_new(
        command.job,
        Path(command.data),
        Path(command.project),
        recipe_of(command),
        command.options,
        command.device,
        stop,
    )
    for event in work:
        if isinstance(event, RunFinished):
            result = event.run.path
        yield event
    if not result:
        raise RunError("The teacher's training ended without a network. Try more iterations.")
    return Path(result)


def _teach(
    command: MakeInspector, teacher: Path, clock: _Clock, stop: StopAsked
) -> Part[Distilled]:
    """Teach the student; stopped, it is kept as far as it came."""
    clock.enter("lessons")
    work = distil(
        teacher,
        filters=command.filters,
        steps=command.steps,
        seed=command.seed,
        images=command.normals,
        made=command.made,
        stop=stop,
        data_path=Path(command.data),
    )
    say = staged_progress(command.job)

    def each(step: tuple[str, int, int] | Preview) -> Event | None:
        if isinstance(step, Preview):
            clock.enter("teaching")
            return StudentStep(
                command.job, str(teacher), step.step, command.steps, step.loss, step.rates
            )
        if step[0] in UNENDING:
            stop.heed()  # asked too early: a student that has not begun would come of it
        clock.enter(STAGE_OF[step[0]])
        return say(step)

    return (yield from relay(work, each))


def _time(
    number: int, teacher: Path, student: Path, file: Path, exported: Exported
) -> Part[tuple[Latency, ...]]:
    """Time teacher and student in turns at the size of the user's images, and the file alone."""
    folder = RunFolder.load(student)
    assert folder.record.origin is not None
    height, width = folder.record.origin.details["cost"]["size"]
    size = (int(height), int(width))
    together = measure_latency([teacher, student], size=size, passes=TIMED_TOGETHER)
    networks = yield from relay(together, staged_progress(number))
    timing = time_file(
        file,
        size,
        passes=TIMED_ALONE,
        precision=exported.precision,
        runtime=exported.runtime,
    )
    return (*networks, (yield from relay(timing, staged_progress(number))))


def _result(
    command: MakeInspector,
    learned: Distilled,
    exported: Exported,
    times: tuple[Latency, ...],
    clock: _Clock,
) -> FastInspector:
    teacher, student = RunFolder.load(Path(learned.teacher)), RunFolder.load(Path(learned.run))
    data, _ = open_run_data(teacher, Path(command.data))
    train = teacher.read_split(data).train
    assert student.record.origin is not None
    details = student.record.origin.details
    test = learned.test_after
    possible = exact_interval(test.escapes or 0, test.defective)[1] if test.defective else 1.0
    return FastInspector(
        teacher=learned.teacher,
        student=learned.run,
        defects=sum(data.samples[i].label.defective is True for i in train),
        normals=details["normals"],
        made=details["made"],
        threshold_images=details["threshold_normals"],
        threshold_defects=details["threshold_defects"],
        teacher_test=learned.test_before,
        student_test=test,
        escapes_possible=possible,
        exported=exported,
        latency=times,
        seconds=clock.spent,
    )
