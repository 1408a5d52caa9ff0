"""One run on the line: its picture of the point, its probabilities, its nearest real image."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.core.command import Command
from engine.interpolate.messages import IndexImages, IndexPatches, TrainDecoder
from engine.interpolate.values import IN_GREYS
from gui.interpolate.curve_view import CurveView
from gui.interpolate.decoder_box import DecoderBox
from gui.interpolate.look_up_box import LookUpBox
from gui.interpolate.looks import class_colour, kept_text, overlap_text, verdict_text
from gui.interpolate.nearest_view import NearestView
from gui.interpolate.painted import PaintedText, PictureView
from gui.interpolate.pictures import point_image
from gui.interpolate.reading import reading
from gui.interpolate.state import LineSide, channel_of, has_picture
from gui.store.run_names import run_choice
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton, ThemedButton, row
from gui.words.text import count


class RunRow(QFrame):
    """Renders one side of the state.

    Attributes
    ----------
    side_name
        "left" or "right".

    Signals
    -------
    moved(float)
        The user wants that place.
    train(bool)
        A decoder is wanted; True: one for each run.
    """

    moved = Signal(float)
    train = Signal(bool)

    def __init__(self, stores: Stores, side_name: str, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.stores, self.side_name = stores, side_name
        self._channels: tuple[int, ...] = ()
        self.picture = PictureView(name)
        self.decoder = DecoderBox()
        self.decoder.wanted.connect(self.train)
        self.decoder.stopped.connect(lambda: stores.client.stop(self._decoder_job()))
        self.decoder.cancelled.connect(lambda: stores.client.cancel(self._decoder_job()))
        self.patches = LookUpBox(
            self.tr("Which real patches are most like this point?"),
            self.tr("Look up"),
            self.tr("Look up the features of this run's training images, patch by patch"),
        )
        self.patches.wanted.connect(lambda: stores.interpolate.index_patches([self.side.run]))
        self.patches.cancelled.connect(lambda: self._give_up(IndexPatches))
        self.shown = QStackedWidget()
        for part in (self.picture, self.decoder, self.patches):
            self.shown.addWidget(part)
        self.curves = CurveView(self.tr("Probabilities, {name}").format(name=name))
        self.curves.moved.connect(self.moved)
        self.nearest = NearestView(stores.data.thumbnails)
        self.nearest.setFixedWidth(150)
        self.nearest.wanted.connect(lambda: stores.interpolate.index_images([self.side.run]))
        self.nearest.cancelled.connect(lambda: self._give_up(IndexImages))
        self.verdict = PaintedText(bold=True)
        self.overlap = PaintedText(tone="muted", small=True)
        self.quality = PaintedText(tone="muted", small=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE + 2, SPACE)
        layout.setSpacing(SPACE + 4)
        layout.addWidget(self.shown)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addLayout(self._head(name))
        middle.addWidget(self.verdict)
        middle.addWidget(self.curves, 1)
        middle.addWidget(self.overlap)
        middle.addWidget(self.quality)
        layout.addLayout(middle, 1)
        layout.addWidget(self.nearest)
        LOOK.changed.connect(self.show_line)

    def _head(self, name: str) -> QHBoxLayout:
        self.name = ElidedLabel("", "h3")
        self.channel = QComboBox()
        self.channel.setMinimumContentsLength(12)
        self.channel.setAccessibleName(self.tr("Channel, {name}").format(name=name))
        self.channel.setToolTip(
            self.tr("First the channels that carry most of the way from A's class to B's")
        )
        self.channel.activated.connect(
            lambda _: self.stores.interpolate.choose_channel(
                self.side_name, int(self.channel.currentData())
            )
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(80)
        self._bar.setAccessibleName(self.tr("Places worked out"))
        self.steps = PaintedText(tone="muted", small=True)
        self.steps.setFixedWidth(72)
        self._cancel = ThemedButton("cancel", self.tr("Stop working the line out"))
        self._cancel.clicked.connect(lambda: self.stores.interpolate.cancel(self.side_name))
        self._again = IconButton(self.tr("Try again"))
        self._again.clicked.connect(lambda: self.stores.interpolate.follow_again(self.side_name))
        self._progress = QWidget()
        self._progress.setLayout(row(self._bar, self.steps, self._cancel))
        head = row(self.name, self._again, self._progress, self.channel)
        head.setStretch(0, 1)
        return head

    # ------------------------------------------------------------------ rendering

    @property
    def side(self) -> LineSide:
        """The side of the state that is shown."""
        return self.stores.interpolate.state.sides[self.side_name]

    def set_picture_side(self, pixels: int) -> None:
        """Make the picture as large as there is room."""
        self.shown.setFixedWidth(pixels)

    def show_line(self) -> None:
        """Show another line, or more of it: everything but the point."""
        side, state = self.side, self.stores.world
        run = state.run_of(path=side.run)
        self.name.set_whole(run_choice(run, state.runs) if run else self.tr("No run"))
        self.name.setToolTip(run_choice(run, state.runs) if run else "")
        self.curves.show_line(side.followed, side.flips or ())
        followed = side.followed
        busy = bool(side.job) and followed is not None and followed.done < followed.total
        self._progress.setVisible(busy)
        self._again.setVisible(bool(side.failed))
        whole = followed is not None and followed.done >= followed.total
        if followed is not None:
            self._bar.setRange(0, followed.total)
            self._bar.setValue(followed.done)
            template = self.tr("{done} of {total}")
            self.steps.show_text(
                template.format(done=count(followed.done), total=count(followed.total))
            )
        said = overlap_text(followed.curve, whole=whole) if followed else ""
        self.overlap.show_text(said)
        self._show_channels()
        self.show_keep()
        self.show_point()

    def _show_channels(self) -> None:
        followed = self.side.followed
        wanted = self.stores.interpolate.state.picture == "channel"
        self.channel.setVisible(wanted and followed is not None)
        channels = followed.channels if followed else ()
        if wanted and channels != self._channels:
            self._channels = channels
            self.channel.clear()
            for number in channels:
                self.channel.addItem(self.tr("Channel {n}").format(n=number), number)
        if wanted:
            self.channel.setCurrentIndex(self.channel.findData(channel_of(self.side)))

    def show_point(self) -> None:
        """Show the point: called once a move, so it lays nothing out."""
        side, state = self.side, self.stores.interpolate.state
        said = reading(side, state.t)
        self.curves.show_place(state.t, said)
        if said is None or side.followed is None:
            self.verdict.show_text("")
        else:
            ink = class_colour(said.label, side.followed)
            self.verdict.show_text(verdict_text(said, side.followed), ink)
        if side.point is None:
            self.picture.show_words(self._missing())
        else:
            image = point_image(side.point, state.picture)
            self.picture.show_image(image, smooth=state.picture in IN_GREYS)
        nearest = side.point.nearest if side.point else None
        sample = None
        if nearest is not None:
            samples = self.stores.world.samples
            sample = samples[nearest.index] if nearest.index < len(samples) else None
        self.nearest.show_nearest(nearest, sample, known=side.point is not None)

    def _missing(self) -> str:
        side = self.side
        if side.failed:
            return side.failed
        if not side.run:
            return self.tr("Choose a run.")
        return self.tr("Looking...") if side.job or side.followed else ""

    def show_keep(self) -> None:
        """Show what the run keeps for lines, and the work on it."""
        side, stores = self.side, self.stores
        keep = stores.interpolate.runs.get(side.run)
        picture = stores.interpolate.state.picture
        job = stores.interpolate.job(TrainDecoder, side.run)
        looking = stores.interpolate.job(IndexPatches, side.run)
        busy = {"decoded": job, "patches": looking}.get(picture)
        boxes: dict[str, QWidget] = {"decoded": self.decoder, "patches": self.patches}
        lacking = bool(side.run) and (not has_picture(keep, picture) or busy is not None)
        self.shown.setCurrentWidget(boxes[picture] if lacking else self.picture)
        if picture == "decoded" and lacking:
            self.decoder.show_training(
                job, keep.step if keep else None, several=self._others_lack()
            )
        self.patches.show_job(looking)
        self.quality.show_text(kept_text(keep, picture))
        self.quality.setVisible(picture in IN_GREYS)
        self.nearest.show_job(stores.interpolate.job(IndexImages, side.run))

    def _others_lack(self) -> bool:
        """Whether the other run has no decoder either, and none on its way."""
        other = next(
            s for n, s in self.stores.interpolate.state.sides.items() if n != self.side_name
        )
        keep = self.stores.interpolate.runs.get(other.run)
        idle = self.stores.interpolate.job(TrainDecoder, other.run) is None
        return bool(other.run) and idle and not (keep and keep.quality)

    # ------------------------------------------------------------------ intents

    def _decoder_job(self) -> int:
        job = self.stores.interpolate.job(TrainDecoder, self.side.run)
        return job.number if job else 0

    def _give_up(self, kind: type[Command]) -> None:
        job = self.stores.interpolate.job(kind, self.side.run)
        if job is not None:
            self.stores.client.cancel(job.number)
