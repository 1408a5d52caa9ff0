"""A session without an engine: it answers every command from a small made-up world."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from engine.check.messages import CheckData, PlanFolds
from engine.core.command import Cancel, Command, Pause, Resume, Stop
from engine.core.event import Event, JobEnded, JobState, Outcome, Progress
from engine.core.recipe import Recipe, default_recipe
from engine.core.values import (
    Channel,
    CurvePoint,
    DataSummary,
    LayerPulse,
    Outlines,
    Prediction,
    Problem,
    Rates,
    RunNote,
    RunSummary,
    SampleRow,
    Shape,
)
from engine.data.messages import (
    DataOpened,
    DataPlaced,
    LoadThumbnails,
    OpenData,
    PlaceData,
    ShowSample,
    Thumbnail,
)
from engine.data.values import CheckItem, GroupRule
from engine.evaluate.messages import AdoptThreshold, LocateDefects
from engine.evaluate.values import Adopted
from engine.folder.messages import FolderHead, FolderRow
from engine.inspect.messages import (
    ChannelShown,
    ChannelsListed,
    Inspected,
    InspectImage,
    ListChannels,
    Predicted,
    PredictRun,
    ShowChannel,
)
from engine.interpolate.messages import FollowLine
from engine.interpolate.values import DecoderQuality
from engine.measures.messages import (
    ChannelsPictured,
    Measured,
    MeasureRun,
    ReadMeasures,
    ShowChannels,
)
from engine.measures.values import RunMeasures, RunOverlap
from engine.review.messages import DataVersion, KeepReview, Review
from engine.runs.messages import ListRuns, RunsListed
from engine.signoff.messages import SignOff, WriteSignOff
from engine.training.messages import (
    LayersMoved,
    ResumeRun,
    RunFinished,
    RunStarted,
    StepDone,
    Train,
    TrainLonger,
    Validated,
)
from tests.gui.answers import ANSWERS
from tests.gui.scripted_check import audit, audited
from tests.gui.scripted_compress import SMALLER, Workshop
from tests.gui.scripted_evaluation import QUICK, EvaluationDesk
from tests.gui.scripted_folder import BATCH_LONG, BATCH_QUICK, FolderDesk
from tests.gui.scripted_interpolate import INTERACTIVE, LONG, LineDesk, RefusedError
from tests.gui.scripted_measures import made_up_measures, pictured, pulses
from tests.gui.scripted_regions import COMMANDS as REGIONS, RegionDesk, row_of, shown
from tests.gui.scripted_review import REVIEWS, ReviewDesk

for path in sorted(Path(__file__).parent.glob("scripted_*.py")):
    importlib.import_module(f"tests.gui.{path.stem}")  # registers its answers

LAYERS = ("conv1_1", "conv2_2", "conv3_3", "conv4_3", "conv5_3")


def frozen(array: np.ndarray) -> np.ndarray:
    """Return a contiguous, read-only array, as the engine's events carry."""
    result = np.ascontiguousarray(array)
    result.flags.writeable = False
    return result


@dataclass
class World:
    """What the scripted engine knows: samples, pictures, verdicts, runs.

    `hold` is called before a command about lines is answered, which is kept in `said`.
    """

    images: int = 12
    size: int = 64
    iterations: int = 20
    normal_known: bool = True
    runs: list[RunSummary] = field(default_factory=list)
    layers: tuple[str, ...] = LAYERS
    channel_count: int = 16
    measured: dict[str, RunMeasures] = field(default_factory=dict)
    logged: dict[str, tuple[int, ...]] = field(default_factory=dict)
    step_wait: Callable[[], None] = lambda: None
    textures: int = 1
    decoders: dict[str, DecoderQuality] = field(default_factory=dict)
    indexed: dict[str, int] = field(default_factory=dict)
    patched: set[str] = field(default_factory=set)
    overlaps: dict[str, tuple[RunOverlap, ...]] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    hold: Callable[[Command], None] = lambda _command: None
    said: list[Command] = field(default_factory=list)
    regions: bool = True
    drawn: dict[str, dict[int, tuple[Shape, ...]]] = field(default_factory=dict)
    project: str = ""
    line_share: float | None = None
    left_out: Problem | None = None
    refuses: str = ""
    strokes: list[Command] = field(default_factory=list)
    held_defects: int = 5
    judged: dict[tuple[str, str], int] = field(default_factory=dict)
    located: set[str] = field(default_factory=set)
    adopted: dict[str, tuple[float, Adopted]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    evaluated: list[Command] = field(default_factory=list)
    escapes: tuple[int, int] = (0, 30)
    wrong: tuple[set[int], set[int]] = (set(), set())
    notes: dict[str, RunNote] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    signed: list[SignOff] = field(default_factory=list)
    not_records: tuple[str, ...] = ()
    pages: list[WriteSignOff] = field(default_factory=list)
    reviews: dict[str, Review] = field(default_factory=dict)
    kept: list[KeepReview] = field(default_factory=list)
    versions: list[DataVersion] = field(default_factory=list)
    forgets: str = ""
    arriving: int = 24
    inspections: dict[int, tuple[FolderHead, list[FolderRow]]] = field(default_factory=dict)
    asked: list[Command] = field(default_factory=list)
    findings: list[CheckItem] = field(default_factory=list)
    checked: bool = False
    decided: dict[tuple[str, str, str], str] = field(default_factory=dict)
    rule: GroupRule = field(default_factory=GroupRule)
    spread: tuple[int, int] = (5, 0)
    moved: dict[tuple[str, int, int], int] = field(default_factory=dict)
    planned: list[PlanFolds] = field(default_factory=list)
    unseen: set[int] = field(default_factory=set)
    astray: set[int] = field(default_factory=set)

    def texture(self, index: int) -> str:
        return "texture" if self.textures == 1 else f"Class{index // 4 % self.textures + 1}"

    def line_classes(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.summary("").classes)

    def defective(self, index: int) -> bool:
        return index % 4 == 1

    def class_name(self, index: int) -> str:
        if self.textures > 1:
            return self.texture(index) + (" defective" if self.defective(index) else "")
        return "defective" if self.defective(index) else "normal"

    def samples(self) -> tuple[SampleRow, ...]:
        return tuple(
            SampleRow(
                index=index,
                file=f"images/{index:05d}.png",
                texture=self.texture(index),
                class_name=self.class_name(index),
                defective=self.defective(index) if self.normal_known else None,
                has_region=self.defective(index) and self.regions,
                group="",
                fold=index % 5 + 1,
                part="",
            )
            for index in range(self.images)
        )

    def summary(self, path: str) -> DataSummary:
        samples = self.samples()
        bad = sum(self.defective(row.index) for row in samples)
        return DataSummary(
            path=path,
            name="made-up",
            layout="folders",
            layout_name="One folder per class",
            classes=self._classes(samples),
            images=len(samples),
            defective=bad if self.normal_known else None,
            masks=bad,
            sizes=(((self.size, self.size), len(samples)),),
            colour=False,
            problems=(
                Problem("images/broken.png", "{name} cannot be read.", {"name": "broken.png"}),
            ),
            view="patches",
            view_reason="Regions of defects are known.",
            baseline=1 - bad / max(1, len(samples)),
            fingerprint="made-up",
            official_split=False,
            samples=samples,
        )

    def _classes(self, samples: tuple[SampleRow, ...]) -> tuple[tuple[str, int], ...]:
        names = [row.class_name for row in samples]
        if self.textures == 1:
            return tuple((name, names.count(name)) for name in ("normal", "defective"))
        return tuple((name, names.count(name)) for name in sorted(set(names)))

    def picture(self, index: int) -> np.ndarray:
        noise = np.random.default_rng(index).integers(90, 160, (self.size, self.size))
        return frozen(noise.astype(np.uint8))

    def outlines(self, index: int) -> Outlines:
        if not self.defective(index):
            return ()
        box = np.array([[20, 20], [40, 20], [40, 40], [20, 40]], dtype=np.float32)
        return (frozen(box),)

    def score(self, index: int) -> float:
        # One escape (5) and one overkill (0), everything else is right.
        if index == 5:
            return 0.2
        return 0.9 if self.defective(index) or index == 0 else 0.01 * (index % 10)

    def prediction(self, index: int) -> Prediction:
        score = self.score(index)
        return Prediction(
            index=index,
            file=f"images/{index:05d}.png",
            score=score,
            defective=score > 0.5,
            class_name="defective" if score > 0.5 else "normal",
            texture="texture",
            box=(16, 16, 32, 32),
            ms=12.0,
        )

    def inspected(self, job: int, run: str, index: int) -> Inspected:
        cells = self.size // 8
        heat = np.linspace(-1, 2, cells * cells, dtype=np.float32).reshape(cells, cells)
        count = (self.size - 32) // 8 + 1
        scores = np.arange(count * count, dtype=np.float32).reshape(count, count) / count**2
        score = self.score(index)
        return Inspected(
            job,
            run=run,
            index=index,
            image=self.picture(index),
            outlines=self.outlines(index),
            prediction=self.prediction(index),
            threshold=0.5,
            window=32,
            scores=frozen(scores),
            step=(8.0, 8.0),
            heat=frozen(heat),
            cell=(8.0, 8.0),
            probabilities=(("normal", 1 - score), ("defective", score)),
            layers=LAYERS,
        )

    def channels(self, layer: str) -> tuple[Channel, ...]:
        return tuple(
            Channel(number, 2.0 / (number + 1) * (-1) ** number, 1.0, number % 5 == 4)
            for number in range(16)
        )

    def activation(self, index: int, layer: str, channel: int) -> np.ndarray:
        cells = self.size // 4
        return frozen(
            np.abs(np.random.default_rng(channel).normal(size=(cells, cells))).astype(np.float32)
        )

    def rates(self, iteration: int = 10**9, images: int = 40) -> Rates:
        good = min(1.0, 0.6 + 0.4 * iteration / max(1, self.iterations))
        return Rates(
            images=images,
            defective=images // 4,
            accuracy=good,
            auc=good,
            overkill=1 - good,
            escape=1 - good,
            overkill_interval=(0.0, 0.116),
            escape_interval=(0.0, 0.308),
            overkills=0,
            escapes=0,
            threshold=0.5,
            baseline=0.75,
            log_loss=0.1,
        )

    def run(self, number: int, recipe: Recipe, state: str, project: str = "/p") -> RunSummary:
        done = state == "done"
        return RunSummary(
            path=f"{project}/runs/{recipe.setting}-{number:02d}",
            name=f"{recipe.setting}-{number:02d}",
            state=state,
            recipe=recipe,
            view="patches",
            classes=("normal", "defective"),
            data_path="/data",
            fingerprint="made-up",
            device="cpu",
            precision="bfloat16",
            iteration=recipe.iterations if done else 0,
            seconds=76.0 if done else 0.0,
            threshold=0.5,
            baseline=0.75,
            on_test=recipe.preset == "article",
            test=self.rates() if done else None,
            curve=self.curve(recipe.iterations) if done else (),
            layers=self.layers,
        )

    def measures(self, run: str, images: int = 8, seed: int = 0) -> RunMeasures:
        summary = next((one for one in self.runs if one.path == run), None)
        recipe = summary.recipe if summary else default_recipe("transfer")
        files = tuple(f"images/{index:05d}.png" for index in range(images))
        return made_up_measures(run, recipe, self.layers, files, seed, self.channel_count)

    def curve(self, iterations: int) -> tuple[CurvePoint, ...]:
        return tuple(
            CurvePoint(i, float(i), loss=1 / i, accuracy=0.9 if i % 5 == 0 else None)
            for i in range(1, iterations + 1)
        )


class ScriptedSession:
    """Obeys the session's contract: quick `handle`, work in `advance`, one JobEnded a job."""

    def __init__(self, lane: str, emit: Callable[[Event], None], world: World) -> None:
        self.lane, self.emit, self.world = lane, emit, world
        self.quick: list[Command] = []
        self.queue: list[Command] = []
        self.current: Command | None = None
        self.work: Iterator[None] | None = None
        self.paused: set[int] = set()
        self.stopping: set[int] = set()
        self.closed = False
        self.lines = LineDesk(emit, world)
        self.regions = RegionDesk(emit, world)
        self.workshop = Workshop(emit, world)
        self.evaluation = EvaluationDesk(emit, world)
        self.reviews = ReviewDesk(emit, world, self.evaluation)
        self.batches = FolderDesk(emit, world)

    def handle(self, command: Command) -> None:
        if isinstance(command, Pause):
            self.paused.add(command.job)
            self.emit(JobState(command.job, "paused"))
        elif isinstance(command, Resume):
            self.paused.discard(command.job)
            self.emit(JobState(command.job, "running"))
        elif isinstance(command, Stop):
            self.paused.discard(command.job)
            self.stopping.add(command.job)
        elif isinstance(command, Cancel):
            self._cancel(command.job)
        elif isinstance(command, FollowLine):
            # Before long jobs, after interactive ones.
            lines = sum(isinstance(waiting, FollowLine) for waiting in self.queue)
            self.queue.insert(lines, command)
            self.emit(JobState(command.job, "queued"))
        elif isinstance(
            command,
            (
                *LONG,
                *SMALLER,
                *BATCH_LONG,
                Train,
                ResumeRun,
                TrainLonger,
                PredictRun,
                MeasureRun,
                CheckData,
                LocateDefects,
                AdoptThreshold,
            ),
        ):
            self.queue.append(command)
            self.emit(JobState(command.job, "queued"))
        else:
            self.quick.append(command)

    def advance(self) -> bool:
        if self.quick:
            command = self.quick.pop(0)
            if isinstance(command, REGIONS):
                self.emit(self.regions.answer(command))
                return True
            try:
                self._answer(command)
            except RefusedError as error:
                self.emit(JobEnded(command.job, Outcome.FAILED, str(error), str(error)))
                return True
            self.emit(JobEnded(command.job, Outcome.DONE))
            return True
        if self.work is None and self.queue:
            self.current = self.queue.pop(0)
            self.emit(JobState(self.current.job, "running"))
            self.work = self._long(self.current)
        if self.work is None or self.current is None or self.current.job in self.paused:
            return False
        try:
            next(self.work)
        except StopIteration:
            job, self.current, self.work = self.current.job, None, None
            stopped = job in self.stopping
            self.emit(JobEnded(job, Outcome.STOPPED if stopped else Outcome.DONE))
        except RefusedError as error:
            job, self.current, self.work = self.current.job, None, None
            self.emit(JobEnded(job, Outcome.FAILED, str(error), str(error)))
        return self.work is not None or bool(self.queue)

    def rest(self) -> float | None:
        return None

    def close(self) -> None:
        for command in [*self.quick, *self.queue]:
            self.emit(JobEnded(command.job, Outcome.CANCELLED))
        if self.current is not None:
            self.emit(JobEnded(self.current.job, Outcome.CANCELLED))
        self.closed = True

    def _cancel(self, job: int) -> None:
        waiting = [command for command in self.queue if command.job == job]
        for command in waiting:
            self.queue.remove(command)
            self.emit(JobEnded(job, Outcome.CANCELLED))
        if self.current is not None and self.current.job == job:
            self.current, self.work = None, None
            self.emit(JobEnded(job, Outcome.CANCELLED))

    def _answer(self, command: Command) -> None:
        job, world = command.job, self.world
        if isinstance(command, INTERACTIVE):
            self.lines.answer(command)
        elif type(command) in ANSWERS:
            ANSWERS[type(command)](self.emit, world, command)
        elif isinstance(command, QUICK):
            self.evaluation.answer(command)
        elif isinstance(command, REVIEWS):
            self.reviews.answer(command)
        elif isinstance(command, BATCH_QUICK):
            self.batches.answer(command)
        elif isinstance(command, OpenData):
            self.emit(Progress(job, "reading", 1, 2))
            world.project = command.project
            found = world.summary(command.path)
            rows = tuple(row_of(world, row.index, world.project) for row in found.samples)
            masks = sum(row.has_region for row in rows)
            self.emit(DataOpened(job, replace(found, samples=rows, masks=masks)))
        elif isinstance(command, LoadThumbnails):
            for index in command.indices:
                self.emit(Thumbnail(job, index, frozen(world.picture(index)[::2, ::2])))
        elif isinstance(command, ShowSample):
            if command.index in world.unseen:
                raise RefusedError("The file ends too early. Copy it again.")
            self.emit(shown(world, job, command.index))
        elif isinstance(command, ListRuns):
            self.emit(RunsListed(job, command.project, tuple(world.runs), (), world.line_share))
        elif isinstance(command, InspectImage):
            self.emit(world.inspected(job, command.run, command.index))
        elif isinstance(command, PlaceData):
            self._place(command)
        elif isinstance(command, ListChannels):
            run, index, layer = command.run, command.index, command.layer
            channels = world.channels(layer)
            self.emit(ChannelsListed(job, run, index, layer, channels, layer == LAYERS[-1]))
        elif isinstance(command, ShowChannel):
            run, index, layer = command.run, command.index, command.layer
            picture = world.activation(index, layer, command.channel)
            self.emit(ChannelShown(job, run, index, layer, command.channel, picture))
        elif isinstance(command, ShowChannels):
            run, index, layer = command.run, command.index, command.layer
            found = pictured(run, index, layer, world.channel_count, world.defective(index))
            self.emit(ChannelsPictured(job, run, index, layer, found))
        elif isinstance(command, ReadMeasures):
            for iteration in world.logged.get(command.run, ()):
                self.emit(LayersMoved(job, command.run, iteration, self._pulses(iteration)))
            if command.run in world.measured:
                self.emit(Measured(job, command.run, world.measured[command.run]))

    def _place(self, command: PlaceData) -> None:
        """Find the images of runs again, in folders that are not called wrong."""
        if "wrong" in command.path:
            raise RefusedError(f"{command.path}: not the images it was trained on.")
        (run,) = [run for run in self.world.runs if run.path == command.run]
        self.world.runs = [
            replace(one, data_path=command.path, data_missing=False)
            if one.data_path == run.data_path
            else one
            for one in self.world.runs
        ]
        self.emit(DataPlaced(command.job, command.run, command.path))

    def _pulses(self, iteration: int) -> tuple[LayerPulse, ...]:
        return pulses(self.world.layers, iteration)

    def _long(self, command: Command) -> Iterator[None]:
        if isinstance(command, PredictRun):
            return self._predict(command)
        if isinstance(command, MeasureRun):
            return self._measure(command)
        if isinstance(command, CheckData):
            return self._audit(command)
        if isinstance(command, LocateDefects):
            return self.evaluation.locate(command)
        if isinstance(command, AdoptThreshold):
            return self.evaluation.adopt(command)
        if isinstance(command, BATCH_LONG):
            return self.batches.long(command, self.stopping)
        if isinstance(command, LONG):
            return self.lines.long(command, self.stopping)
        if isinstance(command, SMALLER):
            return self.workshop.long(command, self.stopping)
        return self._train(command)

    def _predict(self, command: PredictRun) -> Iterator[None]:
        total = self.world.images
        for index in range(total):
            found = (self.world.prediction(index),)
            self.emit(Predicted(command.job, command.run, found, index + 1, total))
            yield
        self.world.judged[command.run, command.part] = total

    def _audit(self, command: CheckData) -> Iterator[None]:
        for done in range(self.world.images):
            self.world.step_wait()
            self.emit(Progress(command.job, "checking", done + 1, self.world.images))
            yield
        audit(self.world)
        self.emit(audited(self.world, command.job))

    def _measure(self, command: MeasureRun) -> Iterator[None]:
        for stage in ("rebuilding", "channels", "channels-before", "flatness", "domains"):
            self.world.step_wait()
            self.emit(Progress(command.job, stage, 1, 2))
            yield
        found = self.world.measures(command.run, min(command.images, 8), command.seed)
        self.world.measured[command.run] = found
        self.emit(Measured(command.job, command.run, found))

    def _train(self, command: Command) -> Iterator[None]:
        job, world = command.job, self.world
        recipe = command.recipe if isinstance(command, Train) else default_recipe("transfer")
        if isinstance(command, TrainLonger):
            (before,) = (run for run in world.runs if run.path == command.run)
            recipe = before.recipe.changed(iterations=command.iterations)
        run = world.run(job, recipe, "running")
        self.emit(RunStarted(job, run, 30))
        steps = recipe.iterations
        for i in range(1, steps + 1):
            world.step_wait()
            self.emit(StepDone(job, run.path, i, steps, 1 / i, i * 1.0, 8.2, float(steps - i)))
            if i % 5 == 0:
                self.emit(Validated(job, run.path, i, i * 1.0, world.rates(i)))
                self.emit(LayersMoved(job, run.path, i, self._pulses(i)))
            yield
            if job in self.stopping:
                break
        done = world.run(job, recipe, "stopped" if job in self.stopping else "done")
        self.emit(RunFinished(job, replace(done, test=world.rates(), iteration=i)))
