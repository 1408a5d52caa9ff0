"""A run on disk: a folder that says everything about itself and is never overwritten.

``run.toml`` holds recipe, numerics, classes, data fingerprint, versions and outcome;
``metrics.csv`` one row per logged step; ``layers.csv`` one row per layer and live validation;
``split.csv`` which image played which part; ``best.safetensors`` and ``last.safetensors`` the
weights; ``state.safetensors`` what an exact resume needs; ``regions.json`` the drawn regions it was
trained with, if any. All but metrics.csv and layers.csv are replaced atomically.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w
from filelock import FileLock, Timeout

from engine.core.errors import RunError, TransferLensError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, read_toml
from engine.core.values import CurvePoint, LayerPulse, Problem
from engine.data.folds import Split
from engine.data.sample import DataSet
from engine.network.values import MANIFEST
from engine.project.notes import names_in_bin
from engine.project.plain_values import plain, structured
from engine.project.rows import LAYERS, METRICS, Moved, cell, point_of, read_moved
from engine.project.run_record import RunRecord, check_record, this_process
from engine.project.run_regions import write_run_regions

if TYPE_CHECKING:
    pass

GRACE_SECONDS = 60.0
"""A run's folder without a record is older than this before it is called abandoned."""


@dataclass
class RunFolder:
    """A run's folder and its record.

    Attributes
    ----------
    path : the folder
    record : contents of run.toml; change it with :meth:`update`
    """

    path: Path
    record: RunRecord
    _metrics: list[str] = field(default_factory=list, repr=False)
    _layers: list[str] = field(default_factory=list, repr=False)

    @property
    def project(self) -> Path:
        """The project it lies in."""
        return Path(os.path.normpath(self.path.absolute())).parent.parent

    @property
    def best(self) -> Path:
        """Weights that verdicts are made with."""
        return self.path / "best.safetensors"

    @property
    def last(self) -> Path:
        """Weights after the last iteration."""
        return self.path / "last.safetensors"

    @property
    def weights(self) -> Path:
        """What verdicts are made with so far: the best, before a first validation the last."""
        return self.best if self.best.is_file() else self.last

    @property
    def state(self) -> Path:
        """What an exact resume needs."""
        return self.path / "state.safetensors"

    @property
    def manifest(self) -> Path:
        """What a pruned network looks like; trained runs have none."""
        return self.path / MANIFEST

    def hold(self) -> FileLock:
        """Take the run for training; release it when done. The system frees it after a crash.

        Raises
        ------
        RunError
            Another program, or the other lane, trains this run.
        """
        lock = FileLock(self.path / "run.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise RunError(
                "{path}: this run is being trained. Wait for it, or stop it there.", path=self.path
            ) from None
        return lock

    @property
    def state_now(self) -> str:
        """The recorded state; "interrupted" where it says running and nobody trains it."""
        if self.record.state != "running":
            return self.record.state
        try:
            self.hold().release()
        except (RunError, OSError):
            return "running"
        return "interrupted"

    @classmethod
    def create(
        cls, project: Path, record: RunRecord, split: Split, data: DataSet, name: str = ""
    ) -> RunFolder:
        """Make a new folder ``runs/<date>-<setting>-<nn>``; an old one is never touched.

        A run that was not trained has its kind in the name, ``pruned``, in place of the setting.

        Parameters
        ----------
        name
            That it is to have, if no other run has it.

        Raises
        ------
        RunError
            The project folder cannot be written.
        """
        kind = record.origin.kind if record.origin else record.recipe.setting
        record = replace(record, worker=record.worker or this_process(), begun_as="")
        path = claim_path(project, kind, name)
        folder = cls(path, record)
        folder._write_split(split, data)
        write_run_regions(path, data)
        write_atomic(path / "metrics.csv", ",".join(METRICS) + "\n")
        folder.update()
        return folder

    def _write_split(self, split: Split, data: DataSet) -> None:
        rows = ["file,class,part"]
        for part in ("train", "validation", "test"):
            for index in getattr(split, part):
                cells = (data.files[index], data.samples[index].label.name, part)
                rows.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
        write_atomic(self.path / "split.csv", "\n".join(rows) + "\n")

    def read_split(self, data: DataSet) -> Split:
        """The images this run trained, validated and tested on, as indices of `data`.

        Raises
        ------
        RunError
            split.csv is missing or damaged.
        """
        place = {file: index for index, file in enumerate(data.files)}
        parts: dict[str, list[int]] = {"train": [], "validation": [], "test": []}
        try:
            with (self.path / "split.csv").open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    if row["file"] in place:
                        parts[row["part"]].append(place[row["file"]])
        except DAMAGED as error:
            raise RunError(
                "{path}: split.csv is missing or damaged. Train again.", path=self.path
            ) from error
        return Split(*(tuple(parts[name]) for name in ("train", "validation", "test")))

    @classmethod
    def load(cls, path: Path) -> RunFolder:
        """Read a run.

        Raises
        ------
        RunError
            The folder is no run, or its run.toml is damaged.
        """
        file = path / "run.toml"
        if not file.is_file():
            raise RunError(
                "{path}: not a run (no run.toml). Choose a folder below a project's 'runs'.",
                path=path,
            )
        try:
            values = read_toml(file)
            network, data, outcome = (values.pop(name) for name in ("network", "data", "outcome"))
            places = {"data_path": data["path"], "data_relative": data.get("relative", "")}
            record = structured(
                {"options": {}}
                | data
                | places
                | outcome
                | network
                | {"preprocessing": network}
                | values,
                RunRecord,
            )
            check_record(record)
        except (*DAMAGED, TransferLensError) as error:
            raise RunError(
                "{path}: damaged ({why}). Restore it from a copy.", path=file, why=error
            ) from error
        return cls(path, record)

    def update(self, **changes: Any) -> None:
        """Change the record and write run.toml atomically."""
        self.record = record = replace(self.record, **changes)
        outcome = {
            name: getattr(record, name)
            for name in (
                "state",
                "created",
                "device_name",
                "validate_every",
                "live_images",
                "live_baseline",
                "iteration",
                "seconds",
                "best_iteration",
                "threshold",
                "note",
            )
        } | {
            "levels": record.levels or None,
            "launch": record.launch or None,
            "begun_as": record.begun_as or None,
        }
        outcome["processes"] = record.processes if record.launch else None
        values = {
            "view": record.view.value,
            "outcome": outcome,
            "recipe": record.recipe.to_dict(),
            "numerics": record.numerics.to_dict(),
            "network": {
                "labels": [asdict(label) for label in record.labels],
                "mean": record.preprocessing.mean,
                "std": record.preprocessing.std,
                "weights": record.weights,
                "weights_hash": record.weights_hash,
                "initial_hash": record.initial_hash,
            },
            "data": {
                "path": record.data_path,
                "relative": record.data_relative or None,
                "fingerprint": record.fingerprint,
                "layout": record.layout,
                "options": asdict(record.options),
                "baseline": record.baseline,
                "drawn": record.drawn or None,
                "colour": record.colour,
            },
            "versions": record.versions,
            "validation": asdict(record.validation) if record.validation else None,
            "test": asdict(record.test) if record.test else None,
            "origin": asdict(record.origin) if record.origin else None,
            "worker": asdict(record.worker) if record.worker else None,
        }
        write_atomic(self.path / "run.toml", tomli_w.dumps(plain(values)))

    def log(self, point: CurvePoint) -> None:
        """Append one row to metrics.csv (buffered until :meth:`flush`)."""
        cells = [cell(getattr(point, name)) for name in METRICS]
        self._metrics.append(",".join(cells) + "\n")

    def log_layers(self, iteration: int, layers: Sequence[LayerPulse]) -> None:
        """Append one row a layer to layers.csv (buffered until :meth:`flush`)."""
        for pulse in layers:
            change, dead = (cell(value) for value in (pulse.change, pulse.dead))
            self._layers.append(f"{iteration},{pulse.layer},{change},{dead}\n")

    def flush(self) -> None:
        """Write buffered rows to metrics.csv and layers.csv."""
        if self._metrics:
            with (self.path / "metrics.csv").open("a", encoding="utf-8", newline="\n") as file:
                file.writelines(self._metrics)
            self._metrics.clear()
        if self._layers:
            # Runs of older versions have no such file, nor do those without live validations.
            with (self.path / "layers.csv").open("a", encoding="utf-8", newline="\n") as file:
                if file.tell() == 0:
                    file.write(",".join(LAYERS) + "\n")
                file.writelines(self._layers)
            self._layers.clear()

    def moved(self) -> tuple[Moved, ...]:
        """Read layers.csv, in the order of iterations; rows that a crash cut off are left out."""
        return read_moved(self.path / "layers.csv")

    def curve(self) -> tuple[CurvePoint, ...]:
        """Read metrics.csv; rows that a crash cut off are left out."""
        points = []
        try:
            # Appended to, not replaced: a crash or a bad byte spoils a row, not the others.
            path = self.path / "metrics.csv"
            with path.open(encoding="utf-8", errors="replace", newline="") as file:
                for row in csv.DictReader(file):
                    try:
                        points.append(point_of(row))
                    except (TypeError, ValueError, KeyError):
                        continue
        except (OSError, csv.Error):
            return tuple(points)
        return tuple(points)

    @property
    def live(self) -> tuple[float, ...]:
        """AUC of each live validation, what is still buffered included."""
        self.flush()
        return tuple(point.auc for point in self.curve() if point.auc is not None)

    def rewind(self, iteration: int) -> None:
        """Drop the rows after `iteration`: a resumed run writes them again."""
        rows = [",".join(METRICS) + "\n"]
        self._metrics.clear()
        for point in self.curve():
            if point.iteration <= iteration:
                self.log(point)
        write_atomic(self.path / "metrics.csv", "".join(rows + self._metrics))
        self._metrics.clear()
        self._layers.clear()
        if (self.path / "layers.csv").is_file():
            for moved, layers in self.moved():
                if moved <= iteration:
                    self.log_layers(moved, layers)
            rows = [",".join(LAYERS) + "\n"]
            write_atomic(self.path / "layers.csv", "".join(rows + self._layers))
            self._layers.clear()


def free_paths(project: Path, kind: str) -> Iterator[Path]:
    """Folders that a new run of a kind may have, today's, in their order."""
    stem = f"{dt.date.today():%Y-%m-%d}-{kind}"
    gone = names_in_bin(project)
    for number in range(1, 10_000):
        path = project / "runs" / f"{stem}-{number:02d}"
        if path.name not in gone and not path.exists():
            yield path


def claim_path(project: Path, kind: str, name: str = "") -> Path:
    """Make the empty folder of a new run; `name`, if no other run has it.

    Raises
    ------
    RunError
        The project folder cannot be written.
    """
    runs = project / "runs"
    try:
        runs.mkdir(parents=True, exist_ok=True)
        for path in (*([runs / name] if name else []), *free_paths(project, kind)):
            try:
                path.mkdir()
                break
            except FileExistsError:
                continue
    except OSError as error:
        raise RunError(
            "{path}: cannot be written ({why}). Choose another project folder.",
            path=runs,
            why=error.strerror,
        ) from error
    return path


def list_runs(project: Path) -> list[RunFolder]:
    """All readable runs of a project, newest first."""
    return survey_runs(project)[0]


def survey_runs(project: Path) -> tuple[list[RunFolder], list[Problem]]:
    """All readable runs of a project, newest first, and what is damaged among them, with the cure.

    One damaged run hides no other. A folder without a record was left by a program that ended
    before the run began.
    """
    result, damaged = [], []
    try:
        paths = sorted(path for path in (project / "runs").iterdir() if path.is_dir())
    except OSError:
        return [], []
    for path in paths:
        if not (path / "run.toml").is_file():
            if _abandoned(path):
                template = "{path}: a program ended before this run began. Delete the folder."
                damaged.append(Problem(str(path), template, {"path": str(path)}))
            continue
        try:
            result.append(RunFolder.load(path))
        except RunError as error:
            damaged.append(Problem(str(path), error.template, error.values))
    result.sort(key=lambda run: (run.record.created, run.path.name), reverse=True)
    return result, damaged


def _abandoned(path: Path) -> bool:
    """Whether nobody is at work on a folder that has no record: another program may just begin."""
    try:
        newest = max((each.stat().st_mtime for each in (path, *path.iterdir())), default=0.0)
    except OSError:
        return False
    return time.time() - newest > GRACE_SECONDS
