"""The project's data versions, and the making of a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from engine.review.messages import DataVersion
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import Card, IconButton, label, row
from gui.words.text import count, moment

VERSION = Qt.ItemDataRole.UserRole
"""Role of a row's version."""

ROWS = 5
"""Versions shown without scrolling."""


class VersionCard(Card):
    """How many images are to be relabelled, a button that makes a version, and those there are.

    Attributes
    ----------
    make, open
        The buttons.
    versions
        The versions, newest first.

    Signals
    -------
    asked()
        The user wants to make a version.
    """

    asked = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__(self.tr("Data versions"))
        self.stores = stores
        self._shown: tuple[object, ...] = ()
        self.words = label("", "small", wrap=True)
        self.make = IconButton(self.tr("Make a data version..."), "save")
        self.make.clicked.connect(self.asked)
        self.versions = QListWidget()
        self.versions.setProperty("role", "problems")
        self.versions.setAccessibleName(self.tr("Data versions"))
        self.versions.currentRowChanged.connect(lambda _: self._enable())
        self.versions.itemActivated.connect(lambda _: self._open())
        self.open = IconButton(self.tr("Open version"), "open")
        self.open.clicked.connect(self._open)
        self.body.addWidget(self.words)
        self.body.addWidget(self.make)
        self.body.addWidget(self.versions)
        self.body.addLayout(row(self.open, None, spacing=SPACE))
        self.refresh()

    def refresh(self) -> None:
        """Show the versions there are, and whether one can be made."""
        state, look = self.stores.world, self.stores.review.state
        fingerprint = state.data.fingerprint if state.data else ""
        shown = (look.versions, look.made, fingerprint)
        if shown != self._shown:
            self._shown = shown
            self._fill(look.versions, look.made, fingerprint)
        self.versions.setVisible(bool(look.versions))
        self.open.setVisible(bool(look.versions))
        self._enable()

    def _fill(
        self, versions: tuple[DataVersion, ...], made: DataVersion | None, fingerprint: str
    ) -> None:
        self.versions.clear()
        for version in versions:
            template = self.tr("{name}: {n} labels changed", "", version.changed)
            words = template.format(name=version.name, n=count(version.changed))
            if version.left_out:
                more = self.tr("{version}, {n} images left out", "", version.left_out)
                words = more.format(version=words, n=count(version.left_out))
            if version.fingerprint == fingerprint:
                words = self.tr("{version} (open)").format(version=words)
            item = QListWidgetItem(words)
            item.setData(VERSION, version)
            tip = self.tr("{n} images, made {when} by {who} from {parent}", "", version.images)
            item.setToolTip(
                tip.format(
                    n=count(version.images),
                    when=moment(version.made),
                    who=version.by or self.tr("no name"),
                    parent=version.parent,
                )
            )
            self.versions.addItem(item)
        # As high as its rows, up to some; then it scrolls.
        height = max(24, self.versions.sizeHintForRow(0)) if versions else 24
        self.versions.setFixedHeight(min(len(versions), ROWS) * height + 10)
        wanted = versions.index(made) if made in versions else 0
        self.versions.setCurrentRow(wanted if versions else -1)

    def _enable(self) -> None:
        stores, state = self.stores, self.stores.review.state
        marked = sum(review.said == "relabel" for review in state.said.values())
        making = stores.review.making_version is not None
        out = stores.check.state.left_out
        self.make.setEnabled((marked > 0 or out > 0) and not making)
        self.make.setText(
            self.tr("Making the version...") if making else self.tr("Make a data version...")
        )
        data = stores.world.data
        same = [one for one in state.versions if data and one.fingerprint == data.fingerprint]
        opened = same[0] if same else None
        if state.made is not None:
            template = self.tr("{name} is made. Open it to train on it; old runs stay as they are.")
            self.words.setText(template.format(name=state.made.name))
        elif marked:
            template = self.tr(
                "{n} images are marked for relabel. A version holds them under their new labels; "
                "this set and its runs stay as they are.",
                "",
                marked,
            )
            words = template.format(n=count(marked))
            if out:
                words += " " + self.tr("{n} images are left out.", "", out).format(n=count(out))
            self.words.setText(words)
        elif out:
            template = self.tr(
                "{n} images are left out in Data, Check. A version is made without them; this "
                "set and its runs stay as they are.",
                "",
                out,
            )
            self.words.setText(template.format(n=count(out)))
        elif opened is not None and state.found is None:
            template = self.tr("{name} is open. Train on it, then go through its verdicts here.")
            self.words.setText(template.format(name=opened.name))
        else:
            self.words.setText(self.tr("Mark images for relabel to make a version of the labels."))
        chosen = self._chosen()
        there = bool(chosen and data and chosen.fingerprint == data.fingerprint)
        self.open.setEnabled(chosen is not None and not there and not stores.world.opening)
        self.open.set_primary(state.made is not None and not there)

    def _chosen(self) -> DataVersion | None:
        item = self.versions.currentItem()
        result = item.data(VERSION) if item is not None else None
        return result if isinstance(result, DataVersion) else None

    def _open(self) -> None:
        version = self._chosen()
        if version is not None and self.open.isEnabled():
            self.stores.review.open_version(version)
