"""Runs: the project's history, to be searched, compared, noted on, repeated and put away."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from gui.runs.difference_card import DifferenceCard
from gui.runs.longer_dialog import LongerDialog
from gui.runs.note_card import NoteCard
from gui.runs.run_list import NAME, RunFilter, RunListModel
from gui.runs.runs_view import RunsView
from gui.store.run_names import shown_names
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.page import framed
from gui.toolkit.parts import IconButton, ThemedButton, label, row, split_of
from gui.toolkit.run_page import RunPage
from gui.words.text import count, problem_text

DAMAGED_SHOWN = 5
"""Damaged runs that are named one by one."""


class RunsPage(RunPage):
    """The table on the left; how two differ, and the note, on the right.

    Attributes
    ----------
    runs, shown, table
        All runs, those that pass the search, and their view.
    difference, note
        The right column.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._fill(
            "queue",
            self.tr("All runs of a project are listed here."),
            self.tr("No runs yet"),
            self.tr("What is trained, pruned or taught in this project is listed here."),
            self._content(),
        )
        stores.client.pulse.connect(self._pulse)
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.runs.notes_changed,
            stores.client.jobs_changed,
        )

    # ------------------------------------------------------------------ building

    def _content(self) -> QWidget:
        self.difference = DifferenceCard()
        self.note = NoteCard(self.stores)
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.difference, 1)
        layout.addWidget(self.note)
        split = split_of("runs", (self._list(), 0, 3), (side, 280, 1))
        split.setSizes([980, 300])
        return framed(split)

    def _list(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search name, setting, state, tags, notes"))
        self.search.setAccessibleName(self.tr("Search runs"))
        self.search.setClearButtonEnabled(True)
        self.count = label("", "small")
        bar = row(self.search, self.count)
        bar.setStretch(0, 1)
        layout.addLayout(bar)
        self.runs = RunListModel(self)
        self.runs.renamed.connect(self._rename)
        self.shown = RunFilter(self.runs, self)
        self.search.textChanged.connect(self._search)
        self.table = RunsView()
        self.table.setModel(self.shown)
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(27)
        self.table.lay_out()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.doubleClicked.connect(lambda _: self._open("evaluate"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        layout.addWidget(self.table, 1)
        self.damaged = label("", "warn", wrap=True, select=True)
        layout.addWidget(self.damaged)
        layout.addLayout(self._acts())
        for keys, act in (
            (QKeySequence.StandardKey.Delete, self.bin),
            ("Ctrl+F", self._find),
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        return result

    def _acts(self) -> QVBoxLayout:
        self.acts = {
            "repeat": IconButton(self.tr("Train again"), "redo"),
            "resume": IconButton(self.tr("Go on"), "play"),
            "longer": IconButton(self.tr("Longer..."), "next"),
            "evaluate": IconButton(self.tr("Evaluate"), "evaluate"),
            "inspect": IconButton(self.tr("Inspect"), "inspect"),
            "rename": ThemedButton(
                "rename", self.tr("Give the run a name of your own (F2); empty: its old one again")
            ),
            "bin": ThemedButton("erase", self.tr("Put the chosen runs into the bin (Delete)")),
        }
        self.acts["repeat"].setToolTip(
            self.tr("A new run with the same recipe on the same images; the old one stays")
        )
        self.acts["repeat"].clicked.connect(self.repeat)
        self.acts["resume"].clicked.connect(self.resume)
        self.acts["longer"].clicked.connect(self.train_longer)
        self.acts["evaluate"].clicked.connect(lambda: self._open("evaluate"))
        self.acts["inspect"].clicked.connect(lambda: self._open("inspect"))
        self.acts["rename"].clicked.connect(self.rename)
        self.acts["bin"].clicked.connect(self.bin)
        result = QVBoxLayout()
        result.addLayout(row(*self.acts.values(), None))
        return result

    # ------------------------------------------------------------------ rendering

    @property
    def chosen(self) -> list[RunRecord]:
        """The chosen runs, the one chosen first in front."""
        rows = [self.shown.mapToSource(i).row() for i in self.table.selectionModel().selectedRows()]
        result = [self.runs.run(place) for place in rows]
        current = self.table.currentIndex()
        last = self.runs.run(self.shown.mapToSource(current).row()) if current.isValid() else None
        return sorted((run for run in result if run is not None), key=lambda run: run is last)

    def _catch_up(self) -> None:
        state = self.stores.world
        self._show_content(bool(state.runs) or bool(state.damaged))
        words = "\n".join(problem_text(each) for each in state.damaged[:DAMAGED_SHOWN])
        if len(state.damaged) > DAMAGED_SHOWN:
            rest = len(state.damaged) - DAMAGED_SHOWN
            words += "\n" + self.tr("... and {n} more").format(n=count(rest))
        self.damaged.setText(words)
        self.damaged.setVisible(bool(words))
        if not self._shown:
            return
        self.stores.runs.read_notes()
        kept = [run.key for run in self.chosen]
        before = self.runs.rowCount()
        self.runs.show_runs(state.runs, self.stores.runs.notes or {})
        self.table.fit()
        if self.runs.rowCount() != before or len(self.chosen) != len(kept):
            self._choose(kept)
        self._show_count()
        self._show_chosen()

    def _choose(self, keys: list[int]) -> None:
        """Choose runs by their key; the first run where there is none."""
        selection = self.table.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for place in range(self.shown.rowCount()):
            index = self.shown.index(place, 0)
            run = self.runs.run(self.shown.mapToSource(index).row())
            if run is not None and run.key in keys:
                selection.select(index, flags.Select | flags.Rows)
        if not selection.hasSelection() and self.shown.rowCount():
            self.table.selectRow(0)

    def _pulse(self) -> None:
        if self._shown and self.stores.world.current_run is not None:
            self.runs.refresh()

    def _show_count(self) -> None:
        template = self.tr("{shown} of {all}")
        self.count.setText(
            template.format(shown=count(self.shown.rowCount()), all=count(self.runs.rowCount()))
        )

    def _show_chosen(self) -> None:
        runs = self.chosen
        self.difference.show_runs(runs, self.stores.world.runs)
        one = runs[0] if len(runs) == 1 else None
        self.note.setVisible(len(runs) <= 1)
        self.note.show_run(one)
        trained = one is not None and one.summary is not None and not one.summary.kind
        self.acts["repeat"].setEnabled(trained)
        self.acts["resume"].setEnabled(one is not None and one.resumable)
        longer = one is not None and one.can_be_longer
        self.acts["longer"].setEnabled(longer)
        self.acts["longer"].setToolTip(
            self.tr("A new run that goes on from this one; this one stays as it is")
            if one is None or one.recipe.steady or not one.measurable
            else self.tr(
                "Only what was trained at a constant rate to its end goes on: here the rate falls "
                "with the run's length. Train again with more iterations."
            )
        )
        usable = one is not None and one.usable
        self.acts["evaluate"].setEnabled(usable and one is not None and one.test is not None)
        self.acts["inspect"].setEnabled(usable)
        self.acts["rename"].setEnabled(one is not None and bool(one.path))
        self.acts["bin"].setEnabled(bool(runs) and all(r.path and not r.job for r in runs))

    # ------------------------------------------------------------------ intents

    def _search(self, text: str) -> None:
        self.shown.search(text)
        self._show_count()
        self._show_chosen()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, heads first, tabs between."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        columns = range(self.shown.columnCount())
        lines = ["\t".join(column.name for column in self.runs.columns)]
        for place in rows:
            cells = [str(self.shown.index(place, column).data() or "") for column in columns]
            lines.append("\t".join(cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def rename(self) -> None:
        """Write over the chosen run's name, in its row."""
        rows = self.table.selectionModel().selectedRows(NAME)
        if len(rows) == 1 and self.acts["rename"].isEnabled():
            self.table.setFocus()
            self.table.edit(rows[0])

    def undoable(self) -> tuple[str, str]:
        """Name what can be undone: names of runs. Runs come back out of the system's bin."""
        steps, what = self.stores.runs.steps, self.tr("name of a run")
        return what if steps.place else "", what if steps.next else ""

    def undo(self) -> None:
        """Take the last new name back."""
        self.stores.runs.undo()

    def redo(self) -> None:
        """Give the name again that was taken back."""
        self.stores.runs.redo()

    def _rename(self, path: str, title: str) -> None:
        self.stores.runs.rename_run(path, title)

    def repeat(self) -> None:
        """Train the chosen run's recipe once more."""
        runs = self.chosen
        if len(runs) == 1 and self.acts["repeat"].isEnabled():
            self.stores.train.repeat_run(runs[0].path)
            self.go.emit("train")

    def resume(self) -> None:
        """Go on with the chosen run."""
        runs = self.chosen
        if len(runs) == 1 and self.acts["resume"].isEnabled():
            self.stores.train.resume_run(runs[0].path)
            self.go.emit("train")

    def train_longer(self) -> None:
        """Ask for how long, then train a run that goes on from the chosen one."""
        runs = self.chosen
        if len(runs) != 1 or not self.acts["longer"].isEnabled():
            return
        name = shown_names(self.stores.world.runs)[runs[0].key]
        dialog = LongerDialog(runs[0], name, self)
        if dialog.exec() == LongerDialog.DialogCode.Accepted:
            self.stores.train.train_longer(runs[0].path, dialog.iterations.value())
            self.go.emit("train")

    def bin(self) -> None:
        """Ask, then put the chosen runs into the system's bin."""
        runs = self.chosen
        if not runs or not self.acts["bin"].isEnabled():
            return
        if self.ask_bin(runs):
            self.stores.runs.bin_runs([run.path for run in runs])

    def ask_bin(self, runs: list[RunRecord]) -> bool:
        """Ask whether runs may go; say what was made from them."""
        names = {run.name for run in runs}
        called = shown_names(self.stores.world.runs)
        made = [
            called[run.key]
            for run in self.stores.world.runs
            if run.summary and run.summary.parent in names and run.name not in names
        ]
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("To the bin"))
        text = (
            self.tr("Put {name} into the bin?").format(name=called[runs[0].key])
            if len(runs) == 1
            else self.tr("Put {n} runs into the bin?").format(n=len(runs))
        )
        box.setText(text)
        words = self.tr("They can be taken out there. Their verdicts have to be judged again then.")
        if made:
            template = self.tr("Runs made from them stay: {names}.")
            words = f"{template.format(names=', '.join(made))} {words}"
        box.setInformativeText(words)
        yes = box.addButton(self.tr("To the bin"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is yes

    def _open(self, page: str) -> None:
        runs = self.chosen
        if len(runs) != 1 or not self.acts[page].isEnabled():
            return
        path = runs[0].path
        if page == "evaluate":
            self.stores.evaluate.choose(path)
        else:
            self.stores.inspect.choose_run(path)
        if not self.stores.world.fits_data(path) and not self.stores.world.opening:
            self.stores.data.open_images_of(path)
        self.go.emit(page)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        words = {"rename": self.tr("Rename"), "bin": self.tr("To the bin...")}
        for key, button in self.acts.items():
            action = menu.addAction(words.get(key) or button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.addSeparator()
        menu.addActions(self.table.actions())
        menu.exec(self.table.viewport().mapToGlobal(place))
        menu.deleteLater()
