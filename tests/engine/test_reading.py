"""Saying how a set is read: shown first, kept with the project, and labels written for others."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from engine.core.errors import DataError, RunError
from engine.core.values import AS_FOUND, FOLDER_ROLES, ReaderOptions, Shape
from engine.data.messages import (
    DataExplained,
    DataOpened,
    ExplainData,
    OpenData,
    PeekPictures,
    PicturePeeked,
)
from engine.data.readers.detect import open_dataset
from engine.data.values import Explained
from engine.project.readings import FILE, keep_reading, kept_reading
from engine.regions.messages import DrawRegion
from engine.review.messages import KeepReview, LabelsWritten, Review, WriteLabels
from main import main
from tests.engine.conftest import Workspace
from tests.engine.test_cases import (
    H,
    W,
    X,
    Y,
    mask,
    names,
    opened,
    part,
    put,
    regions,
    table,
    write,
)


def look(work: Workspace, path: Path, options: ReaderOptions = AS_FOUND) -> Explained:
    (found,) = [
        e for e in work.run(ExplainData(9, str(path), options)) if isinstance(e, DataExplained)
    ]
    return found.look


def unclear(root: Path) -> Path:
    """Two lines with folders that say nothing, masks in a third one."""
    for line in ("alpha", "beta"):
        for day in ("mon", "tue"):
            for i in range(2):
                put(root / line / day / f"{line}_{day}_{i}.png", part(line == "beta"))
    for day in ("mon", "tue"):
        for i in range(2):
            put(root / "drawn" / f"beta_{day}_{i}.png", mask())
    return root


def test_roles_of_folders_say_what_a_set_is_with_counts_as_they_are_said(tmp_path: Path):
    unclear(tmp_path)
    work = Workspace()
    found = look(work, tmp_path)
    assert found.unclear is not None and "Say what its folders are" in str(found.unclear)
    assert [(f.name, f.below) for f in found.folders if f.depth < 2] == [
        (tmp_path.name, 12), ("alpha", 4), ("beta", 4), ("drawn", 4),
    ]  # fmt: skip
    assert all(f.picture for f in found.folders), "a picture each"
    said = ReaderOptions(roles=(("drawn", "mask"),))
    found = look(work, tmp_path, said)
    assert dict(found.classes) == {"alpha": 4, "beta": 4} and found.regions == 4
    said = ReaderOptions(roles=(("drawn", "mask"),), normal="alpha")
    found = look(work, tmp_path, said)
    assert dict(found.classes) == {"normal": 4, "beta": 4}
    assert {f.role for f in found.folders if f.depth == 2} == {"lot"}
    said = ReaderOptions(roles=(("drawn", "mask"), ("beta/tue", "ignore")), normal="alpha")
    found = look(work, tmp_path, said)
    assert dict(found.classes) == {"normal": 4, "beta": 2}
    data = opened(tmp_path, roles=said.roles, normal="alpha")
    assert names(data) == dict(found.classes) and regions(data) == found.regions == 2
    assert {s.group for s in data.samples} == {"mon", "tue"}


def test_products_and_parts_can_be_said(tmp_path: Path):
    for maker in ("x", "y"):
        for half in ("early", "late"):
            for kind in ("fine", "torn"):
                put(tmp_path / maker / half / kind / "1.png", part(kind == "torn"))
    data = opened(
        tmp_path, roles=tuple((f"{m}/{half}", "lot") for m in "xy" for half in ("early", "late"))
    )
    assert {label.texture for label in data.labels} == {"x", "y"}
    assert len(data.samples) == 8


def test_what_is_said_of_one_folder_counts_for_what_is_proposed_of_those_below(tmp_path: Path):
    for maker in ("press1", "press2"):
        for kind in ("type A", "type B"):
            put(tmp_path / maker / kind / "1.png", part(kind == "type B"))
    said = (("press1", "product"), ("press2", "product"))
    found = look(Workspace(), tmp_path, ReaderOptions(roles=said, normal="type A"))
    assert [f.role for f in found.folders] == [
        "through", "product", "class", "class", "product", "class", "class",
    ]  # fmt: skip
    assert dict(found.classes) == {
        f"{maker} {kind}": 1 for maker in ("press1", "press2") for kind in ("normal", "type B")
    }


def test_a_folder_is_listed_once_while_its_roles_are_changed(tmp_path: Path, monkeypatch):
    from engine.data.readers import explain

    unclear(tmp_path)
    listed: list[Path] = []
    real = explain.list_tree
    monkeypatch.setattr(explain, "list_tree", lambda path: (listed.append(path), real(path))[1])
    work = Workspace()
    for role in ("", "mask", "class", "ignore"):
        look(work, tmp_path, ReaderOptions(roles=(("drawn", role),)) if role else AS_FOUND)
    assert len(listed) == 1
    look(work, tmp_path)
    assert len(listed) == 2, "as found is looked at anew"


def test_small_pictures_of_files_of_no_set(tmp_path: Path):
    good = put(tmp_path / "a.png", part())
    write(tmp_path / "b.png", "no picture")
    work = Workspace()
    events = work.run(PeekPictures(3, (str(good), str(tmp_path / "b.png")), 32))
    (peek,) = [event.peek for event in events if isinstance(event, PicturePeeked)]
    assert peek.path == str(good) and max(peek.image.shape) == 32


def test_what_was_said_is_kept_with_the_project_and_counts_again(tmp_path: Path):
    root, project = unclear(tmp_path / "set"), tmp_path / "project"
    said = ReaderOptions(
        roles=(("drawn", "mask"),), normal="alpha", answers=(("masks", "as-they-are"),),
        grey=(0.0, 4095.0),
    )  # fmt: skip
    work = Workspace()

    def open_(options: ReaderOptions, **more: object) -> DataOpened:
        command = OpenData(5, str(root), options, project=str(project), **more)  # type: ignore[arg-type]
        (found,) = [e for e in work.run(command) if isinstance(e, DataOpened)]
        return found

    assert open_(said).data.images == 8
    again = open_(AS_FOUND)
    assert again.options == said and again.data.defective == 4
    assert kept_reading(project, root, AS_FOUND) == said
    assert kept_reading(None, root, AS_FOUND) == AS_FOUND
    assert kept_reading(project, tmp_path / "other", AS_FOUND) == AS_FOUND
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.copytree(root, moved / "set")
    shutil.copytree(project, moved / "project")
    assert kept_reading(moved / "project", moved / "set", AS_FOUND) == said
    put(root / "good/1.png", part())
    put(root / "bad/1.png", part(True))
    work.run(OpenData(6, str(root), AS_FOUND, project=str(project), said=True))
    assert kept_reading(project, root, AS_FOUND) == AS_FOUND, "as found was said"
    (project / FILE).write_text("{")
    with pytest.raises(RunError, match="damaged"):
        keep_reading(project, root, said)


def test_the_terminal_explains_and_takes_roles_and_answers(tmp_path: Path, capsys):
    root = unclear(tmp_path / "set")
    assert main(["check", str(root)]) == 2
    assert "check DIR --explain" in capsys.readouterr().err
    assert main(["check", str(root), "--explain", "--json"]) == 0
    text = capsys.readouterr().out
    values = json.loads(text.strip().splitlines()[-1])
    assert values["unclear"] and values["images"] == 0
    assert {f["path"]: f["role"] for f in values["folders"]}["alpha"] == "class"
    said = ["--role", "drawn=mask", "--normal", "alpha"]
    assert main(["check", str(root), "--explain", *said]) == 0
    assert "8 images, 4 regions" in capsys.readouterr().out
    project = str(tmp_path / "p")
    assert main(["check", str(root), *said, "--project", project, "--json"]) == 0
    values = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert values["files"] == {
        "there": 12, "images": 8, "masks": 4, "labels": 0, "tables": 0, "named": 0,
    }  # fmt: skip
    assert main(["check", str(root), "--project", project]) == 0, "kept with the project"
    assert "12 files: 8 images, 4 masks read, 0 named" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["check", str(root), "--role", "drawn=mosk"])
    with pytest.raises(SystemExit):
        main(["check", str(root), "--answer", "masks=perhaps"])


def test_the_terminal_explains_tables_with_their_first_rows(tmp_path: Path, capsys):
    for i in range(4):
        put(tmp_path / f"{i}.png", part(i > 1))
    table(tmp_path / "liste.csv", [["Aufnahme", "Wertung"], *[[f"{i}.png", ("gut", "Riss")[i > 1]]
                                                             for i in range(4)]])  # fmt: skip
    assert main(["check", str(tmp_path), "--explain"]) == 0
    out = capsys.readouterr().out
    assert "table liste.csv: 4 rows; image = Aufnahme, defect = Wertung" in out
    assert "0.png" in out and "Riss" in out


# ---------------------------------------------------------------- written for others


@pytest.mark.parametrize("kind", ["coco", "labelme"])
def test_regions_labels_and_reviews_are_written_and_read_back(tmp_path: Path, kind: str):
    root, project = tmp_path / "set", tmp_path / "project"
    ring = mask()
    ring[Y + 2 : Y + 4, X + 2 : X + 4] = 0
    for i in range(3):
        put(root / f"cap/train/good/{i}.png", part())
        put(root / f"cap/test/hole/{i}.png", part(True))
    put(root / "cap/ground_truth/hole/0_mask.png", mask())
    put(root / "cap/ground_truth/hole/1_mask.png", ring)
    work = Workspace()
    (first,) = [
        e.data for e in work.run(OpenData(1, str(root), project=str(project)))
        if isinstance(e, DataOpened)
    ]  # fmt: skip
    place = {row.file: row.index for row in first.samples}
    shape = Shape("box", X, Y, W, H)
    work.run(DrawRegion(2, str(project), place["cap/test/hole/2.png"], (shape,)))
    review = Review(
        "cap/train/good/1.png", "relabel", "cap hole", "run", 0.9, "cap hole", "torn", "Kim"
    )
    work.run(KeepReview(3, str(project), first.fingerprint, review.file, review))
    out = tmp_path / "out"
    events = work.run(WriteLabels(4, str(out), kind))
    (written,) = [e for e in events if isinstance(e, LabelsWritten)]
    assert (written.images, written.regions) == (6, 3)
    if kind == "coco":
        shutil.rmtree(root / "cap/ground_truth")
        shutil.move(out / "annotations.json", root)
        values = json.loads((root / "annotations.json").read_text("utf-8"))
        (said,) = [i["review"] for i in values["images"] if "review" in i]
        assert said["comment"] == "torn"
        data = opened(root)
        assert data.layout == "labels"
    else:
        shutil.rmtree(root / "cap/ground_truth")
        shutil.copytree(out, root, dirs_exist_ok=True)
        values = json.loads((root / "cap/train/good/1.json").read_text("utf-8"))
        assert values["flags"] == {"cap hole": True} and values["review"]["reviewer"] == "Kim"
        assert (root / values["imagePath"]).name == "1.png"
        data = opened(root)
    drawn = {Path(s.location).relative_to(root).as_posix(): s.marks for s in data.samples}
    assert sum(bool(marks) for marks in drawn.values()) == 3
    again = open_dataset(root)
    from engine.data.store import ImageStore

    store = ImageStore(again)
    areas = sorted(
        0 if (r := store.region(i)) is None else int(r.mask.sum())
        for i in range(len(again.samples))
    )
    assert areas[-3:] == [W * H - 4, W * H, W * H], "exact to the pixel"


def test_labels_are_never_written_over_others(tmp_path: Path, capsys):
    for i in range(3):
        put(tmp_path / f"set/good/{i}.png", part())
        put(tmp_path / f"set/bad/{i}.png", part(True))
    out = tmp_path / "out"
    assert main(["check", str(tmp_path / "set"), "--write", "coco", str(out)]) == 0
    assert "6 images and 0 regions as coco" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "set"), "--write", "coco", str(out)]) in (1, 2)
    assert "is not empty" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "set"), "--write", "word", str(out)]) in (1, 2)
    assert "cannot be written. Choose one of: coco, labelme" in capsys.readouterr().err


@pytest.mark.parametrize("role", FOLDER_ROLES)
def test_every_folder_can_be_said_to_be_anything(tiny_set: Path, role: str):
    # The set's own folder as a product was an unexpected error.
    folders = ["", *(path.name for path in sorted(tiny_set.iterdir()) if path.is_dir())]
    for folder in folders:
        with suppress(DataError):  # it may leave nothing to read, which is said
            data = open_dataset(tiny_set, ReaderOptions(roles=((folder, role),)))
            assert data.samples
    if role == "product":
        said = open_dataset(tiny_set, ReaderOptions(roles=(("", role),)))
        assert all(tiny_set.name in label.texture for label in said.labels)


def test_the_terminal_names_the_sets_own_folder_by_a_dot(tiny_set: Path, capsys):
    assert main(["check", str(tiny_set), "--role", ".=product"]) == 0
    assert f"{tiny_set.name} Class" in capsys.readouterr().out
