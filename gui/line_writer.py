"""The one writer of the window's state: what concerns lines between images.

Whatever makes another line (images, runs, layer) drops what was shown of the old one at once, and
no answer about it is taken any more: a picture on screen always belongs to what is chosen.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine import messages as m
from gui.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.questions import Question
from gui.state import SIDES, Interpolation, LineSide, RunLines
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job
from gui.study_writer import StudyWriter

log = logging.getLogger(__name__)

ENDS = ("end-first", "end-second")
"""Names of the questions for both images."""
STEPS = 11
"""Pictures of a film, and places worked out at a layer where each takes time."""
LONG = (m.TrainDecoder, m.IndexImages, m.MeasureOverlap)


class LineWriter(StudyWriter):
    """Follows the line between two images in two runs, and shows its points.

    Signals
    -------
    lines_changed()
        The images, the runs, the layer, a curve, its flips, or why there is none.
    line_moved()
        The slider is elsewhere; the points of the runs follow.
    point_changed(), film_changed()
        What is shown of the lines is new, or gone.
    run_lines_changed()
        What runs keep for lines is new, or work on it has begun or ended.
    decoder_stepped()
        A decoder in training has another picture.
    film_saved(str)
        A film lies at that path.
    """

    lines_changed = Signal()
    line_moved = Signal()
    point_changed = Signal()
    film_changed = Signal()
    run_lines_changed = Signal()
    decoder_stepped = Signal()
    film_saved = Signal(str)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in (*ENDS, "point", "film"):
            self._questions[name] = Question(self._post)
        self._watched = False
        # Answers to points asked up to this number are of no use any more.
        self._points_from = 0
        self._film_of: tuple[object, ...] = ()
        self._keeps: deque[m.ReadInterpolation] = deque()
        self._keeps_read: set[tuple[str, tuple[str, str] | None]] = set()
        self._keeping: m.ReadInterpolation | None = None
        self._keeps_from = 0

    # ------------------------------------------------------------------ intents: the line

    def watch_lines(self, on: bool) -> None:
        """Ask the engine for what is missing, or leave it alone while nobody looks."""
        self._watched = on
        if on:
            self._ask_lines()

    def choose_pair(self, first: int, second: int) -> None:
        """Put other images at the ends; -1 leaves one empty."""
        look = self.state.interpolation
        if (first, second) == look.pair:
            return
        known = {end.index: end for end in look.ends if end is not None}
        look.pair = (first, second)
        look.ends = [known.get(index) for index in look.pair]
        self._forget(*ENDS)
        self._drop(*SIDES)
        self._ask_lines()

    def choose_line_runs(self, left: str, right: str) -> None:
        """Look through other runs; "" leaves a side empty."""
        sides = self.state.interpolation.sides
        chosen = dict(zip(SIDES, (left, right), strict=True))
        changed = [name for name in SIDES if sides[name].run != chosen[name]]
        if changed:
            self._drop(*changed)
            for name in changed:
                sides[name].run, sides[name].channel = chosen[name], -1
            self._ask_lines()

    def choose_line_layer(self, layer: str) -> None:
        """Mix at another layer."""
        look = self.state.interpolation
        if layer != look.layer:
            look.layer = layer
            self._drop(*SIDES)
            self._ask_lines()

    def move_line(self, t: float) -> None:
        """Go to a place on the line; its points are asked for, the latest wins."""
        look = self.state.interpolation
        t = min(1.0, max(0.0, t))
        if t != look.t:
            look.t = t
            self.line_moved.emit()
            self._ask_point()

    def choose_picture(self, picture: str) -> None:
        """See points another way."""
        look = self.state.interpolation
        if picture != look.picture:
            look.picture = picture
            self._clear_pictures(*SIDES)
            self._ask_point()
            self.lines_changed.emit()

    def choose_line_channel(self, name: str, channel: int) -> None:
        """Look at another channel of a side."""
        side = self.state.interpolation.sides[name]
        if channel != side.channel:
            side.channel = channel
            if self.state.interpolation.picture == "channel":
                self._clear_pictures(name)
                self._ask_point()
            self.lines_changed.emit()

    def follow_again(self, name: str) -> None:
        """Work a side's line out once more."""
        self._drop(name)
        self._ask_lines()

    def cancel_line(self, name: str) -> None:
        """Stop working a side's line out; what is there stays."""
        self.client.cancel(self.state.interpolation.sides[name].job)

    def show_film(self) -> None:
        """Ask for the film of all lines that are worked out, unless it is there."""
        look = self.state.interpolation
        sides = [side for side in look.sides.values() if _whole(side) and self._shows(side)]
        wanted = self._request(sides)
        if self._watched and sides and wanted != self._film_of:
            self._film_of = wanted
            keys, channels = wanted
            self._questions["film"].ask(
                m.ShowFilm(self._next(), keys, look.picture, channels, STEPS)
            )

    # ------------------------------------------------------------------ intents: what takes time

    def save_film(self, path: str) -> None:
        """Write the film as a picture."""
        look = self.state.interpolation
        sides = [side for side in look.sides.values() if _whole(side) and self._shows(side)]
        if sides:
            keys, channels = self._request(sides)
            command = m.SaveFilm(self._next(), keys, path, look.picture, channels, STEPS)
            self._start(INSPECTION, command)

    def train_decoders(self, runs: Iterable[str]) -> None:
        """Queue a decoder for each run that is not at it already."""
        for run in dict.fromkeys(runs):
            if run and self.line_job(m.TrainDecoder, run) is None:
                self._start(TRAINING, m.TrainDecoder(self._next(), run))
        self.run_lines_changed.emit()

    def index_images(self, runs: Iterable[str]) -> None:
        """Look the test images of runs up, so that the nearest can be found."""
        for run in dict.fromkeys(runs):
            if run and self.line_job(m.IndexImages, run) is None:
                self._start(INSPECTION, m.IndexImages(self._next(), run))
        self.run_lines_changed.emit()

    def measure_overlap(self, runs: Iterable[str], textures: tuple[str, str]) -> None:
        """Measure the overlap over many pairs of two textures."""
        for run in dict.fromkeys(runs):
            if run and self.line_job(m.MeasureOverlap, run) is None:
                self._start(INSPECTION, m.MeasureOverlap(self._next(), run, textures))
        self.run_lines_changed.emit()

    def line_job(self, kind: type[m.Command], run: str) -> Job | None:
        """Return the job of a kind that is under way for a run, if one is."""
        for job in self.state.jobs.values():
            if isinstance(job.command, kind) and getattr(job.command, "run", "") == run:
                return job
        return None

    def read_run_lines(self, runs: Iterable[str], textures: tuple[str, str] | None) -> None:
        """Read what runs keep for lines, one at a time, each once a pair of textures."""
        self._keeps = deque(
            m.ReadInterpolation(0, run, textures)
            for run in dict.fromkeys(runs)
            if run and (run, textures) not in self._keeps_read
        )
        self._read_keep()

    # ------------------------------------------------------------------ events

    def _on_followed(self, event: m.LineFollowed) -> None:
        side = self._side_of(event)
        if side is None:
            return
        first, side.followed = side.followed is None, event
        job = self.state.jobs.get(event.job)
        if job is not None:
            self.client.follow(job, "following", event.done, event.total)

        self.lines_changed.emit()
        if first or not event.smooth:
            # With more places worked out, another one may be nearer to the slider.
            self._ask_point()

    def _on_flipped(self, event: m.LineFlipped) -> None:
        side = self._side_of(event)
        if side is not None:
            side.flips = event.flips
            self.lines_changed.emit()

    def _on_point(self, event: m.PointShown) -> None:
        """Take an answer even if the slider has moved on since: the next one is on its way."""
        look = self.state.interpolation
        asked = self._questions["point"].in_flight == event.job
        if not asked or event.job <= self._points_from or event.picture != look.picture:
            return
        for side in look.sides.values():
            key = side.followed.key if side.followed else None
            side.point = next((p for p in event.points if p.key == key), side.point)
        self.point_changed.emit()

    def _on_film(self, event: m.FilmShown) -> None:
        look = self.state.interpolation
        if not self._questions["film"].accepts(event.job) or event.picture != look.picture:
            return
        films = {film[0].key: film for film in event.films if film}
        for side in look.sides.values():
            if side.followed is not None:
                side.film = films.get(side.followed.key, ())
        self.film_changed.emit()

    def _on_film_saved(self, event: m.FilmSaved) -> None:
        if event.job in self.state.jobs:
            self.film_saved.emit(event.path)

    def _on_decoder_step(self, event: m.DecoderStep) -> None:
        job = self.state.jobs.get(event.job)
        if job is not None:
            self._keep(event.run).step = event
            self.client.follow(job, "decoder", event.step, event.steps)

            self.decoder_stepped.emit()

    def _on_kept(self, event: m.DecoderReady | m.ImagesIndexed | m.OverlapMeasured) -> None:
        reading = self._keeping is not None and event.job == self._keeping.job > self._keeps_from
        record = self.state.run_of(path=event.run)
        # A run that trains on has other weights by now than those this was made with.
        if not (reading or event.job in self.state.jobs) or (record is not None and record.job):
            return
        keep = self._keep(event.run)
        if isinstance(event, m.OverlapMeasured):
            keep.overlaps[event.overlap.textures] = event.overlap
        elif isinstance(event, m.ImagesIndexed):
            keep.indexed = event.images
            self._ask_point()
        else:
            keep.quality, keep.step = event.quality, None
            if self.state.interpolation.picture == "decoded":
                self._clear_pictures(*self._sides_of(event.run))
                self._ask_point()
        self.run_lines_changed.emit()

    def _on_sample(self, event: m.SampleShown) -> None:
        look = self.state.interpolation
        for place, name in enumerate(ENDS):
            if self._questions[name].accepts(event.job):
                if event.index == look.pair[place]:
                    look.ends[place] = event
                    self.lines_changed.emit()
                return
        super()._on_sample(event)

    def _on_data(self, event: m.DataOpened) -> None:
        opened = event.job in self.state.jobs
        if opened:
            # An index means another image from here on.
            self._drop(*SIDES, quiet=True)
            self._forget(*ENDS)
            kept = self.state.interpolation
            self.state.interpolation = Interpolation(picture=kept.picture)
            self.state.run_lines.clear()
            self._forget_keeps()
        super()._on_data(event)
        if opened:
            self._tell_all()

    def _on_run_renewed(self, path: str) -> None:
        if path:
            self._keeps_read = {read for read in self._keeps_read if read[0] != path}
            self.state.run_lines.pop(path, None)
            names = self._sides_of(path)
            self._drop(*names)
            for name in names:
                # Its weights are new; chosen anew as soon as it is looked at again.
                self.state.interpolation.sides[name].run = ""
            if names:
                self._ask_point()
        super()._on_run_renewed(path)

    def _on_ended(self, event: m.JobEnded) -> None:
        job = self.state.jobs.get(event.job)
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if self._keeping is not None and event.job == self._keeping.job:
            self._keeping = None
            if failed:
                self._tell(self._sentence(event), event.details)
            self._read_keep()
        elif job is not None and isinstance(job.command, m.FollowLine):
            self._line_ended(event, failed=failed)
        else:
            super()._on_ended(event)
            if job is not None and isinstance(job.command, LONG):
                run = getattr(job.command, "run", "")
                if isinstance(job.command, m.TrainDecoder) and run in self.state.run_lines:
                    self.state.run_lines[run].step = None
                self.run_lines_changed.emit()

    def _line_ended(self, event: m.JobEnded, *, failed: bool) -> None:
        """Say at the side what went wrong: the other one may be well."""
        del self.state.jobs[event.job]
        if event.details:
            log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
        for side in self.state.interpolation.sides.values():
            if side.job == event.job:
                side.job = 0
                if failed:
                    side.failed = self._sentence(event)
                elif event.outcome is m.Outcome.CANCELLED:
                    side.failed = QCoreApplication.translate("Controller", "Cancelled.")
        self.jobs_changed.emit()
        self.lines_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _ask_lines(self) -> None:
        """Ask for the images and lines that are missing."""
        look, state = self.state.interpolation, self.state
        if self._watched and state.data is not None:
            for place, name in enumerate(ENDS):
                index = look.pair[place]
                if index >= 0 and look.ends[place] is None and not self._questions[name].newest:
                    self._questions[name].ask(m.ShowSample(self._next(), index))
            ready = min(look.pair) >= 0 and look.pair[0] != look.pair[1]
            for side in look.sides.values():
                if ready and side.run and not (side.followed or side.job or side.failed):
                    key = m.LineKey(side.run, *look.pair, look.layer)
                    side.job = self._next()
                    self._start(INSPECTION, m.FollowLine(side.job, key, STEPS))
            self._ask_point()
        self.lines_changed.emit()

    def _ask_point(self) -> None:
        look = self.state.interpolation
        sides = [side for side in look.sides.values() if side.followed and self._shows(side)]
        if self._watched and sides:
            keys, channels = self._request(sides)
            self._questions["point"].ask(
                m.ShowPoint(self._next(), keys, look.t, look.picture, channels)
            )

    def _request(self, sides: Iterable[LineSide]) -> tuple[tuple[m.LineKey, ...], tuple[int, ...]]:
        """Return keys and channels of lines to show."""
        followed = [(side, side.followed) for side in sides if side.followed is not None]
        channels: tuple[int, ...] = ()
        if self.state.interpolation.picture == "channel":
            channels = tuple(channel_of(side) for side, _ in followed)
        return tuple(line.key for _, line in followed), channels

    def _shows(self, side: LineSide) -> bool:
        """Whether a side has a picture of the chosen kind: not every run has a decoder."""
        keep = self.state.run_lines.get(side.run)
        return self.state.interpolation.picture != "decoded" or bool(keep and keep.quality)

    def _drop(self, *names: str, quiet: bool = False) -> None:
        """Give up what is known and asked of sides: their line is another one now."""
        for name in names:
            side = self.state.interpolation.sides[name]
            if side.job:
                self.client.cancel(side.job)
            side.job, side.followed, side.flips, side.failed = 0, None, None, ""
        self._clear_pictures(*names, quiet=quiet)

    def _clear_pictures(self, *names: str, quiet: bool = False) -> None:
        """Show nothing of sides until something new is there."""
        sides = self.state.interpolation.sides
        for name in names:
            sides[name].point, sides[name].film = None, ()
        self._forget("point", "film")
        self._points_from, self._film_of = self._next(), ()
        if not quiet:
            self.point_changed.emit()
            self.film_changed.emit()

    def _side_of(self, event: m.LineFollowed | m.LineFlipped) -> LineSide | None:
        """Return the side an event is about, None if it is about an older choice."""
        look = self.state.interpolation
        for side in look.sides.values():
            key = event.key
            known = (key.run, key.first, key.second) == (side.run, *look.pair)
            if side.job == event.job and known and look.layer in ("", key.layer):
                return side
        return None

    def _sides_of(self, run: str) -> list[str]:
        sides = self.state.interpolation.sides
        return [name for name in SIDES if sides[name].run == run]

    def _leave_runs(self) -> None:
        super()._leave_runs()
        self.choose_line_runs("", "")
        self.state.run_lines.clear()
        self._forget_keeps()

    def _forget_keeps(self) -> None:
        self._keeps.clear()
        self._keeps_read.clear()
        # What is being read now belongs to what was there before.
        self._keeps_from = self._next()

    def _keep(self, run: str) -> RunLines:
        return self.state.run_lines.setdefault(run, RunLines())

    def _read_keep(self) -> None:
        if self._keeping is not None or not self._keeps:
            return
        wanted = self._keeps.popleft()
        self._keeps_read.add((wanted.run, wanted.textures))
        self._keeping = m.ReadInterpolation(self._next(), wanted.run, wanted.textures)
        self._post(self._keeping)

    def _tell_all(self) -> None:
        self.lines_changed.emit()
        self.point_changed.emit()
        self.film_changed.emit()
        self.run_lines_changed.emit()


def channel_of(side: LineSide) -> int:
    """Return the channel a side looks at: the chosen one, else the one that carries most."""
    followed = side.followed
    if side.channel >= 0 or followed is None or not followed.channels:
        return max(0, side.channel)
    return followed.channels[0]


def _whole(side: LineSide) -> bool:
    """Whether a side's line is worked out to its end."""
    return side.followed is not None and side.followed.done >= side.followed.total


HANDLERS.update(
    {
        m.LineFollowed: LineWriter._on_followed,
        m.LineFlipped: LineWriter._on_flipped,
        m.PointShown: LineWriter._on_point,
        m.FilmShown: LineWriter._on_film,
        m.FilmSaved: LineWriter._on_film_saved,
        m.DecoderStep: LineWriter._on_decoder_step,
        m.DecoderReady: LineWriter._on_kept,
        m.ImagesIndexed: LineWriter._on_kept,
        m.OverlapMeasured: LineWriter._on_kept,
        m.SampleShown: LineWriter._on_sample,
        m.DataOpened: LineWriter._on_data,
        m.JobEnded: LineWriter._on_ended,
    }
)
