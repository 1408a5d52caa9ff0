"""Made-up smaller networks: accuracy falls the later the more filters stay."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from engine.compress.messages import (
    DeadRemoved,
    Distil,
    DrawPruningCurve,
    ExportRun,
    PruneRun,
    PruningCurveGrown,
    RemoveDead,
    RunExported,
    RunPruned,
    RunsTimed,
    StudentReady,
    StudentStep,
    TimeRuns,
)
from engine.compress.values import (
    Cost,
    Distilled,
    Exported,
    Latency,
    Narrowed,
    Pruned,
    PruningCurve,
    PruningPoint,
    Removed,
)
from engine.core.command import Command
from engine.core.event import Event, Progress
from engine.core.recipe import default_recipe
from engine.core.student_size import VGG_FILTERS, filters_built
from engine.core.values import Rates
from engine.few_defects.messages import FastInspector, InspectorMade, MakeInspector
from engine.training.messages import RunFinished, RunStarted, StepDone, Validated
from tests.gui.scripted_interpolate import RefusedError

SMALLER = (
    RemoveDead, DrawPruningCurve, PruneRun, Distil, TimeRuns, ExportRun, MakeInspector,
)  # fmt: skip
STRANDS = (
    ("conv1_1", 64, 58), ("conv1_2", 64, 64), ("conv2_1", 128, 117), ("conv2_2", 128, 128),
    ("conv3_1", 256, 241), ("conv3_2", 256, 250), ("conv3_3", 256, 256), ("conv4_1", 512, 455),
    ("conv4_2", 512, 431), ("conv4_3", 512, 398), ("conv5_1", 512, 377), ("conv5_2", 512, 342),
    ("conv5_3", 512, 205),
)  # fmt: skip


def cost(filters: int, size: tuple[int, int] = (512, 512)) -> Cost:
    """Return what a network of so many filters costs: all layers alike."""
    share = filters / VGG_FILTERS
    return Cost(
        filters=filters,
        parameters=round(14_720_000 * share**2) + 10 * filters,
        multiply_adds=round(80_100_000_000 * share**2) + 2_000_000,
        size=size,
        weight_bytes=round(58_900_000 * share**2) + 9_000,
    )


def rates(accuracy: float, images: int = 40) -> Rates:
    """Return figures that go with an accuracy."""
    missed = 1 - accuracy
    return Rates(
        images=images,
        defective=images // 4,
        accuracy=accuracy,
        auc=1 - missed / 2,
        overkill=missed / 2,
        escape=min(1.0, 2.5 * missed),
        overkill_interval=(0.0, 0.116),
        escape_interval=(0.0, 0.308),
        overkills=round(missed / 2 * images * 3 / 4),
        escapes=round(min(1.0, 2.5 * missed) * images / 4),
        threshold=0.5,
        baseline=0.75,
        log_loss=0.1,
    )


def removed(run: str, parent: str, images: int, seed: int) -> Removed:
    """Return dead channels removed: mostly in the last layers."""
    after = sum(left for _, _, left in STRANDS)
    validation = images // 5
    return Removed(
        run=run, parent=parent, training_images=images - validation,
        validation_images=validation, seed=seed,
        narrowed=tuple(Narrowed(*strand) for strand in STRANDS),
        before=cost(VGG_FILTERS), after=cost(after), max_logit_difference=4.8e-06, sample_changes=0,
        verdict_changes=0, test_before=rates(0.995), test_after=rates(0.995),
    )  # fmt: skip


def point(share: float, recovery: int) -> PruningPoint:
    """Return a cut: recovered it holds out longer."""
    before = max(0.5, 0.995 - 0.6 * (1 - share) ** 2)
    after = max(0.6, 0.995 - 0.25 * (1 - share) ** 5) if recovery and share < 1 else None
    return PruningPoint(
        round(VGG_FILTERS * share),
        share,
        rates(before),
        rates(after) if after is not None else None,
    )


def latency(run: str, place: int, batch: int, command: TimeRuns) -> Latency:
    """Return times that fall from run to run."""
    median = 400.0 / 2.5**place * batch * (1 if batch == 1 else 0.8)
    return Latency(
        run=run, device="cpu", threads=command.threads or 2, precision="float32",
        size=command.size, batch=batch, passes=30, median=median, p95=1.1 * median,
        p99=1.3 * median,
    )  # fmt: skip


def exported(command: ExportRun, *, accepted: bool) -> Exported:
    """Return an export that agrees, or one that does not."""
    return Exported(
        file=command.path,
        precision="int8" if command.int8 else "float32",
        images_compared=command.images,
        max_score_difference=2.1e-6 if accepted else 0.31,
        max_window_difference=3.4e-6 if accepted else 0.42,
        verdict_changes=0 if accepted else 4,
        tolerance=0.05 if command.int8 else 1e-3,
        accepted=accepted,
        reason="" if accepted else "A score differs by 0.31, more than 0.05.",
    )


class Workshop:
    """Does everything that makes networks smaller.

    `world` tells runs, `broken` runs with the engine's sentence, and what is held back.
    """

    def __init__(self, emit: Callable[[Event], None], world: Any) -> None:
        self.emit, self.world = emit, world

    def long(self, command: Command, stopping: set[int]) -> Iterator[None]:
        """Work a command out step by step."""
        self.world.hold(command)
        self.world.said.append(command)
        run = getattr(command, "run", getattr(command, "data", ""))
        if run in self.world.broken:
            if isinstance(command, MakeInspector) and not command.teacher:
                yield from self._teacher(command, stopping)
            yield from self._count(command.job, "finding", 1)
            raise RefusedError(self.world.broken[run])
        if isinstance(command, RemoveDead):
            yield from self._count(command.job, "finding", 4)
            yield from self._count(command.job, "comparing", 2)
            made = self._add(run, "dead")
            self.emit(DeadRemoved(command.job, removed(made, run, command.images, command.seed)))
        elif isinstance(command, DrawPruningCurve):
            yield from self._grade(command, stopping)
        elif isinstance(command, PruneRun):
            yield from self._count(command.job, "recovering", 3)
            yield from self._prune(command)
        elif isinstance(command, Distil):
            yield from self._distil(command, stopping)
        elif isinstance(command, TimeRuns):
            yield from self._count(command.job, "timing", 4)
            names = [PurePosixPath(path).name for path in command.runs]
            found = tuple(
                latency(name, place, batch, command)
                for place, name in enumerate(names)
                for batch in command.batches
            )
            self.emit(RunsTimed(command.job, found))
        elif isinstance(command, MakeInspector):
            yield from self._inspector(command, stopping)
        elif isinstance(command, ExportRun):
            yield from self._count(command.job, "comparing", 3)
            self.emit(RunExported(command.job, exported(command, accepted=not command.int8)))

    def _count(self, job: int, stage: str, total: int) -> Iterator[None]:
        for done in range(total):
            self.world.step_wait()
            self.emit(Progress(job, stage, done + 1, total))
            yield

    def _add(
        self,
        parent: str,
        kind: str,
        accuracy: float = 0.995,
        *,
        lessons: str = "",
        made_of: Cost | None = None,
    ) -> str:
        """Put another run into the project."""
        path = PurePosixPath(parent)
        number = len(self.world.runs) + 1
        run = self.world.run(number, default_recipe("transfer"), "done")
        name = f"2026-11-22-{kind}-{number:02d}"
        made = replace(
            run,
            name=name,
            path=str(path.parent / name),
            parent=path.name,
            test=rates(accuracy),
            kind=kind,
            lessons=lessons,
            cost=made_of,
        )
        self.world.runs.insert(0, made)
        return made.path

    def _grade(self, command: DrawPruningCurve, stopping: set[int]) -> Iterator[None]:
        yield from self._count(command.job, "weighing", 2)
        shares = (1.0, *command.shares)
        points: list[PruningPoint] = []
        for share in shares:
            self.world.step_wait()
            points.append(point(share, command.recovery))
            found = PruningCurve(
                command.run, command.order, command.images, "validation", tuple(points)
            )
            self.emit(PruningCurveGrown(command.job, found, len(points), len(shares)))
            yield
            if command.job in stopping:
                return

    def _prune(self, command: PruneRun) -> Iterator[None]:
        found = point(command.share, command.recovery)
        after = found.after or found.before
        made = self._add(command.run, "pruned", after.accuracy)
        self.emit(
            RunPruned(
                command.job,
                Pruned(
                    run=made, parent=command.run, order=command.order,
                    recovery_steps=command.recovery, before=cost(VGG_FILTERS),
                    after=cost(found.filters), verdict_changes=2, test_before=rates(0.995),
                    test_after=after,
                ),
            )
        )  # fmt: skip
        yield

    def _distil(self, command: Distil, stopping: set[int]) -> Iterator[None]:
        best = 0.99 if command.lessons == "teacher" else 0.93
        best -= 0.06 * 33 / command.filters
        every = max(1, command.steps // 30)
        step = 0
        for step in range(every, command.steps + 1, every):
            self.world.step_wait()
            share = step / command.steps
            live = rates(best - 0.2 * (1 - share) ** 3, 12) if step % (3 * every) == 0 else None
            loss = 0.02 + 1.4 * (1 - share) ** 3
            self.emit(StudentStep(command.job, command.run, step, command.steps, loss, live))
            yield
            if command.job in stopping:
                break
        made = self._add(
            command.run,
            "student",
            best,
            lessons=command.lessons,
            made_of=cost(filters_built(command.filters)),
        )
        self.emit(
            StudentReady(
                command.job,
                Distilled(
                    run=made, teacher=command.run, lessons=command.lessons, steps=step,
                    before=cost(VGG_FILTERS), after=cost(filters_built(command.filters)), verdict_changes=1,
                    test_before=rates(0.995), test_after=rates(best),
                ),
            )
        )  # fmt: skip

    def _inspector(self, command: MakeInspector, stopping: set[int]) -> Iterator[None]:
        job, teacher = command.job, command.teacher
        self.emit(Progress(job, "reading", 0, 1))
        if not teacher:
            teacher = yield from self._teacher(command, stopping)
        yield from self._count(job, "lessons", 4)
        yield from self._count(job, "made", 2)
        steps = 20
        for step in range(1, steps + 1):
            self.world.step_wait()
            done = command.steps * step // steps
            live = rates(0.9 - 0.3 * (1 - step / steps), 12) if step % 5 == 0 else None
            self.emit(StudentStep(job, teacher, done, command.steps, 2 / step, live))
            yield
            if job in stopping:
                # A stop ends this step alone.
                stopping.discard(job)
                break
        yield from self._count(job, "validating", 2)
        yield from self._count(job, "testing", 2)
        student = self._add(
            teacher,
            "student",
            0.9875,
            lessons="teacher",
            made_of=cost(filters_built(command.filters)),
        )
        found = fast_inspector(command, teacher, student, self.world.held_defects)
        self.emit(
            StudentReady(
                job,
                Distilled(
                    run=student, teacher=teacher, lessons="teacher", steps=command.steps,
                    before=cost(VGG_FILTERS), after=cost(filters_built(command.filters)), verdict_changes=1,
                    test_before=found.teacher_test, test_after=found.student_test,
                ),
            )
        )  # fmt: skip
        for stage in (
            "judging",
            "exporting",
            "comparing",
            *(("quantising",) if command.int8 else ()),
        ):
            yield from self._count(job, stage, 2)
        self.emit(RunExported(job, found.exported))
        yield from self._count(job, "timing", 3)
        self.emit(RunsTimed(job, found.latency))
        self.emit(InspectorMade(job, found))
        yield

    def _teacher(self, command: MakeInspector, stopping: set[int]) -> Generator[None, None, str]:
        """Train one with the events of Train; return its folder."""
        job, world = command.job, self.world
        yield from self._count(job, "decoding", 2)
        yield from self._count(job, "probing", 1)
        recipe = default_recipe("transfer", iterations=command.iterations, defects=command.defects)
        number = len(world.runs) + 1
        run = world.run(number, recipe, "running", command.project)
        self.emit(RunStarted(job, run, 12))
        for step in range(1, command.iterations + 1):
            world.step_wait()
            told = (step, command.iterations, 1 / step, 1.0 * step, 8.2, None)
            self.emit(StepDone(job, run.path, *told))
            if step % 5 == 0:
                self.emit(Validated(job, run.path, step, 1.0 * step, world.rates(step, 12)))
            yield
            if job in stopping:
                stopping.discard(job)
                break
        yield from self._count(job, "validating", 1)
        yield from self._count(job, "testing", 2)
        done = world.run(number, recipe, "done", command.project)
        world.runs.insert(0, done)
        self.emit(RunFinished(job, done))
        return str(done.path)


def fast_inspector(
    command: MakeInspector, teacher: str, student: str, held: int = 5
) -> FastInspector:
    """Return what comes of few defects; `held` defects and 75 normal images were held out."""
    possible = {0: 1.0, 5: 0.522}[held]
    escape = {"escape": 0.0, "escape_interval": (0.0, possible)} if held else {
        "escape": None, "escape_interval": None, "auc": None
    }  # fmt: skip
    student_test = replace(
        rates(0.9875, 75 + held), defective=held, overkill=1 / 75, overkills=1, escapes=0,
        overkill_interval=(0.0003, 0.0721), baseline=75 / (75 + held), **escape,
    )  # fmt: skip
    names = [PurePosixPath(path).name for path in (teacher, student)]
    speed = TimeRuns(command.job, (teacher, student))
    times = [latency(name, place, 1, speed) for place, name in enumerate(names)]
    file = command.path or f"{student}/{names[1]}.onnx"
    export = ExportRun(command.job, student, file, command.int8)
    stages = ("transfer", "lessons", "made", "teaching", "judging", "exporting", "timing")
    seconds = (61.0, 18.2, 9.4, 82.0, 3.1, 6.4, 4.0)
    return FastInspector(
        teacher=teacher, student=student, defects=command.defects or 11, normals=command.normals,
        made=command.made, threshold_images=15, threshold_defects=0,
        teacher_test=replace(
            student_test, accuracy=0.995, overkill=0.0, overkills=0, overkill_interval=(0.0, 0.048)
        ),
        student_test=student_test, escapes_possible=possible,
        exported=exported(export, accepted=not command.int8),
        latency=(
            times[0],
            replace(times[1], median=4.1, p95=4.4, p99=5.0),
            replace(times[1], run=PurePosixPath(file).name, median=2.6, p95=2.7, p99=3.1),
        ),
        seconds=tuple(zip(stages, seconds, strict=True))[1 if command.teacher else 0 :],
    )  # fmt: skip
