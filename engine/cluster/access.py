"""What a worker sees of a project and its images, and how it gets what it does not see.

A project is proved by a token in its folder, images by their fingerprint: a path alone may lead
somewhere else on another computer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from engine.cluster.archives import unpacked_once
from engine.cluster.task import Desk
from engine.cluster.values import ClusterError
from engine.core.errors import TransferLensError
from engine.core.folders import cache_folder
from engine.core.values import ReaderOptions, Shape
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.data.store import ImageStore

TOKEN = ".scheduler-"  # noqa: S105  # the beginning of a file's name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a project and its images are for whoever orders, and what proves it.

    Attributes
    ----------
    project, token : the project's folder; it is the same one where it holds the token
    data, options, fingerprint : the data set, how it is read, and what it is if it is the same
    entry : name of its manifest in the folder that is sent; "": the folder itself is opened
    groups, drawn : of its images, as the project has them
    carry : send project and images even where the worker sees them
    """

    project: str
    token: str
    data: str
    options: ReaderOptions
    fingerprint: str
    entry: str
    groups: tuple[str, ...]
    drawn: dict[int, tuple[Shape, ...]]
    carry: bool = False


def shares(place: Place) -> bool:
    """Whether this process sees the very project of whoever ordered."""
    try:
        file = Path(place.project) / f"{TOKEN}{place.token}"
        return not place.carry and file.read_text("utf-8") == place.token
    except (OSError, ValueError):
        return False


def project_here(desk: Desk, place: Place) -> tuple[Path, bool]:
    """The project's folder, and whether it is the shared one; else one of the worker's own."""
    if shares(place):
        return Path(place.project), True
    return desk.folder / f"project-{place.token}", False


def sees(place: Place) -> tuple[bool, bool]:
    """Whether this process sees the project, and the images. Asked of all workers."""
    return shares(place), _by_path(place) is not None


def _by_path(place: Place) -> DataSet | None:
    """The data set at the path it has for whoever ordered, if it is the same one."""
    if place.carry:
        return None
    try:
        data = open_dataset(Path(place.data), place.options)
        return data if data.fingerprint == place.fingerprint else None
    except (TransferLensError, OSError):
        return None


def images_here(desk: Desk, place: Place, sent: bytes | None) -> tuple[DataSet, Path] | None:
    """The data set with its groups and regions, and its path here; None: it must be sent.

    Raises
    ------
    ClusterError
        What was sent is another set here.
    """
    data, path = _by_path(place), Path(place.data)
    if data is None:
        if sent is None:
            return None
        folder = desk.shared / f"transferlens-{place.fingerprint[:24]}"
        path = unpacked_once(sent, folder) / place.entry
        data = open_dataset(path, place.options)
        if data.fingerprint != place.fingerprint:
            raise ClusterError(
                "{worker}: the images that were sent came out otherwise there. Put them where all "
                "computers see them.",
                worker=desk.worker,
            )
    return data.with_groups(place.groups).with_drawn(place.drawn), path


def decoded(desk: Desk, data: DataSet) -> Iterator[None]:
    """Decode the images once for all workers of a computer."""
    store = ImageStore(data)
    folder = cache_folder() / "images"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{data.decoded_key[:24]}.lock", timeout=0.1)
    while not store.ready:
        try:
            lock.acquire()
        except Timeout:
            yield None
            continue
        try:
            for done, total in ImageStore(data).build():
                desk.tell("decoding", done, total)
                yield None
        finally:
            lock.release()
        return
