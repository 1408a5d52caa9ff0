"""Asks how a new data version is to be called, and says what it will change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from engine.review.messages import DataVersion, VersionPlan
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import label, set_property
from gui.words.text import count

LINES = 8
"""Kinds of changes that are listed one by one."""

_ENDING = re.compile(r"-v(\d+)$")


def next_name(data: str, versions: Sequence[DataVersion]) -> str:
    """Return a name that is not taken: the set's with the next number."""
    base = re.sub(r"[^\w .()+-]+", "-", _ENDING.sub("", data)).strip(" .-")[:50] or "data"
    taken = {version.name.casefold() for version in versions}
    number = 2
    while f"{base}-v{number}".casefold() in taken:
        number += 1
    return f"{base}-v{number}"


class VersionDialog(QDialog):
    """A name, and what changes.

    Attributes
    ----------
    name
        The field with the name.
    buttons
        Make, or leave it.
    """

    def __init__(
        self,
        data: str,
        plan: VersionPlan,
        versions: Sequence[DataVersion],
        folder: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._taken = {version.name.casefold() for version in versions}
        self.setWindowTitle(self.tr("Make a data version"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        template = self.tr("labels changed: {n}, images left out: {m}")
        words = template.format(n=count(plan.changed), m=count(plan.left_out))
        layout.addWidget(label(words, "h2"))
        if plan.changes:
            layout.addWidget(label(self._changes(plan), "muted", wrap=True))
        nothing = not plan.changes and not plan.left_out
        if nothing:
            hint = self.tr(
                "There is nothing to make yet: mark images for relabel in Review, or leave some "
                "out in Data, Check."
            )
            layout.addWidget(label(hint, "warn", wrap=True))
        self._nothing = nothing
        template = self.tr(
            "It is kept in {folder}. Images are not copied, this set and its runs stay as they "
            "are. Every image keeps its fold, so new runs are tested on the same images."
        )
        layout.addWidget(label(template.format(folder=folder), "small", wrap=True))
        layout.addWidget(label(self.tr("Name"), "caption"))
        self.name = QLineEdit(next_name(data, versions))
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setMaxLength(60)
        self.name.textChanged.connect(self._check)
        layout.addWidget(self.name)
        self.problem = label("", "warn", wrap=True)
        layout.addWidget(self.problem)
        self.buttons = QDialogButtonBox()
        self._make = self.buttons.addButton(
            self.tr("Make version"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(460)
        self.name.selectAll()
        self._check()

    def _changes(self, plan: VersionPlan) -> str:
        lines = [
            f"{count(n)}   {old}  \N{RIGHTWARDS ARROW}  {new}"
            for old, new, n in plan.changes[:LINES]
        ]
        more = len(plan.changes) - LINES
        if more > 0:
            lines.append(self.tr("... and {n} other kinds", "", more).format(n=count(more)))
        return "\n".join(lines)

    def _check(self) -> None:
        """Say at once what is wrong with the name; the engine has the last word."""
        name = self.name.text().strip()
        fits = bool(re.fullmatch(r"\w[\w .()+-]*", name)) and name[-1:] not in (".", " ")
        taken = name.casefold() in self._taken
        self.problem.setText(
            self.tr("A version of this name is there already.")
            if taken
            else ""
            if fits
            else self.tr("Use letters, digits, spaces and - _ . ( ) +, a letter or digit first.")
        )
        self.problem.setVisible(bool(self.problem.text()))
        self._make.setEnabled(fits and not taken and not self._nothing)
        set_property(self.name, "invalid", str(not fits or taken).lower())


class VersionAsker(QObject):
    """Asks the engine what a version would change, then the user for its name."""

    def __init__(self, stores: Stores, parent: QWidget) -> None:
        super().__init__(parent)
        self._stores, self._page, self._waits = stores, parent, False
        stores.check.version_planned.connect(self._ask)

    def ask(self) -> None:
        """Begin."""
        self._waits = True
        self._stores.check.plan_version()

    def _ask(self, plan: VersionPlan) -> None:
        state = self._stores.world
        if not self._waits or state.data is None:
            return
        self._waits = False
        dialog = VersionDialog(
            state.data.name,
            plan,
            self._stores.review.state.versions,
            f"{state.project}/data-versions",
            self._page,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._stores.review.make_version(dialog.name.text().strip())
