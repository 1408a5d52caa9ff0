"""What one lane has open: a data set and the networks of the runs in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError, RunError
from engine.core.recipe import Recipe, Setting, View
from engine.core.values import (
    AS_FOUND,
    DataSummary,
    Outlines,
    Problem,
    ReaderOptions,
    SampleRow,
    Shape,
)
from engine.data.folds import project_folds
from engine.data.image import outline
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.data.readers.explain import Explainer
from engine.data.region import load_region
from engine.data.sample import DataSet
from engine.data.sizes import image_sizes
from engine.data.store import ImageStore
from engine.data.values import CheckItem
from engine.data.views import choose_view
from engine.project.groups import Spread, spread_of, with_groups
from engine.project.places import Places
from engine.project.readings import keep_reading, kept_reading
from engine.project.regions import read_drawn
from engine.project.runs import RunFolder

if TYPE_CHECKING:
    from engine.inspection.dense import Judged
    from engine.inspection.explain import LayerView, Question
    from engine.interpolate.cache import LineCache
    from engine.measures.values import ChannelPictures
    from engine.network.window_classifier import WindowClassifier
    from engine.networks import Networks, OpenRun


class Workspace:
    """Open data set and networks.

    Attributes
    ----------
    store : the open data set's images, None before one is opened
    summary : what was said of that data set; its images' rows follow what is drawn
    project : whose drawn regions and groups count, "" for none
    own_groups : of the data set's images, as its reader names them
    found : what a check of the open data set came to; None before one
    options : how the open data set was read
    explainer : a folder that is being looked at before it is opened
    """

    def __init__(self) -> None:
        self.store: ImageStore | None = None
        self.summary: DataSummary | None = None
        self.project = ""
        self.own_groups: tuple[str, ...] = ()
        self.found: tuple[CheckItem, ...] | None = None
        self.options: ReaderOptions = AS_FOUND
        self._opened: Path | None = None
        self.explainer: Explainer | None = None
        self._asked: tuple[int | None, int | None] = (None, None)  # folds and seed to be shown
        self._networks: Networks | None = None

    @property
    def networks(self) -> Networks:
        """The networks of the runs in use; torch is loaded when one is asked for first."""
        if self._networks is None:
            from engine.networks import Networks

            self._networks = Networks(lambda: self.images, self.check_folder)
        return self._networks

    @property
    def lines(self) -> LineCache:
        """Lines between images of the open data set, in the runs in use."""
        return self.networks.lines

    @property
    def images(self) -> ImageStore:
        """The open data set's images.

        Raises
        ------
        DataError
            No data set is open.
        """
        if self.store is None:
            raise DataError("No data set is open. Open a folder first.")
        return self.store

    def open_data(self, command: OpenData) -> DataSummary:
        """Read a data set and make it the current one, with what a project has drawn on it.

        Drawn regions that cannot be read are a problem of the set and none of them counts; drawing
        and training then refuse to go on without them.
        """
        path = Path(command.path)
        options = command.options
        if not command.said:
            options = kept_reading(command.project, path, options)
        data = open_dataset(path, options)
        if command.project and (command.said or options != AS_FOUND):
            keep_reading(command.project, path, options)
        self.options, self._opened = options, path
        self.own_groups = tuple(sample.group for sample in data.samples)
        data, problems = _grouped(data, command.project)
        shapes, others = _drawn(data, command.project)
        problems += others
        if problems:
            data = replace(data, problems=(*data.problems, *problems))
        self.store = ImageStore(data.with_drawn(shapes))
        self.project, self.found = command.project, None
        self._asked = command.folds, command.seed
        if self._networks is not None:
            self._networks.forget_images()
        spread = spread_of(data, command.project, *self._asked)
        self.summary = summarise_data(
            self.store.data, self.store, spread.folds, spread.seed, command.project
        )
        return self.summary

    def use_project(self, project: str) -> tuple[tuple[SampleRow, ...], tuple[Problem, ...]]:
        """Let another project's groups and drawn regions count; returns the new rows and what is
        wrong.
        """
        bare = self.images.data.with_groups(self.own_groups)
        data, problems = _grouped(bare, project)
        shapes, others = _drawn(data, project)
        gone = {index: () for index, sample in enumerate(data.samples) if sample.drawn}
        self.project = project
        if project and self._opened is not None and self.options != AS_FOUND:
            try:
                keep_reading(project, self._opened, self.options)
            except RunError as error:
                problems += (Problem(error.values["path"], error.template, error.values),)
        spread = spread_of(data, project, *self._asked)
        before = {
            row.index: row for row in self.regroup([s.group for s in data.samples], spread=spread)
        }
        before |= {row.index: row for row in self.redraw(gone | shapes)}
        return tuple(before.values()), problems + others

    def regroup(
        self,
        groups: Sequence[str],
        folds: Sequence[int] | None = None,
        spread: Spread | None = None,
    ) -> tuple[SampleRow, ...]:
        """Let other groups count, one an image; returns the rows that are new.

        `folds`: of each image; None: worked out. `spread`: how many, and the seed; None: as before.
        """
        store, summary = self.images, self.summary
        assert summary is not None
        spread = spread or Spread(summary.folds, summary.seed)
        store.use(store.data.with_groups(groups))
        if folds is None:
            folds = _folds(store.data, spread.folds, spread.seed, self.project).tolist()
        rows = tuple(
            replace(row, group=group, fold=fold)
            for row, group, fold in zip(summary.samples, groups, folds, strict=True)
        )
        changed = tuple(n for n, o in zip(rows, summary.samples, strict=True) if n != o)
        self.summary = replace(summary, samples=rows, folds=spread.folds, seed=spread.seed)
        return changed

    def redraw(self, shapes: Mapping[int, tuple[Shape, ...]]) -> tuple[SampleRow, ...]:
        """Let other shapes count on some images, by index; returns the rows that are new."""
        store, summary = self.images, self.summary
        assert summary is not None
        store.use(store.data.with_drawn(shapes))
        if self._networks is not None:
            self._networks.forget_regions()
        rows = list(summary.samples)
        for index in shapes:
            sample = store.data.samples[index]
            rows[index] = replace(
                rows[index], has_region=sample.has_region, drawn=bool(sample.drawn)
            )
        changed = tuple(rows[index] for index in shapes if rows[index] != summary.samples[index])
        view, reason = _view(store.data, summary.sizes)
        self.summary = replace(
            summary,
            samples=tuple(rows),
            masks=sum(row.has_region for row in rows),
            view=view.value,
            view_reason=reason,
        )
        return changed

    def run(self, path: str) -> OpenRun:
        """As :meth:`engine.networks.Networks.run`."""
        return self.networks.run(path)

    def initial(self, run: OpenRun) -> WindowClassifier:
        """As :meth:`engine.networks.Networks.initial`."""
        return self.networks.initial(run)

    def check_fits(self, run: OpenRun) -> None:
        """Refuse a run that was trained on another set of images than the open one."""
        self.check_folder(run.folder)

    def judge(self, path: str, index: int) -> tuple[OpenRun, Judged, Question]:
        """As :meth:`engine.networks.Networks.judge`."""
        return self.networks.judge(path, index)

    def layer(self, path: str, index: int, layer: str) -> LayerView:
        """As :meth:`engine.networks.Networks.layer`."""
        return self.networks.layer(path, index, layer)

    def channels(self, path: str, index: int, layer: str) -> ChannelPictures:
        """As :meth:`engine.networks.Networks.channels`."""
        return self.networks.channels(path, index, layer)

    def check_folder(self, folder: RunFolder) -> None:
        """As :meth:`check_fits`, where no network is needed."""
        if folder.record.fingerprint != self.images.data.fingerprint:
            raise DataError(
                "{run} was trained on other images ({path}). Open that folder first.",
                run=folder.path.name,
                path=Places(folder.project).of(folder.record) or folder.record.data_path,
            )

    def outlines(self, index: int) -> Outlines:
        """Borders of an image's region, empty if unknown."""
        region = self.images.region(index)
        return outline(region.mask) if region is not None else ()

    def own_outlines(self, index: int) -> Outlines:
        """Borders of the set's own region where a drawn one counts in its place."""
        sample = self.images.data.samples[index]
        if not (sample.drawn and sample.has_own_region):
            return ()
        height, width = self.images.image(index).shape[:2]
        try:
            region = load_region(
                replace(sample, drawn=()), height, width, self.images.data.masks_answer
            )
        except DataError:
            return ()  # it does not count now, so it may be broken
        return outline(region.mask) if region is not None else ()


def _drawn(data: DataSet, project: str) -> tuple[dict[int, tuple[Shape, ...]], tuple[Problem, ...]]:
    """What a project has drawn on a data set, and what of it cannot be used."""
    if not project:
        return {}, ()
    try:
        shapes, problems = read_drawn(data, Path(project))
    except RunError as error:
        return {}, (Problem(error.values["path"], error.template, error.values),)
    return shapes, tuple(problems)


def _grouped(data: DataSet, project: str) -> tuple[DataSet, tuple[Problem, ...]]:
    """A data set with a project's groups, and why they cannot be used."""
    try:
        return (with_groups(data, Path(project)) if project else data), ()
    except RunError as error:
        return data, (Problem(error.values["path"], error.template, error.values),)


def _folds(data: DataSet, folds: int, seed: int, project: str) -> NDArray[np.int64]:
    """Fold of each image, from 1; 0 where there are too few images."""
    try:
        recipe = Recipe(setting=Setting.TRANSFER, folds=folds, seed=seed)
        return project_folds(data, recipe, Path(project) if project else None, store=False)
    except DataError:
        return np.zeros(len(data.samples), dtype=np.int64)


def _view(data: DataSet, sizes: tuple[tuple[tuple[int, int], int], ...]) -> tuple[View, str]:
    """The view that is chosen from the data, and why."""
    longest = max(sizes[0][0]) if sizes else 0
    return choose_view(data, longest, Recipe(setting=Setting.TRANSFER).window)


def summarise_data(
    data: DataSet, store: ImageStore, folds: int, seed: int, project: str = ""
) -> DataSummary:
    """Describe a data set; up to 200 images, evenly spread, are decoded for their sizes.

    Folds are those that the project keeps, which need not be those that would be made now.
    """
    numbers = _folds(data, folds, seed, project)
    ordered, colour = image_sizes(store)
    view, reason = _view(data, ordered)
    counts = np.bincount(data.classes, minlength=len(data.labels)).tolist()
    names = {label: label.name for label in data.labels}  # one text a class, not one an image
    return DataSummary(
        path=str(data.root),
        name=data.root.name,
        layout=data.layout,
        layout_name=data.layout_name,
        classes=tuple((x.name, n) for x, n in zip(data.labels, counts, strict=True)),
        images=len(data.samples),
        defective=(
            sum(s.label.defective is True for s in data.samples) if data.has_normal else None
        ),
        masks=sum(sample.has_region for sample in data.samples),
        sizes=ordered,
        colour=colour,
        problems=data.problems,
        view=view.value,
        view_reason=reason,
        baseline=data.baseline,
        fingerprint=data.fingerprint,
        official_split=data.has_official_split,
        samples=tuple(
            SampleRow(
                index,
                data.files[index],
                s.label.texture,
                names[s.label],
                s.label.defective,
                s.has_region,
                s.group,
                int(numbers[index]),
                s.part,
                bool(s.drawn),
            )
            for index, s in enumerate(data.samples)
        ),
        folds=folds,
        seed=seed,
        account=data.account,
        grey=data.grey,
    )
