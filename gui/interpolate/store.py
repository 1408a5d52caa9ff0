"""What is known of the lines between two images, and the asking for it.

Whatever makes another line (images, runs, layer) drops what was shown of the old one at once, and
no answer about it is taken any more: a picture on screen always belongs to what is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.core.command import Command
from engine.core.event import JobEnded, Outcome
from engine.data.messages import SampleShown, ShowSample
from engine.interpolate.messages import (
    DecoderReady,
    DecoderStep,
    FilmSaved,
    FilmShown,
    FollowLine,
    ImagesIndexed,
    IndexImages,
    IndexPatches,
    LineFlipped,
    LineFollowed,
    MeasureOverlap,
    OverlapMeasured,
    PatchesReady,
    PointShown,
    ReadInterpolation,
    SaveFilm,
    ShowFilm,
    ShowPoint,
    TrainDecoder,
)
from engine.interpolate.values import LineKey
from gui.interpolate.state import SIDES, Interpolation, LineSide, RunLines, channel_of, has_picture
from gui.store.asking import Ask, InTurn, Task
from gui.store.engine_client import EngineClient, Job, sentence
from gui.store.engine_thread import INSPECTION, TRAINING
from gui.store.world import World

STEPS = 11
"""Pictures of a film, and places worked out at a layer where each takes time."""

Kept = DecoderReady | PatchesReady | ImagesIndexed | OverlapMeasured


class InterpolateStore(QObject):
    """Follows the line between two images in two runs, and shows its points.

    Attributes
    ----------
    state
        The images, the runs, and what is shown of their lines.
    runs
        What runs keep for lines, by their folders.

    Signals
    -------
    changed()
        The images, the runs, the layer, a curve, its flips, or why there is none.
    moved()
        The slider is elsewhere; the points of the runs follow.
    point_changed(), film_changed()
        What is shown of the lines is new, or gone.
    runs_changed()
        What runs keep for lines is new, or work on it has begun or ended.
    decoder_stepped()
        A decoder in training has another picture.
    film_saved(str)
        A film lies at that path.
    """

    changed = Signal()
    moved = Signal()
    point_changed = Signal()
    film_changed = Signal()
    runs_changed = Signal()
    decoder_stepped = Signal()
    film_saved = Signal(str)

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.state = Interpolation()
        self.runs: dict[str, RunLines] = {}
        self._watched = False
        self._film_of: tuple[object, ...] = ()
        self._ends = (Ask(client, self._on_end), Ask(client, self._on_end))
        self._point = Ask(client, self._on_point, late=True)
        self._film = Ask(client, self._on_film)
        self._follow = Task(
            client,
            INSPECTION,
            FollowLine,
            {LineFollowed: self._on_followed, LineFlipped: self._on_flipped},
            failed=self._on_line_failed,
            ended=self._on_line_ended,
        )
        self._save = Task(client, INSPECTION, SaveFilm, {FilmSaved: self._on_film_saved})
        kept = self._on_kept
        self._long = {
            TrainDecoder: Task(
                client,
                TRAINING,
                TrainDecoder,
                {DecoderStep: self._on_decoder_step, DecoderReady: kept},
                ended=self._on_decoder_ended,
            ),
            IndexImages: Task(
                client,
                INSPECTION,
                IndexImages,
                {ImagesIndexed: kept},
                ended=self._on_long_ended,
            ),
            IndexPatches: Task(
                client,
                INSPECTION,
                IndexPatches,
                {PatchesReady: kept},
                ended=self._on_long_ended,
            ),
            MeasureOverlap: Task(
                client,
                INSPECTION,
                MeasureOverlap,
                {OverlapMeasured: kept},
                ended=self._on_long_ended,
            ),
        }
        kinds = (DecoderReady, PatchesReady, ImagesIndexed, OverlapMeasured)
        answers = dict.fromkeys(kinds, kept)
        self._keeps = InTurn(client, ReadInterpolation, answers)
        world.project_left.connect(self._leave)
        world.data_opened.connect(self._on_data)
        world.verdicts_stale.connect(self._on_stale)

    # ------------------------------------------------------------------ intents: the line

    def watch(self, on: bool) -> None:
        """Ask the engine for what is missing, or leave it alone while nobody looks."""
        self._watched = on
        if on:
            self._ask_lines()

    def choose_pair(self, first: int, second: int) -> None:
        """Put other images at the ends; -1 leaves one empty."""
        state = self.state
        if (first, second) == state.pair:
            return
        known = {end.index: end for end in state.ends if end is not None}
        state.pair = (first, second)
        state.ends = [known.get(index) for index in state.pair]
        self._forget_ends()
        self._drop(*SIDES)
        self._ask_lines()

    def choose_runs(self, left: str, right: str) -> None:
        """Look through other runs; "" leaves a side empty."""
        sides = self.state.sides
        chosen = dict(zip(SIDES, (left, right), strict=True))
        others = [name for name in SIDES if sides[name].run != chosen[name]]
        if others:
            self._drop(*others)
            for name in others:
                sides[name].run, sides[name].channel = chosen[name], -1
            self._ask_lines()

    def choose_layer(self, layer: str) -> None:
        """Mix at another layer."""
        if layer != self.state.layer:
            self.state.layer = layer
            self._drop(*SIDES)
            self._ask_lines()

    def move(self, t: float) -> None:
        """Go to a place on the line; its points are asked for, the latest wins."""
        t = min(1.0, max(0.0, t))
        if t != self.state.t:
            self.state.t = t
            self.moved.emit()
            self._ask_point()

    def choose_picture(self, picture: str) -> None:
        """See points another way."""
        if picture != self.state.picture:
            self.state.picture = picture
            self._clear_pictures(*SIDES)
            self._ask_point()
            self.changed.emit()

    def choose_channel(self, name: str, channel: int) -> None:
        """Look at another channel of a side."""
        side = self.state.sides[name]
        if channel != side.channel:
            side.channel = channel
            if self.state.picture == "channel":
                self._clear_pictures(name)
                self._ask_point()
            self.changed.emit()

    def follow_again(self, name: str) -> None:
        """Work a side's line out once more."""
        self._drop(name)
        self._ask_lines()

    def cancel(self, name: str) -> None:
        """Stop working a side's line out; what is there stays."""
        self._client.cancel(self.state.sides[name].job)

    def show_film(self) -> None:
        """Ask for the film of all lines that are worked out, unless it is there."""
        sides = [side for side in self.state.sides.values() if side.whole and self._shows(side)]
        wanted = self._request(sides)
        if self._watched and sides and wanted != self._film_of:
            self._film_of = wanted
            keys, channels = wanted
            self._film(ShowFilm, keys, self.state.picture, channels, STEPS)

    # ------------------------------------------------------------------ intents: what takes time

    def save_film(self, path: str) -> None:
        """Write the film as a picture."""
        sides = [side for side in self.state.sides.values() if side.whole and self._shows(side)]
        if sides:
            keys, channels = self._request(sides)
            self._save(keys, path, self.state.picture, channels, STEPS)

    def train_decoders(self, runs: Iterable[str]) -> None:
        """Queue a decoder for each run that is not at it already."""
        self._queue(TrainDecoder, runs)

    def index_images(self, runs: Iterable[str]) -> None:
        """Look the test images of runs up, so that the nearest can be found."""
        self._queue(IndexImages, runs)

    def index_patches(self, runs: Iterable[str]) -> None:
        """Look patches of the training images of runs up, so that points are put together."""
        self._queue(IndexPatches, runs)

    def measure_overlap(self, runs: Iterable[str], textures: tuple[str, str]) -> None:
        """Measure the overlap over many pairs of two textures."""
        self._queue(MeasureOverlap, runs, textures)

    def _queue(self, kind: type[Command], runs: Iterable[str], *values: object) -> None:
        for run in dict.fromkeys(runs):
            if run and self.job(kind, run) is None:
                self._long[kind](run, *values)
        self.runs_changed.emit()

    def job(self, kind: type[Command], run: str) -> Job | None:
        """Return the job of a kind that is under way for a run, if one is."""
        return self._long[kind].job(run=run)

    def read_runs(self, runs: Iterable[str], textures: tuple[str, str] | None) -> None:
        """Read what runs keep for lines, one at a time, each once a pair of textures."""
        self._keeps.want((run, textures) for run in runs if run)

    # ------------------------------------------------------------------ answers

    def _on_end(self, event: SampleShown) -> None:
        state = self.state
        for place, index in enumerate(state.pair):
            if index == event.index:
                state.ends[place] = event
        self.changed.emit()

    def _on_followed(self, event: LineFollowed) -> None:
        side = self._side_of(event)
        if side is None:
            return
        first, side.followed = side.followed is None, event
        self._client.follow(self._client.jobs[event.job], "following", event.done, event.total)
        self.changed.emit()
        if first or not event.smooth:
            # With more places worked out, another one may be nearer to the slider.
            self._ask_point()

    def _on_flipped(self, event: LineFlipped) -> None:
        side = self._side_of(event)
        if side is not None:
            side.flips = event.flips
            self.changed.emit()

    def _on_line_failed(self, event: JobEnded) -> None:
        """Say at the side what went wrong: the other one may be well."""
        for side in self.state.sides.values():
            if side.job == event.job:
                side.failed = sentence(event)

    def _on_line_ended(self, event: JobEnded, job: Job) -> None:
        for side in self.state.sides.values():
            if side.job == job.number:
                side.job = 0
                if event.outcome is Outcome.CANCELLED:
                    side.failed = QCoreApplication.translate("stores", "Cancelled.")
        self.changed.emit()

    def _on_point(self, event: PointShown) -> None:
        for side in self.state.sides.values():
            key = side.followed.key if side.followed else None
            side.point = next((p for p in event.points if p.key == key), side.point)
        self.point_changed.emit()

    def _on_film(self, event: FilmShown) -> None:
        films = {film[0].key: film for film in event.films if film}
        for side in self.state.sides.values():
            if side.followed is not None:
                side.film = films.get(side.followed.key, ())
        self.film_changed.emit()

    def _on_film_saved(self, event: FilmSaved) -> None:
        self.film_saved.emit(event.path)

    def _on_decoder_step(self, event: DecoderStep) -> None:
        self._keep(event.run).step = event
        self._client.follow(self._client.jobs[event.job], "decoder", event.step, event.steps)
        self.decoder_stepped.emit()

    def _on_kept(self, event: Kept) -> None:
        record = self._world.run_of(path=event.run)
        if record is not None and record.job:
            return  # it trains on: its weights are others by now than those this was made with
        keep = self._keep(event.run)
        if isinstance(event, OverlapMeasured):
            keep.overlaps[event.overlap.textures] = event.overlap
        elif isinstance(event, ImagesIndexed):
            keep.indexed = event.images
            self._ask_point()
        else:
            picture = "decoded"
            if isinstance(event, PatchesReady):
                keep.patches, picture = event.quality, "patches"
            else:
                keep.quality, keep.step = event.quality, None
            if self.state.picture == picture:
                self._clear_pictures(*self._sides_of(event.run))
                self._ask_point()
        self.runs_changed.emit()

    def _on_decoder_ended(self, event: JobEnded, job: Job) -> None:
        keep = self.runs.get(getattr(job.command, "run", ""))
        if keep is not None:
            keep.step = None
        self._on_long_ended(event, job)

    def _on_long_ended(self, _event: JobEnded, _job: Job) -> None:
        self.runs_changed.emit()

    # ------------------------------------------------------------------ what others changed

    def _on_data(self) -> None:
        """An index means another image from here on."""
        self._drop(*SIDES, quiet=True)
        self._forget_ends()
        self.state = Interpolation(picture=self.state.picture)
        self._forget_keeps()
        for signal in (self.changed, self.point_changed, self.film_changed, self.runs_changed):
            signal.emit()

    def _on_stale(self, path: str) -> None:
        if path:
            self._keeps.read = {values for values in self._keeps.read if values[0] != path}
            self.runs.pop(path, None)
            names = self._sides_of(path)
            self._drop(*names)
            for name in names:
                # Its weights are new; chosen anew as soon as it is looked at again.
                self.state.sides[name].run = ""
            if names:
                self._ask_point()

    def _leave(self) -> None:
        self.choose_runs("", "")
        self._forget_keeps()

    # ------------------------------------------------------------------ helpers

    def _ask_lines(self) -> None:
        """Ask for the images and lines that are missing."""
        state = self.state
        if self._watched and self._world.data is not None:
            for ask, index, end in zip(self._ends, state.pair, state.ends, strict=True):
                if index >= 0 and end is None and not ask.newest:
                    ask(ShowSample, index)
            ready = min(state.pair) >= 0 and state.pair[0] != state.pair[1]
            for side in state.sides.values():
                if ready and side.run and not (side.followed or side.job or side.failed):
                    key = LineKey(side.run, *state.pair, state.layer)
                    side.job = self._follow(key, STEPS).number
            self._ask_point()
        self.changed.emit()

    def _ask_point(self) -> None:
        state = self.state
        sides = [side for side in state.sides.values() if side.followed and self._shows(side)]
        if self._watched and sides:
            keys, channels = self._request(sides)
            self._point(ShowPoint, keys, state.t, state.picture, channels)

    def _request(self, sides: Iterable[LineSide]) -> tuple[tuple[LineKey, ...], tuple[int, ...]]:
        """Return keys and channels of lines to show."""
        followed = [(side, side.followed) for side in sides if side.followed is not None]
        channels: tuple[int, ...] = ()
        if self.state.picture == "channel":
            channels = tuple(channel_of(side) for side, _ in followed)
        return tuple(line.key for _, line in followed), channels

    def _shows(self, side: LineSide) -> bool:
        """Whether a side has a picture of the chosen kind."""
        return has_picture(self.runs.get(side.run), self.state.picture)

    def _drop(self, *names: str, quiet: bool = False) -> None:
        """Give up what is known and asked of sides: their line is another one now."""
        for name in names:
            side = self.state.sides[name]
            if side.job:
                self._client.cancel(side.job)
            side.job, side.followed, side.flips, side.failed = 0, None, None, ""
        self._clear_pictures(*names, quiet=quiet)

    def _clear_pictures(self, *names: str, quiet: bool = False) -> None:
        """Show nothing of sides until something new is there."""
        for name in names:
            side = self.state.sides[name]
            side.point, side.film = None, ()
        self._point.forget()
        self._film.forget()
        self._film_of = ()
        if not quiet:
            self.point_changed.emit()
            self.film_changed.emit()

    def _side_of(self, event: LineFollowed | LineFlipped) -> LineSide | None:
        """Return the side an event is about, None if it is about an older choice."""
        state = self.state
        for side in state.sides.values():
            key = event.key
            known = (key.run, key.first, key.second) == (side.run, *state.pair)
            if side.job == event.job and known and state.layer in ("", key.layer):
                return side
        return None

    def _sides_of(self, run: str) -> list[str]:
        return [name for name in SIDES if self.state.sides[name].run == run]

    def _forget_ends(self) -> None:
        for ask in self._ends:
            ask.forget()

    def _forget_keeps(self) -> None:
        self.runs.clear()
        self._keeps.forget()

    def _keep(self, run: str) -> RunLines:
        return self.runs.setdefault(run, RunLines())
