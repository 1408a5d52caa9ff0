"""A study on disk: ``studies/<name>/plan.toml``, ``board.json`` and its report.

Runs are not kept here: a study finds its own among the project's by their recipes, so that runs
trained by hand count and none is trained twice.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cattrs
import tomli_w

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.names import usable
from engine.core.outside import DAMAGED, read_json, read_toml
from engine.project.places import Places, beside
from engine.study.plan import StudyPlan
from engine.study.values import Board

FOLDER = "studies"

OUTSIDE = ("data", "source", "control")
"""Entries of a plan that name folders of images."""

_converter = cattrs.Converter(forbid_extra_keys=True)
# Entries of a recipe are numbers, words or truth values: TOML keeps their types.
_converter.register_structure_hook(Any, lambda value, _: value)


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """Where a study keeps its plan and its board."""

    project: Path
    name: str

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.project / FOLDER / self.name

    def write_plan(self, plan: StudyPlan) -> None:
        """Keep the plan, replacing an older one of this name; runs stay as they are.

        Raises
        ------
        RunError
            The project folder cannot be written, or a new study's name can be no folder's.
        """
        if not usable(self.name) and not (self.path / "plan.toml").is_file():
            raise RunError(
                "'{name}' cannot be the name of a study. Use at most 60 letters, digits, spaces "
                "and - _ . ( ) +, a letter or digit first.",
                name=self.name,
            )
        values = cattrs.unstructure(plan)
        near = {name: beside(Path(values[name]), self.project) for name in OUTSIDE if values[name]}
        # Beside the plan, not in it: the same study at another place is no other study.
        near = {name: path for name, path in near.items() if path}
        values |= {"near": near} if near else {}
        try:
            make_folder(self.path)
            write_atomic(self.path / "plan.toml", tomli_w.dumps(values))
        except OSError as error:
            raise RunError(
                "{path}: cannot be written ({why}). Choose another project folder.",
                path=self.path,
                why=error.strerror,
            ) from error

    def read_plan(self) -> StudyPlan:
        """Read the plan; its folders are where they are now, if the project was moved with them.

        Raises
        ------
        RunError
            There is no such study, or its plan is damaged.
        """
        file = self.path / "plan.toml"
        if not file.is_file():
            raise RunError(
                "{path}: no study of this name. Start it with a data set first.", path=self.path
            )
        try:
            values = read_toml(file)
            near = dict(values.pop("near", {}))
            if not set(near) <= set(OUTSIDE):
                raise ValueError(f"near: {', '.join(near)}")
            plan = _converter.structure(values, StudyPlan)
        except DAMAGED as error:
            raise RunError(
                "{path}: damaged ({why}). Restore it, or start the study again.",
                path=file,
                why=error,
            ) from error
        places = Places(self.project)
        now: dict[str, str] = {}
        for name in OUTSIDE:
            written = getattr(plan, name)
            if written and not Path(written).exists():
                result = places.candidates(written, str(near.get(name, "")))
                if result:
                    now[name] = str(result[0])
        return replace(plan, **now) if now else plan  # type: ignore[arg-type]

    def write_board(self, board: Board) -> None:
        """Keep the board as JSON that people and scripts can read."""
        text = json.dumps(cattrs.unstructure(board), indent=1, ensure_ascii=False, allow_nan=False)
        write_atomic(self.path / "board.json", text + "\n")

    def read_board(self) -> Board | None:
        """Read the board; None where none was filled yet, or by another version."""
        try:
            values = read_json(self.path / "board.json")
            return _converter.structure(values, Board)
        except DAMAGED:
            return None


def list_studies(project: Path) -> list[StudyFolder]:
    """All studies of a project, newest plan first."""
    plans = sorted(
        (project / FOLDER).glob("*/plan.toml"), key=lambda p: p.stat().st_mtime, reverse=True
    )
    return [StudyFolder(project, plan.parent.name) for plan in plans]
