"""The networks of the runs in use: what a lane has open beside its data set.

Apart from the workspace, so that a command that needs no network does without torch.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from engine.core.errors import DataError, RunError
from engine.data.store import ImageStore
from engine.inspection.dense import Judge, Judged
from engine.inspection.explain import LayerView, Question, question_for, view_layer
from engine.interpolate.cache import LineCache
from engine.measures.channels import dead_channels, picture_channels
from engine.measures.initial import initial_network
from engine.measures.values import ChannelPictures
from engine.network.numerics import at_hand
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.run import load_network

NETWORKS_KEPT = 2


@dataclass
class OpenRun:
    """A run with its network in memory; `stamp` tells when its weights were written."""

    folder: RunFolder
    network: WindowClassifier
    stamp: float
    numerics: Numerics

    @property
    def judge(self) -> Judge:
        """Its network, to judge at the run's threshold."""
        return self.folder.record.judge(self.network, self.numerics)


class Networks:
    """Networks of the runs in use, and what was asked of them last.

    Parameters
    ----------
    images
        Gives the open data set's images.
    check_folder
        Refuses a run that was trained on another set of images than the open one.

    Attributes
    ----------
    lines : between images of the open data set, in the runs in use
    """

    def __init__(
        self, images: Callable[[], ImageStore], check_folder: Callable[[RunFolder], None]
    ) -> None:
        self._images, self._check_folder = images, check_folder
        self.lines = LineCache()
        self._runs: OrderedDict[str, OpenRun] = OrderedDict()
        self._initial: OrderedDict[tuple[str, str], WindowClassifier] = OrderedDict()
        # The image and the layer looked at last: sliders and lists ask for them again and again.
        self._judged: tuple[tuple[str, float, int], Judged] | None = None
        self._layer: tuple[tuple[str, float, int, str], LayerView] | None = None
        self._channels: tuple[tuple[str, float, int, str], ChannelPictures] | None = None

    def forget_images(self) -> None:
        """Another data set is open: nothing that was judged is of it."""
        self._judged = self._layer = self._channels = None
        self.lines.clear()

    def forget_regions(self) -> None:
        """Channels are compared inside and outside the region, which is another now."""
        self._channels = None

    def check_fits(self, run: OpenRun) -> None:
        """Refuse a run that was trained on another set of images than the open one."""
        self._check_folder(run.folder)

    def run(self, path: str) -> OpenRun:
        """A run and its network, loaded again if its weights have changed."""
        folder = RunFolder.load(Path(path))
        weights = folder.weights
        if not weights.is_file():
            raise RunError(
                "{path}: no weights yet. Wait for its first validation.", path=folder.path
            )
        stamp = weights.stat().st_mtime
        held = self._runs.get(path)
        if held is None or held.stamp != stamp:
            held = OpenRun(folder, load_network(folder), stamp, at_hand(folder.record.numerics))
        held.folder = folder
        self._runs[path] = held
        self._runs.move_to_end(path)
        while len(self._runs) > NETWORKS_KEPT:
            self._runs.popitem(last=False)
        return held

    def initial(self, run: OpenRun) -> WindowClassifier:
        """A run's network at iteration 0, rebuilt once and kept for the runs in use.

        Raises
        ------
        RunError, WeightsError
            It cannot be rebuilt.
        """
        key = (str(run.folder.path), run.folder.record.initial_hash)
        if key not in self._initial:
            self._initial[key] = initial_network(run.folder)
        self._initial.move_to_end(key)
        while len(self._initial) > NETWORKS_KEPT:
            self._initial.popitem(last=False)
        return self._initial[key]

    def judge(self, path: str, index: int) -> tuple[OpenRun, Judged, Question]:
        """Judge an image of the open data set, its last-layer features kept.

        Raises
        ------
        DataError, RunError
            No data set is open, the run has no weights or belongs to other images.
        """
        run = self.run(path)
        self.check_fits(run)
        key = (path, run.stamp, index)
        if self._judged is None or self._judged[0] != key:
            judged = run.judge.judge(self._images().image(index), keep_features=True)
            self._judged = (key, judged)
        judged = self._judged[1]
        return run, judged, question_for(judged.verdict, run.judge.labels)

    def layer(self, path: str, index: int, layer: str) -> LayerView:
        """One layer's activations and contributions for an image of the open data set.

        Raises
        ------
        DataError, RunError
            As for :meth:`judge`, or the network has no such layer.
        """
        run, judged, question = self.judge(path, index)
        if layer not in run.network.layers:
            raise DataError("{run} has no layer {layer}.", run=run.folder.path.name, layer=layer)
        key = (path, run.stamp, index, layer)
        if self._layer is None or self._layer[0] != key:
            image = self._images().image(index)
            view = view_layer(run.judge, image, layer, judged.verdict, question)
            self._layer = (key, view)
        return self._layer[1]

    def channels(self, path: str, index: int, layer: str) -> ChannelPictures:
        """All channels of a layer for an image of the open data set, at the end and at iteration 0.

        Raises
        ------
        DataError, RunError, WeightsError
            As for :meth:`layer`, or the network at iteration 0 cannot be rebuilt.
        """
        view = self.layer(path, index, layer)
        run = self._runs[path]
        key = (path, run.stamp, index, layer)
        if self._channels is None or self._channels[0] != key:
            image, region = self._images().image(index), self._images().region(index)
            judge = run.judge
            before = dead_channels(replace(judge, network=self.initial(run)), image, layer)
            pictures = picture_channels(
                view,
                before,
                None if region is None else region.mask,
                judge.size(image),
                run.network,
            )
            self._channels = (key, pictures)
        return self._channels[1]
