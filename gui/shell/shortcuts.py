"""The keys of the window, read off its menus: what is listed is what works."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from gui.shell.palette.gather import menu_entries


def shortcuts(menus: Sequence[QMenu]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (menu, [(what is done, its keys)]) of every action that has keys."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for entry in menu_entries(menus):
        if entry.keys:
            groups.setdefault(entry.group, []).append((entry.title, entry.keys))
    return list(groups.items())
