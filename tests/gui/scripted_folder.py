"""Made-up inspections of folders: verdicts by rule, one file unreadable, some unlike the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from engine.core.command import Command
from engine.core.event import Event, Progress
from engine.core.values import Prediction, Problem
from engine.folder.drift import make_drift
from engine.folder.messages import (
    Drift,
    DriftRead,
    FileShown,
    FolderEntry,
    FolderGrown,
    FolderHead,
    FolderReported,
    FolderRow,
    FoldersListed,
    FolderStarted,
    InspectFolder,
    ListFolders,
    OpenFolder,
    ReadDrift,
    ShowFile,
    WriteFolderReport,
)
from engine.training.values import Familiarity
from tests.gui.scripted_interpolate import RefusedError

BATCH_QUICK = (ShowFile, ReadDrift, ListFolders, OpenFolder)
BATCH_LONG = (InspectFolder, WriteFolderReport)

ABOUT = Familiarity(100, 40, 5, 2.0, 1 / 41, True)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63"
    "6000000002000148afa4710000000049454e44ae426082"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 26"><rect width="70" height="9"/></svg>'


def made_row(number: int, folder: str) -> FolderRow:
    """Every fifth is defective, every eighth unreadable, every ninth unlike the others."""
    file = f"{folder}/part-{number:04d}.png"
    time = f"2026-01-02T03:{number // 60 % 60:02d}:{number % 60:02d}.000"
    if number % 8 == 7:
        problem = Problem(file, "{path}: the file is cut off.", {"path": file})
        return FolderRow(number, file, time, problem=problem)
    bad = number % 5 == 4
    score = 0.9 + 0.001 * (number % 90) if bad else 0.01 + 0.002 * (number % 90)
    name = "defective" if bad else "normal"
    found = Prediction(number, file, score, bad, name, "texture", (8, 8, 16, 16), 4.0 + number % 3)
    unlike = number % 9 == 5
    return FolderRow(number, file, time, found, None, 3.0 if unlike else 1.0, unlike)


class FolderDesk:
    """Answers commands about folders from a world."""

    def __init__(self, emit: Callable[[Event], None], world: Any) -> None:
        self.emit, self.world = emit, world

    def answer(self, command: Command) -> None:
        """Answer a quick one."""
        self.world.asked.append(command)
        if isinstance(command, ShowFile):
            self._show(command)
        elif isinstance(command, ListFolders):
            entries = tuple(
                FolderEntry(number, head.run, head.folder, head.began, len(rows))
                for number, (head, rows) in sorted(self.world.inspections.items(), reverse=True)
            )
            self.emit(FoldersListed(command.job, command.project, entries))
        elif isinstance(command, OpenFolder):
            head, rows = self.world.inspections[command.inspection]
            self.emit(FolderStarted(command.job, head))
            n = len(rows)
            self.emit(FolderGrown(command.job, command.inspection, tuple(rows), n, n, 1.0))
        elif isinstance(command, ReadDrift):
            if command.run in self.world.unreadable:
                raise RefusedError("{path}: the project's database cannot be read.")
            self.emit(DriftRead(command.job, command.run, self.drift(command.run)))

    def _show(self, command: ShowFile) -> None:
        if "gone" in command.file:
            raise RefusedError("The file cannot be opened.")
        number = int(command.file[-8:-4])
        found = made_row(number, "").prediction
        assert found is not None
        heat = np.linspace(-1, 2, 64, dtype=np.float32).reshape(8, 8)
        image = self.world.picture(number)
        self.emit(
            FileShown(
                command.job,
                command.run,
                command.file,
                image,
                replace(found, file=command.file),
                heat,
                (8.0, 8.0),
            )
        )

    def drift(self, run: str) -> Drift:
        """How all made-up inspections of a run went."""
        rows = [
            (row.time, row.prediction.score, row.prediction.defective, row.distance, row.unlike)
            for head, rows in self.world.inspections.values()
            if head.run == run
            for row in rows
            if row.prediction is not None
        ]
        held_out = np.linspace(0.01, 0.2, 60)
        return make_drift(run.rsplit("/")[-1], 0.5, rows, held_out, "test", True, 20)

    def long(self, command: Command, stopping: set[int]) -> Iterator[None]:
        """Inspect a folder, or report on one."""
        self.world.asked.append(command)
        if isinstance(command, InspectFolder):
            return self._inspect(command, stopping)
        assert isinstance(command, WriteFolderReport)
        return self._report(command)

    def _inspect(self, command: InspectFolder, stopping: set[int]) -> Iterator[None]:
        if "empty" in command.path:
            raise RefusedError("{path}: no images in it.")
        world, job = self.world, command.job
        for done in range(3):
            self.emit(Progress(job, "reference", done + 1, 3))
            yield
        number = len(world.inspections) + 1
        out = f"/p/inspections/{number:02d}" if command.keep else ""
        head = FolderHead(
            number, command.run, command.path, out, f"{out}/{command.csv}", "",
            f"2026-01-02T03:0{number % 10}:00", command.watch, 0.5, "made-up", world.normal_known,
            ABOUT if command.compare else None,
        )  # fmt: skip
        rows: list[FolderRow] = []
        world.inspections[number] = (head, rows)
        self.emit(FolderStarted(job, head))
        while job not in stopping:
            if len(rows) < world.arriving:
                world.step_wait()
                row = made_row(len(rows), command.path)
                rows.append(row)
                n = len(rows)
                left = world.left_out
                self.emit(
                    FolderGrown(job, number, (row,), n, world.arriving, 0.1 * n, left_out=left)
                )
            elif command.watch:
                world.step_wait()
                n = len(rows)
                self.emit(FolderGrown(job, number, (), n, n, 0.1 * n, waiting=True))
            else:
                return
            yield

    def _report(self, command: WriteFolderReport) -> Iterator[None]:
        self.emit(Progress(command.job, "figures", 1, 1))
        yield
        path = (
            command.path
            or f"/p/inspections/{command.inspection:02d}/report-{command.language}.html"
        )
        html, pictures = "", ()
        if command.paper:
            html = '<h1>Report</h1><p><img src="a.png"><img src="s.svg" width="300"></p>'
            pictures = (("a.png", PNG), ("s.svg", SVG))
        self.emit(FolderReported(command.job, command.inspection, path, html, pictures))
