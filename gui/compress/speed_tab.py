"""Speed: how long the run and its smaller ones take for an image, in turn."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.compress.messages import TimeRuns
from engine.compress.values import Latency
from engine.core.command import Command
from engine.core.table import Column, Columns, Table
from gui.compress.bar_lines import BarLines, Line
from gui.compress.found import family_of
from gui.compress.run_ticks import RunTicks
from gui.compress.sentences import speed_sentence
from gui.compress.tab import CompressTab
from gui.compress.tables import faster, speed_table
from gui.compress.words import milliseconds, ratio_text
from gui.store.run_names import shown
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import IconButton, label
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import WideTable
from gui.words.text import count, device_name


class SpeedTab(CompressTab):
    """Time ticked runs one after another on the same pixels."""

    key = "speed"
    tasks = (TimeRuns,)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._sized_for = ""
        self.width_px = self._spin(32, 16_384, 512, self.tr("Width of the image in pixels"))
        self.height_px = self._spin(32, 16_384, 512, self.tr("Height of the image in pixels"))
        self.batch = self._spin(1, 256, 8, self.tr("Batch timed besides single images"))
        self.threads = self._spin(0, 256, 0, self.tr("Threads of the processor"))
        self.threads.setSpecialValueText(self.tr("automatic"))
        self.start = IconButton(self.tr("Time the ticked runs"), "play", primary=True)
        self.start.clicked.connect(self._start)
        self.tools.addWidget(self.start)
        self.ticks = RunTicks()
        self.ticks.ticked.connect(self.show_jobs)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        across.addWidget(self.ticks, 1)
        across.addLayout(self._form())
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertLayout(1, across)
        self.bars = BarLines(self.tr("Milliseconds an image, batch 1"), 24, 24)
        self.table_view = WideTable(self.tr("Time a pass and an image"))
        inner = Scrolled((0, 0, 0, 0))
        inner.body.addWidget(self.bars)
        inner.body.addWidget(self.table_view)
        inner.body.addStretch(1)
        self.body.addWidget(inner, 1)

    def _form(self) -> QGridLayout:
        """How runs are timed, beside which."""
        form = QGridLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        lines: tuple[tuple[str, tuple[QuietSpin, ...]], ...] = (
            (self.tr("Image, px"), (self.width_px, self.height_px)),
            (self.tr("Batch 1 and"), (self.batch,)),
            (self.tr("Threads"), (self.threads,)),
        )
        for line, (words, fields) in enumerate(lines):
            name = label(words, "muted")
            name.setBuddy(fields[0])
            form.addWidget(name, line, 0)
            for column, field in enumerate(fields, start=1):
                form.addWidget(field, line, column, 1, 1 if len(fields) > 1 else 2)
        return form

    def _spin(self, low: int, high: int, value: int, name: str) -> QuietSpin:
        spin = QuietSpin(low, high)
        spin.setValue(value)
        spin.setAccessibleName(name)
        spin.setToolTip(name)
        return spin

    # ------------------------------------------------------------------ what there is

    def task_name(self, _kind: type[Command]) -> str:
        """Name the task."""
        return self.tr("Timing passes")

    def table(self) -> Table[Any] | None:
        """Return every run and batch."""
        return speed_table(self.kept.timed) if self.kept.timed else None

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Bring the tab up to date, the runs to tick and the images' size included."""
        state = self.stores.world
        family = family_of(state.runs, self.run.path) if self.run else []
        self.ticks.show_family(family, self.stores.compress)
        data = state.data
        if data is not None and data.sizes and data.path != self._sized_for:
            # The user's own images are what matters; the fields can be changed.
            self._sized_for = data.path
            (width, height), _ = data.sizes[0]
            self.width_px.setValue(width)
            self.height_px.setValue(height)
        super().refresh()

    def show_jobs(self) -> None:
        """Show how far it is."""
        super().show_jobs()
        busy = self.job(TimeRuns) is not None
        self.start.setEnabled(self.run is not None and not busy and bool(self.ticks.paths))

    def show_result(self) -> bool:
        """Show times as bars and as a table."""
        result = self.kept.timed
        if not result:
            return False
        self.bars.show_lines([_line(x, self._shown(x)) for x in result if x.batch == 1])
        self.table_view.show_table(Table(self._columns(result), result))
        self.show_picture(self._caption(result[0]), speed_sentence(result, self._shown))
        return True

    def _shown(self, x: Latency) -> str:
        """What the timed run is called; an exported file keeps its name."""
        return shown(x.run, self.stores.world.runs)

    def _columns(self, found: tuple[Latency, ...]) -> Columns[Latency]:
        return (
            Column(self.tr("Run"), self._shown, text=True),
            Column(self.tr("Batch"), lambda x: x.batch, count),
            Column(self.tr("Median, ms"), lambda x: x.median, milliseconds),
            Column(self.tr("p95, ms"), lambda x: x.p95, milliseconds),
            Column(self.tr("p99, ms"), lambda x: x.p99, milliseconds),
            Column(self.tr("An image, ms"), lambda x: x.per_image, milliseconds),
            Column(self.tr("Times faster"), lambda x: faster(found, x), ratio_text),
            Column(self.tr("Device"), lambda x: x.device, device_name),
            Column(self.tr("Threads"), lambda x: x.threads, count),
            Column(self.tr("Format"), lambda x: x.precision),
        )

    def _caption(self, first: Latency) -> str:
        return explanation(
            self.tr(
                "Drawn: the median time of a single image, with a whisker to the 99 % quantile; "
                "networks in turn, {n} passes each after warm-up, images of {width} x {height} px."
            ).format(n=count(first.passes), width=first.size[1], height=first.size[0]),
            self.tr(
                "Times faster: than the first run, in equal batches; where p99 is far above the "
                "median something else was at work: close it and time again."
            ),
            self.tr(
                "It does not hold on another computer: the training lane does nothing else "
                "meanwhile, but other work on this one disturbs it."
            ),
            self.tr("definitions of this program"),
        )

    def show_waiting(self) -> None:
        """Say what is timed."""
        if self.job(TimeRuns) is not None:
            self.show_empty(
                self.tr("Timing..."), self.tr("Leave the computer alone until it is done.")
            )
            return
        self.show_empty(
            self.tr("Not timed yet"),
            self.tr(
                "Smaller is not always faster. Time the run and those made from it on this "
                "computer; other work on it disturbs the times."
            ),
        )

    # ------------------------------------------------------------------ intents

    def _start(self) -> None:
        if self.run is not None:
            batches = tuple(dict.fromkeys((1, self.batch.value())))
            self.stores.compress.time(
                self.run.path,
                self.ticks.paths,
                (self.height_px.value(), self.width_px.value()),
                batches,
                self.threads.value(),
            )


def _line(x: Latency, name: str) -> Line:
    """Return the median of single images, with a whisker to the 99 % quantile."""
    words = f"{milliseconds(x.median)} ms"
    return Line(name, x.median, words, f"{name}: {words}", whisker=x.p99)
