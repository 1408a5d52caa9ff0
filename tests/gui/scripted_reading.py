"""How a made-up folder is read: three folders, a table, label files; roles count at once."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.core.values import Problem, Sentence
from engine.data.messages import DataExplained, ExplainData, PeekPictures, PicturePeeked
from engine.data.values import Explained, FolderLook, Peek, TableLook
from tests.gui.answers import Emit, answers

FOLDERS = (("", "set", 0, 0), ("a", "a", 1, 5), ("b", "b", 1, 4), ("c", "c", 1, 3))


@answers(ExplainData)
def explain(emit: Emit, world: Any, command: ExplainData) -> None:
    """Classes are the folders that are classes; unclear until a normal one is named."""
    options = command.options
    roles = dict(options.roles)
    folders = tuple(
        FolderLook(path, name, depth, images, 1, images, roles.get(path, "class" if path else "through"),
                   path in roles, f"/set/{path}/0.png" if path else "")
        for path, name, depth, images in FOLDERS
    )  # fmt: skip
    classes = tuple((f.name, f.images) for f in folders if f.role == "class" and f.images)
    unclear = (
        None if options.normal else Sentence("{path}: unknown layout.", {"path": command.path})
    )
    questions = getattr(world, "questions", ())
    rows = (("a/0.png", "ok"), ("b/0.png", "dent"))
    found = Explained(
        command.path, options, "roles", "Folders by their roles", folders, 0,
        (("COCO", 7),), (TableLook("list.csv", ("file", "said"), rows, 12, (("image", "file"),)),),
        classes, sum(n for _, n in classes), 2, questions,
        (Problem("set/notes.txt", "{count} files", {"count": "1"}, "unread", 1),), unclear, 12, 13,
        options.grey or (0.0, 4095.0), bool(getattr(world, "deep", False)),
        (("folders", "One folder per class"), ("roles", "Folders by their roles")),
    )  # fmt: skip
    emit(DataExplained(command.job, found))


@answers(PeekPictures)
def peek(emit: Emit, _world: Any, command: PeekPictures) -> None:
    for path in command.paths:
        emit(PicturePeeked(command.job, Peek(path, np.full((20, 30), 128, np.uint8))))
