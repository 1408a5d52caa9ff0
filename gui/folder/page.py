"""Inspect folder: images that belong to no data set, and how a run does in operation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from gui.folder.drift_tab import DriftTab
from gui.folder.images_tab import ImagesTab
from gui.folder.report_bar import ReportBar
from gui.folder.setup_card import SetupCard
from gui.folder.strip import FolderStrip
from gui.folder.summary_tab import SummaryTab
from gui.folder.words import inspection_name, unlike_words
from gui.store.run_record import RunRecord
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.drops import IMAGES, Dropped, is_project
from gui.toolkit.elided_combo import ElidedCombo
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import framed
from gui.toolkit.parts import column, label
from gui.toolkit.run_page import RunPage
from gui.toolkit.settings import Memory
from gui.toolkit.tabs import Tabs
from gui.toolkit.workers_view import WorkersView
from gui.words.text import engine_text, file_name


class FolderPage(RunPage):
    """What is inspected above; files, figures and drift below.

    Attributes
    ----------
    setup, strip
        Choices, and how far it is.
    images, summary, drift
        The tabs.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._memory: Memory | None = None
        self._fill(
            "batch",
            self.tr("Finished runs of a project judge folders of new images here."),
            self.tr("No finished run yet"),
            self.tr("Train one first; then let it judge folders of new images."),
            self._content(),
        )
        self._figures = Throttle(1000, self)
        self._figures.fired.connect(self._show_figures)
        stores.folder.changed.connect(self._show)
        stores.folder.grown.connect(self._grow)
        stores.folder.listed.connect(self._show_batches)
        stores.folder.drift_changed.connect(self._show_drift)
        stores.folder.workers_changed.connect(self._show_workers)
        stores.client.jobs_changed.connect(self._pulse)
        stores.client.pulse.connect(self._pulse)
        self._keep_up(stores.world.project_changed, stores.world.runs_changed)

    # ------------------------------------------------------------------ building

    def _content(self) -> QWidget:
        stores = self.stores
        self.setup = SetupCard()
        self.setup.started.connect(self.start)
        self.setup.run_changed.connect(self._run_changed)
        self.setup.options_changed.connect(self._options_changed)
        self.strip = FolderStrip(stores.client)
        self.workers = WorkersView(self.tr("Part of the folder"))
        self.warning = label("", "warn", wrap=True, select=True)
        self.warning.hide()
        self.images = ImagesTab(stores)
        self.nothing = EmptyState(
            "batch",
            self.tr("Drop a folder of images here"),
            self.tr(
                "Its images need no labels and belong to no data set. Each gets a verdict; those "
                "unlike anything seen in training are named."
            ),
        )
        self._files = QStackedWidget()
        self._files.addWidget(self.nothing)
        self._files.addWidget(self.images)
        self.bar = Tabs("batch", self.tr("View"))
        self.bar.add("images", self.tr("Images"), self._files)
        self.bar.add("summary", self.tr("Summary"), lambda: self.summary)
        self.bar.add("drift", self.tr("Drift"), lambda: self.drift)
        self.bar.turned.connect(self._choose_tab)
        parts = (
            self.setup, self.strip, self.workers, self.warning, self._tab_row(), self.bar.views,
        )  # fmt: skip
        return framed(column(*parts))

    @cached_property
    def summary(self) -> SummaryTab:
        """The tab of figures, made when it is first looked at."""
        result = SummaryTab(self.stores)
        result.chosen.connect(self._look_at)
        return result

    @cached_property
    def drift(self) -> DriftTab:
        """The tab of drift, made when it is first looked at."""
        return DriftTab(self.stores)

    def _tab_row(self) -> QHBoxLayout:
        self.kept = ElidedCombo()
        self.kept.setAccessibleName(self.tr("Earlier inspections"))
        self.kept.setToolTip(self.tr("Inspections that this project keeps"))
        self.kept.setPlaceholderText(self.tr("Earlier inspections"))
        self.kept.setMinimumContentsLength(24)
        self.kept.setSizeAdjustPolicy(
            ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kept.activated.connect(self._open_kept)
        self.reports = ReportBar(self.stores)
        result = QHBoxLayout()
        result.setSpacing(SPACE)
        result.addWidget(self.bar)
        result.addStretch(1)
        result.addWidget(self.kept)
        result.addWidget(self.reports)
        return result

    # ------------------------------------------------------------------ options

    def use_memory(self, memory: Memory) -> None:
        """Choose what was chosen last, and remember what is chosen from here on."""
        self._memory = memory
        self.setup.use_options(memory.batch)
        self._show_setup()

    def use_folder(self, folder: str) -> None:
        """Choose a folder to inspect."""
        if self.stores.folder.job is None:
            self.setup.use_folder(folder)
            self._options_changed()
            self.bar.show_key("images")

    def recognise(self, paths: Sequence[Path]) -> Dropped | None:
        """A folder, or one image, that is dropped here is to be inspected."""
        if len(paths) != 1 or is_project(paths[0]) or not self._shown:
            return None
        if not paths[0].is_dir() and paths[0].suffix.lower() not in IMAGES:
            return None
        if self.stores.folder.job is not None:
            return Dropped(refused=self.tr("One inspection at a time. Stop this one first."))
        return Dropped(inspect=str(paths[0]))

    def _options_changed(self) -> None:
        if self._memory is not None:
            self._memory.batch = self.setup.options
        self._show_setup()

    # ------------------------------------------------------------------ rendering

    def _runs(self) -> list[RunRecord]:
        return [run for run in self.stores.world.runs if run.usable]

    def _catch_up(self) -> None:
        """Show what can be shown; a hidden page costs nothing."""
        state, runs = self.stores.world, self._runs()
        self._show_content(bool(state.project and runs))
        if not self._shown:
            return
        if self.stores.folder.others.project != state.project:
            self.stores.folder.list_kept()
        self._show()
        self._show_batches()

    def _show_setup(self) -> None:
        state = self.stores.world
        busy = self.stores.folder.job is not None
        first = self.stores.inspect.state.run or self.stores.evaluate.state.run
        kept = [(each.run, each.folder) for each in self.stores.folder.others.inspections]
        if self._memory is not None:
            self.setup.use_scheduler(self._memory.computers)
        self.setup.show_state(self._runs(), state.runs, first, state.project, kept, busy=busy)

    def _show(self) -> None:
        """Show the inspection that is looked at."""
        if not self._shown:
            return
        state = self.stores.folder.state
        self._show_setup()
        self.images.show_inspection(state)
        begun = state.head is not None or state.job or state.outcome
        self._files.setCurrentIndex(1 if begun and not self._failed_early() else 0)
        self._show_nothing()
        self._grow()
        self._show_figures()
        self.reports.refresh()
        self._mark_kept()
        self.kept.setEnabled(not state.job)

    def _failed_early(self) -> bool:
        state = self.stores.folder.state
        return state.head is None and bool(state.failed)

    def _show_nothing(self) -> None:
        if self._failed_early():
            self.nothing.show_text(
                self.tr("It cannot be inspected"), self.stores.folder.state.failed
            )
        else:
            self.nothing.show_text(
                self.tr("Drop a folder of images here"),
                self.tr(
                    "Its images need no labels and belong to no data set. Each gets a verdict; "
                    "those unlike anything seen in training are named."
                ),
            )

    def _grow(self) -> None:
        """Show what was judged since."""
        if not self._shown:
            return
        state = self.stores.folder.state
        self.images.grow()
        remarks = list(state.head.remarks) if state.head is not None else []
        remarks += [state.left_out] if state.left_out is not None else []
        words = [unlike_words(state), *(engine_text(r.template, r.values) for r in remarks)]
        text = "\n".join(part for part in words if part)
        self.warning.setText(text)
        self.warning.setVisible(bool(text) and self.bar.key != "drift")
        self.reports.refresh()
        self._figures.request()
        self._pulse()

    def _show_figures(self) -> None:
        if self._shown and self.bar.key == "summary":
            self.summary.refresh()
        elif self._shown and self.bar.key == "drift":
            self._refresh_drift()

    def _refresh_drift(self) -> None:
        run = self.setup.run.run
        self.drift.run = run.path if run is not None else ""
        self.drift.refresh()

    def _show_drift(self) -> None:
        if self._shown and self.bar.key == "drift":
            self.drift.refresh()

    def _show_workers(self) -> None:
        store = self.stores.folder
        words = self.tr("Part {n}")
        at = store.workers.workers if store.workers is not None else ()
        names = {each.task: words.format(n=each.task.rpartition(" ")[2]) for each in at}
        self.workers.show_workers(store.joined, store.workers, names)

    def _pulse(self) -> None:
        if self._shown:
            job = (
                self.stores.client.jobs.get(self.stores.folder.state.job)
                if self.stores.folder.state.job
                else None
            )
            self.strip.show_inspection(self.stores.folder.state, job)

    def _show_batches(self) -> None:
        if not self._shown:
            return
        result = self.stores.folder.others.inspections
        self.kept.clear()
        for each in result:
            self.kept.addItem(inspection_name(each.began, each.folder, each.rows), each.number)
            tip = f"{each.folder}\n{file_name(each.run)}"
            self.kept.setItemData(self.kept.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.kept.setVisible(bool(result))
        self._mark_kept()
        self._show_setup()

    def _mark_kept(self) -> None:
        head = self.stores.folder.state.head
        self.kept.setCurrentIndex(self.kept.findData(head.number) if head is not None else -1)

    # ------------------------------------------------------------------ intents

    def start(self) -> None:
        """Inspect the chosen folder with the chosen run."""
        run, options = self.setup.run.run, self.setup.options
        if run is None or not options.folder:
            return
        self.bar.show_key("images")
        self.stores.folder.inspect_folder(
            run.path,
            options.folder,
            watch=options.watch,
            csv=options.csv,
            heat=options.heat,
            compare=options.compare,
            out=options.out,
            go_on=self.setup.goes_on,
            scheduler=self.setup.scheduler,
        )

    def _run_changed(self) -> None:
        self._show_setup()
        self._show_figures()

    def _open_kept(self, _place: int) -> None:
        number = self.kept.currentData()
        head = self.stores.folder.state.head
        if number is not None and (head is None or head.number != number):
            self.stores.folder.open(number)

    def _look_at(self, number: int) -> None:
        self.bar.show_key("images")
        self.images.choose(number)
        self.images.table.setFocus()

    def _choose_tab(self) -> None:
        self._grow()
        self._show_figures()
