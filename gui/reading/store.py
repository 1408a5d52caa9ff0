"""A folder before it is opened: what lies in it, what is said of it, what would come of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from engine.core.event import JobEnded
from engine.core.values import AS_FOUND, ReaderOptions
from engine.data.messages import DataExplained, ExplainData, PeekPictures, PicturePeeked
from engine.data.values import Explained
from gui.data.store import DataStore
from gui.store.asking import Ask
from gui.store.engine_client import EngineClient
from gui.store.world import World
from gui.style.images import as_qimage

PEEKS = 24
"""Small pictures in one command."""

SIDE = 64


class ReadingStore(QObject):
    """What is said of a folder, and the reading that results; nothing is opened before `apply`.

    Attributes
    ----------
    path : the folder that is looked at, "" for none
    options : what was said so far
    look : what it comes to; None until the engine has said so
    busy : the engine is looking
    peeks : small pictures by file

    Signals
    -------
    changed()
        Another folder, other words, or the engine's answer.
    peeked()
        Small pictures have come.
    """

    changed = Signal()
    peeked = Signal()

    def __init__(
        self, client: EngineClient, world: World, data: DataStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client, self._world, self._data = client, world, data
        self.path, self.options = "", AS_FOUND
        self.look: Explained | None = None
        self.peeks: dict[str, QImage] = {}
        self._quiet = False
        self.busy = False
        self._ask = Ask(client, self._on_explained, self._on_failed)
        self._peek = Ask(client, self._on_peeked)
        data.refused.connect(self._on_refused)
        data.opening.connect(self._on_opening)

    # ------------------------------------------------------------------ intents

    def start(self, path: str, options: ReaderOptions = AS_FOUND) -> None:
        """Look at a folder, beginning with what was said of it."""
        self._begin(path, options, quiet=False)

    def leave(self) -> None:
        """Look at no folder."""
        self.path, self.look, self.busy = "", None, False
        self.peeks.clear()
        self._ask.forget()
        self._peek.forget()
        self.changed.emit()

    def set_roles(self, folders: tuple[str, ...], role: str) -> None:
        """Say what folders are; "" takes it back."""
        roles = {path: said for path, said in self.options.roles if path not in folders}
        if role:
            roles |= dict.fromkeys(folders, role)
        self._say(replace(self.options, roles=tuple(sorted(roles.items())), layout=""))

    def set_layout(self, layout: str) -> None:
        """Say which layout it is; roles of folders go with "by roles" alone."""
        roles = self.options.roles if layout in ("", "roles") else ()
        self._say(replace(self.options, layout=layout, roles=roles))

    def set_normal(self, name: str) -> None:
        """Say which class is normal; "" lets it be found."""
        self._say(replace(self.options, normal=name))

    def set_answer(self, question: str, said: str) -> None:
        """Answer a question; "" takes it back."""
        answers = {q: a for q, a in self.options.answers if q != question}
        if said:
            answers[question] = said
        self._say(replace(self.options, answers=tuple(sorted(answers.items()))))

    def set_column(self, role: str, heading: str) -> None:
        """Say which column is what; "" lets it be found."""
        columns = {r: h for r, h in self.options.columns if r != role}
        if heading:
            columns[role] = heading
        self._say(replace(self.options, columns=tuple(sorted(columns.items()))))

    def set_grey(self, window: tuple[float, ...]) -> None:
        """Say which raw values become 0 and 255; () finds the upper one out."""
        self._say(replace(self.options, grey=window))

    def reset(self) -> None:
        """Take back all that was said."""
        self._say(AS_FOUND)

    def apply(self) -> None:
        """Open the folder as it is shown; the project keeps what was said."""
        if self.path and self.look is not None and self.look.unclear is None:
            self._data.open(self.path, self.options, said=True)

    def want_peeks(self, paths: tuple[str, ...]) -> None:
        """Ask for small pictures that are not here."""
        missing = tuple(path for path in paths if path and path not in self.peeks)
        if missing and not self._peek.in_flight:
            self._peek(PeekPictures, missing[:PEEKS], SIDE)

    # ------------------------------------------------------------------ answers

    def _begin(self, path: str, options: ReaderOptions, *, quiet: bool) -> None:
        self.path, self.options, self.look, self._quiet = path, options, None, quiet
        self.peeks.clear()
        self.busy = True
        self._ask(ExplainData, path, options, self._world.project)
        if not quiet:
            self.changed.emit()

    def _say(self, options: ReaderOptions) -> None:
        if self.path and options != self.options:
            self.options, self.busy = options, True
            self._ask(ExplainData, self.path, options)
            self.changed.emit()

    def _on_explained(self, event: DataExplained) -> None:
        look, self.busy = event.look, False
        if self._quiet and not any(folder.images for folder in look.folders):
            self.path = ""  # nothing can be said of a folder without pictures
            return
        self._quiet = False
        self.look, self.options = look, look.options
        self.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        """What was said cannot be: what was said before is shown again."""
        self.busy = False
        if not self._quiet:
            self._client.tell_failure(event)
        if self.look is None:
            self.path = ""
        else:
            self.options = self.look.options
        self.changed.emit()

    def _on_peeked(self, event: PicturePeeked) -> None:
        self.peeks[event.peek.path] = as_qimage(event.peek.image).copy()
        self.peeked.emit()

    def _on_refused(self, path: str, options: ReaderOptions) -> None:
        """A folder could not be opened: what lies in it may say why, and what to say."""
        self._begin(path, options, quiet=True)

    def _on_opening(self) -> None:
        if self.path:
            self.leave()
