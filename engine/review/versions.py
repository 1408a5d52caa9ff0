"""Data versions: a data set with labels changed and images left out, as a manifest to open.

A version is a folder ``data-versions/<name>/`` of the project with ``labels.csv``, one row an
image, and ``version.toml``, which says what it was made from and what was changed. Images and masks
are not copied: the manifest names them from its own folder where they lie near the project, so that
both can be moved together, and by their full path elsewhere. Ellipses stand in the manifest itself;
what was drawn goes along in the project's own file of drawn regions. A version has a fingerprint of
its own, so no run that was trained on the set before it changes.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import tomli_w
from filelock import FileLock, Timeout

from engine.core.errors import DataError, RunError
from engine.core.files import cannot_write, make_folder, put, write_atomic
from engine.core.names import usable
from engine.core.outside import DAMAGED, read_toml
from engine.data.folds import carry_folds
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet, Label, Sample
from engine.data.values import CheckItem, GroupRule
from engine.project.groups import keep_groups, read_spread
from engine.project.places import beside
from engine.project.regions import keep_all_drawn
from engine.review.manifest import manifest_text
from engine.review.messages import DataVersion, Review, VersionPlan

FOLDER = "data-versions"
MANIFEST = "labels.csv"
ABOUT = "version.toml"
FORMAT = 1
STEPS = 5
"""Steps of progress of :func:`make_version`."""


def relabelled(data: DataSet, reviews: Mapping[int, Review]) -> dict[int, Label]:
    """The new labels of the images that reviews mark for relabel, by index.

    Raises
    ------
    DataError
        A review names a class that the set does not have.
    """
    labels = {label.name: label for label in data.labels}
    result = {}
    for index, review in sorted(reviews.items()):
        if review.said != "relabel":
            continue
        if review.becomes not in labels:
            raise DataError(
                "{file}: it is to become '{name}', which is no class of this set. Choose another "
                "class for it.",
                file=review.file,
                name=review.becomes,
            )
        if labels[review.becomes] != data.samples[index].label:
            result[index] = labels[review.becomes]
    return result


def leaving(items: Iterable[CheckItem]) -> dict[int, CheckItem]:
    """The images that a version is made without, by index, each with the finding that says so."""
    return {item.leaves: item for item in items if item.leaves >= 0}


def plan_version(
    data: DataSet, reviews: Mapping[int, Review], items: Iterable[CheckItem]
) -> VersionPlan:
    """Say what a version made now would change.

    Raises
    ------
    DataError
        A review names a class that the set does not have.
    """
    gone = leaving(items)
    kinds = Counter(
        (data.samples[index].label.name, label.name)
        for index, label in relabelled(data, reviews).items()
        if index not in gone
    )
    return VersionPlan(tuple((*names, n) for names, n in kinds.most_common()), len(gone))


def make_version(
    data: DataSet,
    project: Path,
    name: str,
    by: str,
    made: str,
    reviews: Mapping[int, Review],
    items: Iterable[CheckItem] = (),
) -> Generator[int, None, None]:
    """Write a version, yielding how many of `STEPS` steps are done; read it with `read_version`.

    An image keeps its fold, group and part. One that becomes normal loses its region; all others
    keep theirs. What was written is read back and compared before it gets its name.

    Parameters
    ----------
    data
        The set it is made from, with what is drawn on it in the project.
    name
        Its folder's name; no version of that name may be there.
    by, made
        Who makes it, and when (UTC, ISO 8601).
    reviews
        All reviews of the set, by index.
    items
        Findings of its check, with what was decided of them.

    Raises
    ------
    DataError
        The name cannot be used or is taken, nothing is marked for relabel or left out, or the
        labels could not be read back.
    RunError
        The project cannot be written.
    """
    folder = project / FOLDER / name
    check_name(name)
    gone = leaving(items)
    changes = {i: label for i, label in relabelled(data, reviews).items() if i not in gone}
    if not changes and not gone:
        raise DataError(
            "No image is marked for relabel and none is left out, so there is nothing to make. "
            "Mark one in Review, or leave one out in Data, Check."
        )
    kept = [index for index in range(len(data.samples)) if index not in gone]
    if not kept:
        raise DataError("No image would be left. Leave fewer out.")
    new = _changed(data, changes, kept)
    yield 1
    make_folder(folder.parent)
    with _held(folder.parent):
        if folder.exists():
            raise DataError(
                "{path}: a version of this name is there already. Choose another name.", path=folder
            )
        part = folder.with_name(f".{name}.{os.getpid()}.part")
        shutil.rmtree(part, ignore_errors=True)
        make_folder(part)
        try:
            write_atomic(part / MANIFEST, manifest_text(new, project, part))
            yield 2
            version = open_dataset(part)
            _compare(new, version)
            yield 3
            fingerprint = version.fingerprint
            yield 4
            about = _about(data, project, name, by, made, changes, reviews, gone, fingerprint)
            write_atomic(part / ABOUT, tomli_w.dumps(about))
            carry_folds(data, version, project, kept)
            own = tuple(sample.group for sample in version.samples)
            keep_groups(version, project, GroupRule(), own, read_spread(data, project))
            _rename(part, folder)
            try:
                _carry_drawn(new, open_dataset(folder), project)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        finally:
            shutil.rmtree(part, ignore_errors=True)


def read_version(folder: Path) -> DataVersion:
    """What a version says of itself.

    Raises
    ------
    RunError
        version.toml is missing or damaged.
    """
    file = folder / ABOUT
    try:
        values = read_toml(file)
        parent = values["parent"]
        return DataVersion(
            name=folder.name,
            path=str(folder),
            fingerprint=str(values["fingerprint"]),
            parent=str(parent["path"]),
            parent_fingerprint=str(parent["fingerprint"]),
            made=str(values["made"]),
            by=str(values["by"]),
            changed=int(values["changed"]),
            images=int(values["images"]),
            left_out=int(values.get("left_out", 0)),
        )
    except DAMAGED as error:
        raise RunError(
            "{path}: damaged ({why}). Restore it from a copy.", path=file, why=error
        ) from error


def list_versions(project: Path) -> tuple[DataVersion, ...]:
    """The versions of a project, newest first; folders that say nothing of themselves left out."""
    result = []
    for file in (project / FOLDER).glob(f"*/{ABOUT}"):
        if file.parent.name.startswith("."):
            continue  # on its way
        try:
            result.append(read_version(file.parent))
        except RunError:
            continue
    return tuple(sorted(result, key=lambda one: (one.made, one.name), reverse=True))


def check_name(name: str) -> None:
    """Refuse what is no folder's name on some system.

    Raises
    ------
    DataError
        The message says what a name may be.
    """
    if not usable(name):
        raise DataError(
            "'{name}' cannot be the name of a version. Use at most 60 letters, digits, spaces and "
            "- _ . ( ) +, a letter or digit first.",
            name=name,
        )


# ---------------------------------------------------------------- writing


def _changed(data: DataSet, changes: Mapping[int, Label], kept: Sequence[int]) -> DataSet:
    samples = list(data.samples)
    for index, label in changes.items():
        old = samples[index]
        samples[index] = (
            replace(old, label=label)
            if label.defective is not False
            else replace(old, label=label, mask=None, more=(), ellipse=None, marks=(), drawn=())
        )
    return replace(data, samples=tuple(samples[index] for index in kept))


def _compare(wanted: DataSet, found: DataSet) -> None:
    """Refuse what the reader does not read back as it was meant."""

    def said(sample: Sample) -> tuple[object, ...]:
        mask = sample.mask.name if sample.mask else ""
        region = mask, len(sample.more), sample.ellipse, sample.marks
        return sample.path.name, sample.label, region, sample.group, sample.part

    if not wanted.has_normal and any(s.label.defective for s in wanted.samples):
        raise DataError("No normal image would be left. Leave at least one as it is.")
    if len(wanted.samples) == len(found.samples):
        pairs = zip(wanted.samples, found.samples, strict=True)
        wrong = next((a for a, b in pairs if said(a) != said(b)), None)
        if wrong is None:
            return
    else:
        wrong = wanted.samples[0]
    raise DataError(
        "{path}: the version could not be read back as it was meant, so nothing was made. Check "
        "that its name, group and mask are plain text and its files are there.",
        path=wrong.path,
    )


def _about(
    data: DataSet,
    project: Path,
    name: str,
    by: str,
    made: str,
    changes: Mapping[int, Label],
    reviews: Mapping[int, Review],
    gone: Mapping[int, CheckItem],
    fingerprint: str,
) -> dict[str, object]:
    return {
        "about": "A data set made in TransferLens of another one; its images are not copied.",
        "format": FORMAT,
        "name": name,
        "made": made,
        "by": by,
        "fingerprint": fingerprint,
        "images": len(data.samples) - len(gone),
        "changed": len(changes),
        "left_out": len(gone),
        "parent": {
            "path": str(data.root),
            "relative": beside(data.root, project),
            "fingerprint": data.fingerprint,
        },
        "changes": [
            {
                "file": data.files[index],
                "from": data.samples[index].label.name,
                "to": label.name,
                "by": reviews[index].reviewer,
                "time": reviews[index].time,
                "run": reviews[index].run,
                "comment": reviews[index].comment,
            }
            for index, label in changes.items()
        ],
        "left": [
            {
                "file": data.files[index],
                "finding": item.kind,
                "beside": data.files[item.index + item.other - index] if item.other >= 0 else "",
            }
            for index, item in sorted(gone.items())
        ],
    }


def _carry_drawn(old: DataSet, new: DataSet, project: Path) -> None:
    """Let what is drawn count for the version too: its images stand in the same order."""
    drawn = {index: sample.drawn for index, sample in enumerate(old.samples) if sample.drawn}
    if drawn:
        keep_all_drawn(new, project, drawn)


def _rename(part: Path, folder: Path) -> None:
    try:
        put(part, folder)
    except OSError as error:
        raise cannot_write(folder, error) from error


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / "versions.lock")
    try:
        lock.acquire(timeout=5.0)
    except (Timeout, OSError) as error:
        raise RunError(
            "{path}: another program is writing here, or it cannot be written. Try again, or "
            "choose another project folder.",
            path=folder,
        ) from error
    try:
        yield
    finally:
        lock.release()
