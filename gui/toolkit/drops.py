"""What a drag brings: a project, images, or something that cannot be opened and why. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

IMAGES = frozenset({".png", ".bmp", ".tif", ".tiff", ".jpg", ".jpeg", ".webp"})
"""Files the engine reads; it decides in the end."""

tr = QCoreApplication.translate

DATABASE, RUN = "workbench.sqlite", "run.toml"


@dataclass(frozen=True, slots=True)
class Dropped:
    """What would be opened.

    Attributes
    ----------
    project, data
        Folder of the project, folder or manifest of the images; "" for none.
    run
        A run of that project to look at.
    inspect
        Folder whose images are to be judged, not opened.
    refused
        Why nothing is opened, translated; "" if something is.
    """

    project: str = ""
    data: str = ""
    run: str = ""
    inspect: str = ""
    refused: str = ""


def is_there(path: str) -> bool:
    """Whether a folder or file can be reached."""
    try:
        return Path(path).exists()
    except OSError:
        return False


def is_project(folder: Path) -> bool:
    """Whether a folder holds runs or verdicts.

    A folder of images may well have a class "runs", which holds images and no run.
    """
    if (folder / DATABASE).is_file():
        return True
    runs = folder / "runs"
    if not runs.is_dir():
        return False
    return not any(runs.iterdir()) or any(runs.glob(f"*/{RUN}"))


Here = Callable[[Sequence[Path]], Dropped | None]
"""What files and folders mean on the page that is shown; None: the same as anywhere."""


def dropped(mime: QMimeData, here: Here | None = None) -> Dropped | None:
    """Tell what a drag brings; None if it has nothing to do with files."""
    if not mime.hasUrls():
        return None
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if not paths:
        return _no(tr("drops", "Only files and folders of this computer can be opened."))
    try:
        return (here(paths) if here is not None else None) or recognise(paths)
    except OSError as error:
        template = tr("drops", "{name} cannot be read: {why}")
        return _no(template.format(name=paths[0].name, why=error.strerror or error))


def recognise(paths: Sequence[Path]) -> Dropped:
    """Tell what files and folders are together."""
    result = Dropped()
    rest: list[Path] = []
    for path in paths:
        if not path.exists():
            return _no(tr("drops", "{name} is not there any more.").format(name=path.name))
        one = _project(path)
        if one is None:
            rest.append(path)
        elif result.project and result.project != one.project:
            return _no(tr("drops", "These are several projects. Drop one of them."))
        else:
            result = one
    if not rest:
        return result
    images = _images(rest)
    return images if images.refused else replace(result, data=images.data)


def _project(path: Path) -> Dropped | None:
    """The project that a folder is, or that a run or a database belongs to."""
    if path.is_file() and path.name in (DATABASE, RUN):
        path = path.parent
    elif path.is_file():
        return None
    if (path / RUN).is_file():
        return Dropped(project=str(path.parent.parent), run=str(path))
    return Dropped(project=str(path)) if is_project(path) else None


def _images(paths: list[Path]) -> Dropped:
    """The one data set that folders, pictures and tables belong to."""
    tables = [path for path in paths if path.suffix.lower() == ".csv" and path.is_file()]
    if len(tables) > 1:
        return _no(tr("drops", "These are several tables (CSV). Drop one of them."))
    if tables:
        return Dropped(data=str(tables[0]))
    folders = [path for path in paths if path.is_dir()]
    strange = [p for p in paths if p not in folders and p.suffix.lower() not in IMAGES]
    if strange:
        template = tr("drops", "{name} is neither a folder nor an image nor a table (CSV).")
        return _no(template.format(name=strange[0].name))
    if len(paths) == 1 and folders:
        if not any(folders[0].iterdir()):
            return _no(tr("drops", "{name} is empty.").format(name=folders[0].name))
        return Dropped(data=str(folders[0]))
    holders = {path.parent for path in paths}
    if len(holders) > 1:
        return _no(tr("drops", "These lie in several folders. Drop the one that holds them."))
    return Dropped(data=str(holders.pop()))


def _no(reason: str) -> Dropped:
    return Dropped(refused=reason)
