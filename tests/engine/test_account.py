"""Read plus named is there: for any tree of files, whatever lies in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from engine.core.errors import DataError
from engine.core.values import ReaderOptions
from engine.data.image import encoded
from engine.data.readers.detect import open_dataset
from engine.data.readers.tree import list_tree
from engine.data.sample import DataSet
from tests.engine.test_cases import mask, part, put, write

PICTURES = [encoded(part(k % 2 == 1), ".png") for k in range(4)]
BLACK, DRAWN = encoded(mask(False), ".png"), encoded(mask(), ".png")
CONTENTS = {
    "picture": PICTURES[0],
    "defect": PICTURES[1],
    "drawn": DRAWN,
    "black": BLACK,
    "empty": b"",
    "cut": PICTURES[2][:300],
    "text": b"some words\n",
    "yolo": b"0 0.5 0.5 0.2 0.2\n",
    "table": b"file,defect\na.png,0\nb.png,1\ng/a.png,ok\n",
    "labelme": b'{"shapes": [{"label": "x", "points": [[1, 1], [9, 9]], "shape_type": "rectangle"}]'
    b', "imagePath": "a.png"}',
    "coco": b'{"images": [{"id": 1, "file_name": "a.png"}], "annotations": [], "categories": []}',
    "voc": b"<annotation><filename>b.png</filename></annotation>",
    "json": b'{"a": 1}',
    "broken": b'{"images": [',
    "rle": b"ImageId,EncodedPixels\na.png,1 3\n",
    "yaml": b"names: [x]\ntrain: images\n",
}
FOLDERS = (
    *("good", "bad", "OK", "NG", "scratch", "train", "test", "val", "images", "labels", "masks"),
    *("ground_truth", "Class1", "Class1_def", "Label", "results", "unlabeled", "lot1", "A", ".git"),
    *("__MACOSX", "검사", "defect"),
)
FILES = (
    *("a.png", "b.png", "a.jpg", "a.bmp", "a_mask.png", "b_GT.png", "a.txt", "b.txt", "a.json"),
    *("b.xml", "labels.csv", "train.csv", "data.yaml", "Labels.txt", "x.json", "readme.md", "c"),
    *(
        "Thumbs.db",
        ".hidden.png",
        "._a.png",
        "d.heic",
        "e.tif",
        "classes.txt",
        "kos1.webp",
        "긁힘.png",
    ),
)


LIKELY = {
    ".png": ("picture", "defect", "drawn", "black"),
    ".jpg": ("picture",),
    ".json": ("labelme", "coco"),
    ".xml": ("voc",),
    ".txt": ("yolo", "empty"),
    ".csv": ("table", "rle"),
    ".yaml": ("yaml",),
}
PAIRS = [
    (name, kind) for name in FILES for kind in (*CONTENTS, *LIKELY.get(Path(name).suffix, ()) * 12)
]
"""Names with what may lie in them; what is likely comes more often."""


def there(root: Path) -> set[str]:
    """All that is no folder below a root, links that lead to folders left out."""
    return {
        os.path.join(top, name)  # noqa: PTH118
        for top, folders, files in os.walk(root)
        for name in (*files, *folders)
        if not Path(top, name).is_dir()
    }


def holds(data: DataSet, root: Path) -> None:
    """The rule, from what the set says against what the disk says."""
    account, files = data.account, there(root)
    images = [sample.location for sample in data.samples]
    masks = {str(path) for sample in data.samples for path in sample.masks}
    assert len(images) == len(set(images)), "no image twice"
    assert set(images) <= files and masks <= files
    assert not masks & set(images), "a mask is no image"
    assert account.there == len(files)
    assert account.images == len(images)
    said = sum(problem.files for problem in (*data.problems, *account.beside))
    assert account.named == said
    assert account.read + account.named == account.there, (account, data.problems)
    for problem in (*data.problems, *account.beside):
        filled = "".join(problem.values.values())
        assert problem.reason and ("{" not in problem.reason or "{" in filled)
        if problem.files:
            assert os.path.lexists(problem.file) or "\\x" in problem.file


@settings(
    max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(FOLDERS), max_size=2), st.sampled_from(PAIRS)),
        min_size=1,
        max_size=24,
    ),
    st.sampled_from(["", "folders", "roles", "labels"]),
)
def test_read_plus_named_is_there_for_any_tree(
    tree: list[tuple[list[str], tuple[str, str]]], layout: str
):
    root = Path(tempfile.mkdtemp(prefix="account-"))
    try:
        for folders, (name, kind) in tree:
            path = root.joinpath(*folders, name)
            if any(parent.is_file() for parent in path.parents) or path.is_dir():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(CONTENTS[kind])
        try:
            data = open_dataset(root, ReaderOptions(layout))
        except DataError:
            return  # nothing is read, and a sentence says so
        holds(data, root)
    finally:
        shutil.rmtree(root)


def test_the_rule_holds_with_links_pipes_and_names_of_other_systems(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
    (tmp_path / "good/again").symlink_to(tmp_path / "good", target_is_directory=True)
    (tmp_path / "good/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "bad/gone.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "bad/self.png").symlink_to(tmp_path / "bad/self.png")
    os.mkfifo(tmp_path / "bad/pipe.png")
    odd = os.fsencode(tmp_path / "bad") + b"/\xba\xd2\xb7\xae1.png"
    with open(odd, "wb") as file:
        file.write(PICTURES[1])
    data = open_dataset(tmp_path)
    assert len(data.samples) == 6
    holds(data, tmp_path)
    reasons = {Path(p.file).name: p.reason for p in data.problems}
    (strange,) = [reason for name, reason in reasons.items() if name.startswith("\\xba")]
    assert "not valid Unicode" in strange
    assert "a pipe" in reasons["pipe.png"]
    assert "leads nowhere" in reasons["gone.png"] and "leads nowhere" in reasons["self.png"]
    assert "not followed" in reasons["again"] and "not followed" in reasons["up"]
    data.fingerprint.encode()


def test_a_link_to_a_folder_outside_is_read_once(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"else/{i}.png", part(True))
        put(tmp_path / f"set/good/{i}.png", part())
    (tmp_path / "set/bad").symlink_to(tmp_path / "else", target_is_directory=True)
    (tmp_path / "set/worse").symlink_to(tmp_path / "else", target_is_directory=True)
    data = open_dataset(tmp_path / "set")
    assert len(data.samples) == 6
    assert any("not followed" in p.reason for p in data.problems)


def test_a_header_that_claims_more_than_can_be_decoded_is_named(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
    raw = bytearray(PICTURES[0])
    raw[16:24] = (60000).to_bytes(4, "big") * 2
    (tmp_path / "bad/9.png").write_bytes(raw)
    data = open_dataset(tmp_path)
    holds(data, tmp_path)
    (problem,) = data.problems
    assert problem.file.endswith("9.png") and "claims 60000x60000 pixels" in problem.reason


def test_long_cells_and_lone_carriage_returns_are_read(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"{i}.png", part(i > 1))
    rows = "".join(f"{i}.png,{int(i > 1)},{'n' * 200_000 if i == 2 else ''}\r" for i in range(4))
    write(tmp_path / "labels.csv", f"file,defect,note\r{rows}{'x' * 5000},1,\r")
    data = open_dataset(tmp_path)
    assert len(data.samples) == 4
    holds(data, tmp_path)
    (problem,) = data.problems
    assert "the file is missing" in problem.reason and len(problem.file) < 300


def test_files_in_hidden_folders_and_of_systems_are_counted_beside(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
        put(tmp_path / f"__MACOSX/good/{i}.png", part())
    write(tmp_path / "good/Thumbs.db", "x")
    write(tmp_path / "license.txt", "terms")
    data = open_dataset(tmp_path)
    holds(data, tmp_path)
    assert data.problems == ()
    assert sorted(p.files for p in data.account.beside) == [1, 1, 3]


def test_pictures_that_cannot_be_read_here_are_named_with_a_cure(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
        write(tmp_path / f"bad/{i}.heic", "x")
    data = open_dataset(tmp_path)
    holds(data, tmp_path)
    (problem,) = data.problems
    assert problem.reason == (
        "3 pictures in it are .heic 3 files, which are not read. Save them as PNG or TIFF."
    )


@pytest.mark.parametrize("depth", [60])
def test_very_deep_folders_are_listed_and_named(tmp_path: Path, depth: int):
    path = tmp_path
    for _ in range(depth):
        path = path / "d"
    put(path / "x.png", part())
    tree = list_tree(tmp_path)
    assert max(len(parts) for parts in tree.folders) == 40
    assert np.sum([len(f.odd) for f in tree.folders.values()]) == 1
