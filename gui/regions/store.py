"""The image that is shown as it is, and the regions that a person draws on it.

What is drawn is on screen at once and with the engine a moment later. Every stroke is sent by
itself and in order: none may be lost because another follows. One that the engine refuses is taken
back.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.core.values import Shape
from engine.data.messages import SampleShown, ShowSample
from engine.regions.messages import DrawRegion, ReadRegions, RegionsChanged, RegionShown
from gui.regions.strokes import Stroke, Strokes
from gui.store.asking import Ask, Post
from gui.store.engine_client import EngineClient
from gui.store.world import World


class RegionsStore(QObject):
    """Draws regions on the open data set and keeps them with the open project.

    Attributes
    ----------
    sample
        The image that is shown as it is.
    strokes
        What was drawn on the data set's images since it was opened.

    Signals
    -------
    sample_changed()
        Another image is shown, or another region on it.
    changed()
        Other images have a region, or the list of strokes is another.
    rows_changed()
        Images have other regions, groups or folds.
    reread()
        The open project's drawings and groups count from here on.
    outlined(object)
        A `RegionShown`: an image's region as it is now.
    redrawn(object)
        Numbers of images whose region is another since the project changed.
    """

    sample_changed = Signal()
    changed = Signal()
    rows_changed = Signal()
    reread = Signal()
    outlined = Signal(object)
    redrawn = Signal(object)

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.sample: SampleShown | None = None
        self.strokes = Strokes()
        self._show = Ask(client, self._on_sample)
        self._read = Ask(client, self._on_reread)
        self._draw = Post(client, self._on_refused, self._on_drawn)
        world.project_changed.connect(self.use_project)

    # ------------------------------------------------------------------ intents

    def show_sample(self, index: int) -> None:
        """Show an image of the data set as it is."""
        self._show(ShowSample, index)

    def draw(self, index: int, shapes: tuple[Shape, ...], merge: str = "") -> None:
        """Replace what is drawn on the image that is shown; () erases. See `Stroke` for `merge`."""
        sample = self.sample
        if sample is None or sample.index != index or not self._world.may_change:
            return
        if shapes != sample.shapes:
            number = self._client.number()
            self.strokes.add(Stroke(index, sample.shapes, shapes, merge, number))
            self._send(index, shapes)

    def undo(self) -> None:
        """Take the last stroke back, on whichever image it was made."""
        stroke = self.strokes.back() if self._world.may_change else None
        if stroke is not None:
            self._send(stroke.index, stroke.before)

    def redo(self) -> None:
        """Make a stroke that was taken back once more."""
        stroke = self.strokes.forth() if self._world.may_change else None
        if stroke is not None:
            self._send(stroke.index, stroke.after)

    def _send(self, index: int, shapes: tuple[Shape, ...]) -> None:
        self._draw(DrawRegion, self._world.project, index, shapes)
        if self.sample is not None and self.sample.index == index:
            self.sample = replace(self.sample, shapes=shapes)
            self.sample_changed.emit()
        else:
            self.show_sample(index)
        self.changed.emit()

    def use_project(self) -> None:
        """Let the open project's regions count; what was drawn in another one is its own."""
        self.strokes.clear()
        if self._world.data is not None:
            self._read(ReadRegions, self._world.project)
        self.changed.emit()

    def leave_data(self) -> None:
        """Drop what was shown and drawn: an index means another image from here on."""
        self.strokes.clear()
        self._draw.forget()
        self._show.forget()
        self.sample = None
        self.sample_changed.emit()

    # ------------------------------------------------------------------ answers

    def _on_sample(self, event: SampleShown) -> None:
        # Asked before the last stroke, answered before it was written.
        later = [each.shapes for each in self._draw.pending.values() if each.index == event.index]
        self.sample = replace(event, shapes=later[-1]) if later else event
        self.sample_changed.emit()

    def _on_reread(self, event: RegionsChanged) -> None:
        self.take_rows(event)
        changed = {row.index for row in event.rows}
        if self.sample is not None and self.sample.index in changed:
            self.show_sample(self.sample.index)
        self.redrawn.emit(changed)
        self.reread.emit()

    def _on_drawn(self, event: RegionsChanged | RegionShown) -> None:
        if isinstance(event, RegionsChanged):
            self.take_rows(event)
            return
        pending = self._draw.pending.items()
        later = any(each.index == event.index and job > event.job for job, each in pending)
        sample = self.sample
        if sample is not None and sample.index == event.index and not later:
            self.sample = replace(
                sample, outlines=event.outlines, shapes=event.shapes, own=event.own
            )
            self.sample_changed.emit()
        self.outlined.emit(event)

    def take_rows(self, event: RegionsChanged) -> None:
        """Let other regions, groups and folds of images count."""
        data = self._world.data
        if data is None:
            return
        samples = data.samples
        if event.rows:
            rows = list(samples)
            for row in event.rows:
                rows[row.index] = row
            samples = tuple(rows)
        fresh = tuple(each for each in event.problems if each not in data.problems)
        self._world.data = replace(
            data,
            samples=samples,
            masks=event.masks,
            view=event.view,
            view_reason=event.view_reason,
            problems=(*data.problems, *fresh),
            folds=event.folds,
            seed=event.seed,
        )
        self.changed.emit()
        self._world.verdicts_stale.emit("")
        self.rows_changed.emit()

    def _on_refused(self, command: DrawRegion, event: JobEnded) -> None:
        # What the strokes lead back to is not what there is: the engine knows.
        self.strokes.clear()
        if self.sample is not None and self.sample.index == command.index:
            self.show_sample(command.index)
        self._client.tell_failure(event)
        self.changed.emit()
