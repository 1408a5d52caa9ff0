"""What can be done now: the menus' actions, the project's runs, recent folders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.shell.palette.entries import Entry
from gui.shell.recent_menu import RecentMenu
from gui.store.run_names import shown_names
from gui.store.run_record import RunRecord
from gui.toolkit.drops import is_there
from gui.words.terms import setting_name
from gui.words.text import file_name

tr = QCoreApplication.translate

RUN_PAGES = ("inspect", "evaluate", "compress")
"""Pages that begin with a run."""


def menu_entries(menus: Sequence[QMenu], skip: Sequence[str] = ()) -> Iterator[Entry]:
    """Yield every action of menus; those of submenus carry the submenu's name."""
    for menu in menus:
        yield from _menu_entries(menu, words(menu.title()), "", skip)


def _menu_entries(menu: QMenu, group: str, before: str, skip: Sequence[str]) -> Iterator[Entry]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, RecentMenu):
            continue  # its folders are entries of their own
        if isinstance(inner, QMenu):
            yield from _menu_entries(inner, group, f"{words(inner.title())}: ", skip)
        elif not action.isSeparator() and action.objectName() not in skip:
            yield _of_action(action, group, before)


def _of_action(action: QAction, group: str, before: str) -> Entry:
    native = QKeySequence.SequenceFormat.NativeText
    why = "" if action.isEnabled() else action.statusTip()
    if not action.isEnabled() and not why:
        why = tr("Palette", "Not possible now.")
    key = action.objectName()
    return Entry(
        key=key,
        title=before + words(action.text()),
        group=group,
        act=action.trigger,
        keys=action.shortcut().toString(native),
        also=re.sub(r"\W+", " ", key),  # English, whatever the window speaks
        why=why,
    )


def run_entries(
    runs: Sequence[RunRecord], pages: dict[str, str], open_run: Callable[[str, str], None]
) -> Iterator[Entry]:
    """Yield each finished run on each page that begins with one; `pages` are titles by key."""
    template = tr("Palette", "{run}: open in {page}")
    names = shown_names(runs)
    for run in runs:
        if not run.usable:
            continue
        for key in RUN_PAGES:
            if key in pages:
                yield Entry(
                    key=f"run/{key}/{run.path}",
                    title=template.format(run=names[run.key], page=pages[key]),
                    group=tr("Palette", "Run"),
                    act=lambda path=run.path, page=key: open_run(path, page),  # type: ignore[misc]
                    also=" ".join(
                        (key, run.name, setting_name(run.recipe.setting), run.recipe.setting)
                    ),
                )


def folder_entries(
    folders: Sequence[str], kind: str, open_: Callable[[str], None]
) -> Iterator[Entry]:
    """Yield recent folders of a kind ("project", "data"); those that are gone say so."""
    group = tr("Palette", "Project") if kind == "project" else tr("Palette", "Images")
    template = (
        tr("Palette", "Open project {name}")
        if kind == "project"
        else tr("Palette", "Open images {name}")
    )
    gone = tr("Palette", "It is not there any more: {path}")
    for path in folders:
        yield Entry(
            key=f"{kind}/{path}",
            title=template.format(name=file_name(path)),
            group=group,
            act=lambda p=path: open_(p),  # type: ignore[misc]
            detail=path,
            also=f"{kind} recent",
            why="" if is_there(path) else gone.format(path=path),
        )


def words(text: str) -> str:
    """Return a menu's text without the marks of its keys: "&File", "(&F)"."""
    return re.sub(r"\(&.\)|&(&?)", r"\1", text).strip()
