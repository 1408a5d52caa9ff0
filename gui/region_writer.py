"""The one writer of the window's state: what concerns regions that a person draws.

What is drawn is on screen at once and with the engine a moment later. Every stroke is sent by
itself and in order: none may be lost because another follows. One that the engine refuses is taken
back.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.data_writer import DataWriter
from gui.engine_thread import EngineThread
from gui.questions import Question
from gui.regions.strokes import Stroke
from gui.state_writer import HANDLERS


class RegionWriter(DataWriter):
    """Draws regions on the open data set and keeps them with the open project.

    Signals
    -------
    regions_changed()
        Other images have a region, or the list of strokes is another.
    """

    regions_changed = Signal()

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        self._questions["regions"] = Question(self._post)
        self._drawing: dict[int, m.DrawRegion] = {}

    # ------------------------------------------------------------------ intents

    def draw_region(self, index: int, shapes: tuple[m.Shape, ...], merge: str = "") -> None:
        """Replace what is drawn on the image that is shown; () erases. See `Stroke` for `merge`."""
        sample = self.state.sample
        if sample is None or sample.index != index or not self._may_draw():
            return
        if shapes != sample.shapes:
            stroke = Stroke(index, sample.shapes, shapes, merge, self._next())
            self.state.strokes.add(stroke)
            self._draw(index, shapes)

    def undo_region(self) -> None:
        """Take the last stroke back, on whichever image it was made."""
        stroke = self.state.strokes.back() if self._may_draw() else None
        if stroke is not None:
            self._draw(stroke.index, stroke.before)

    def redo_region(self) -> None:
        """Make a stroke that was taken back once more."""
        stroke = self.state.strokes.forth() if self._may_draw() else None
        if stroke is not None:
            self._draw(stroke.index, stroke.after)

    def _may_draw(self) -> bool:
        # While another set is read, a number may mean another image in a moment.
        return bool(self.state.data and self.state.project and not self.state.opening)

    def _draw(self, index: int, shapes: tuple[m.Shape, ...]) -> None:
        command = m.DrawRegion(self._next(), self.state.project, index, shapes)
        self._drawing[command.job] = command
        self._post(command)
        sample = self.state.sample
        if sample is not None and sample.index == index:
            self.state.sample = replace(sample, shapes=shapes)
            self.sample_changed.emit()
        else:
            self._questions["sample"].ask(m.ShowSample(self._next(), index))
        self.regions_changed.emit()

    def _use_regions(self) -> None:
        """Let the open project's regions count; what was drawn in another one is its own."""
        self.state.strokes.clear()
        if self.state.data is not None:
            self._questions["regions"].ask(m.ReadRegions(self._next(), self.state.project))
        self.regions_changed.emit()

    # ------------------------------------------------------------------ events

    def _on_data(self, event: m.DataOpened) -> None:
        job = self.state.jobs.get(event.job)
        if job is not None:
            self.state.strokes.clear()
            self._drawing.clear()
        super()._on_data(event)
        if job is not None and isinstance(job.command, m.OpenData):
            if job.command.project != self.state.project:
                self._use_regions()  # another project was opened while the set was read
            self.regions_changed.emit()

    def _on_sample(self, event: m.SampleShown) -> None:
        # Asked before the last stroke, answered before it was written.
        later = [each.shapes for each in self._drawing.values() if each.index == event.index]
        super()._on_sample(replace(event, shapes=later[-1]) if later else event)

    def _on_regions(self, event: m.RegionsChanged) -> None:
        asked = self._questions["regions"].accepts(event.job)
        data = self.state.data
        if data is None or not (asked or self._regroups(event.job) or event.job in self._drawing):
            return
        samples = data.samples
        if event.rows:
            rows = list(samples)
            for row in event.rows:
                rows[row.index] = row
            samples = tuple(rows)
        fresh = tuple(each for each in event.problems if each not in data.problems)
        self.state.data = replace(
            data, samples=samples, masks=event.masks, view=event.view,
            view_reason=event.view_reason, problems=(*data.problems, *fresh),
            folds=event.folds, seed=event.seed,
        )  # fmt: skip
        if asked:
            self._look_again({row.index for row in event.rows})
        self.regions_changed.emit()
        self.state.verdicts_stale.emit("")

    def _regroups(self, _job: int) -> bool:
        """Whether a job makes other groups and folds count."""
        return False

    def _on_region(self, event: m.RegionShown) -> None:
        if event.job not in self._drawing:
            return
        later = any(
            command.index == event.index and job > event.job
            for job, command in self._drawing.items()
        )
        sample = self.state.sample
        if sample is not None and sample.index == event.index and not later:
            self.state.sample = replace(
                sample, outlines=event.outlines, shapes=event.shapes, own=event.own
            )
            self.sample_changed.emit()
        self._outline(event)

    def _outline(self, event: m.RegionShown) -> None:
        """Other pages that show the image show its region as it is now."""
        look = self.state.inspection
        if look.index == event.index:
            if look.sample is not None:
                look.sample = replace(look.sample, outlines=event.outlines)
            if look.inspected is not None:
                look.inspected = replace(look.inspected, outlines=event.outlines)
            self.inspection_changed.emit()
        self.stores.measures.outline(event)

    def _look_again(self, changed: set[int]) -> None:
        """Ask anew for shown images whose region is another."""
        sample, look = self.state.sample, self.state.inspection
        if sample is not None and sample.index in changed:
            self._questions["sample"].ask(m.ShowSample(self._next(), sample.index))
        if look.index in changed:
            self._questions["look"].ask(m.ShowSample(self._next(), look.index))
            if look.run:
                self._questions["inspect"].ask(m.InspectImage(self._next(), look.run, look.index))

    def _on_ended(self, event: m.JobEnded) -> None:
        command = self._drawing.pop(event.job, None)
        if command is None:
            super()._on_ended(event)
            return
        if event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED):
            # What the strokes lead back to is not what there is: the engine knows.
            self.state.strokes.clear()
            sample = self.state.sample
            if sample is not None and sample.index == command.index:
                self._questions["sample"].ask(m.ShowSample(self._next(), command.index))
            self._tell(self._sentence(event), event.details)
            self.regions_changed.emit()


HANDLERS.update(
    {
        m.RegionsChanged: RegionWriter._on_regions,
        m.RegionShown: RegionWriter._on_region,
        m.SampleShown: RegionWriter._on_sample,
        m.DataOpened: RegionWriter._on_data,
        m.JobEnded: RegionWriter._on_ended,
    }
)
