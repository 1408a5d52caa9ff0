from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from sklearn.model_selection import StratifiedKFold

from engine.core.errors import DataError
from engine.core.recipe import default_recipe
from engine.data.folds import project_folds, split_for, stratified_folds
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet, Label, Sample

GOOD, BAD = Label("", "", False), Label("", "defective", True)


def fake_set(good: int, bad: int, groups: int = 0) -> DataSet:
    samples = tuple(
        Sample(
            f"/set/{n:04d}.png",
            BAD if n < bad else GOOD,
            group=f"lot{n % groups}" if groups else "",
        )
        for n in range(good + bad)
    )
    data = DataSet(Path("/set"), "folders", "One folder per class", samples)
    data.__dict__["fingerprint"] = "f" * 64  # nothing lies on the disk
    return data


def test_folds_share_out_every_class():
    data = fake_set(100, 15)
    folds = stratified_folds(data.classes, ("",) * 115, 5, 0)
    for fold in range(1, 6):
        counts = Counter(data.classes[i] for i in np.flatnonzero(folds == fold))
        assert sorted(counts.values()) == [3, 20]


@settings(max_examples=25, deadline=None)
@given(st.integers(5, 12), st.integers(0, 5), st.integers(2, 5))
def test_a_group_never_straddles_folds(groups: int, seed: int, folds: int):
    data = fake_set(60, 30, groups)
    numbers = stratified_folds(data.classes, tuple(s.group for s in data.samples), folds, seed)
    for group in range(groups):
        members = [
            n for n, s in zip(numbers, data.samples, strict=True) if s.group == f"lot{group}"
        ]
        assert len(set(members)) == 1


def test_a_group_never_straddles_training_and_validation():
    data = fake_set(120, 60, groups=30)
    split = split_for(data, default_recipe("transfer"))
    parts = [
        {data.samples[i].group for i in part}
        for part in (split.train, split.validation, split.test)
    ]
    assert split.validation
    assert not parts[0] & parts[1]
    assert not parts[0] & parts[2]
    assert not parts[1] & parts[2]


def test_the_five_folds_test_every_image_once():
    data = fake_set(50, 20)
    tested: list[int] = []
    for fold in range(1, 6):
        split = split_for(data, default_recipe("transfer", fold=fold))
        together = [*split.train, *split.validation, *split.test]
        assert sorted(together) == list(range(70))
        tested += split.test
    assert sorted(tested) == list(range(70))


def test_folds_are_stored_and_read_again(tmp_path: Path):
    data = fake_set(40, 10)
    recipe = default_recipe("transfer")
    first = project_folds(data, recipe, tmp_path)
    (stored,) = (tmp_path / "folds").iterdir()
    lines = stored.read_text().splitlines()
    # Prove that the file is what counts, by changing it.
    assert lines[1].endswith(f",{first[0]}")
    other = first[0] % 5 + 1
    lines[1] = lines[1].rsplit(",", 1)[0] + f",{other}"
    stored.write_text("\n".join(lines) + "\n")
    assert project_folds(data, recipe, tmp_path)[0] == other
    stored.write_text("file,fold\nelse.png,1\n")
    with pytest.raises(DataError, match="does not list the images"):
        project_folds(data, recipe, tmp_path)


def test_few_defects_all_train_and_validation_holds_normals_only():
    data = fake_set(100, 30)
    split = split_for(data, default_recipe("transfer", defects=5))
    bad = [i for i in split.train if data.samples[i].label.defective]
    assert len(bad) == 5
    assert split.validation
    assert not any(data.samples[i].label.defective for i in split.validation)


def test_other_seeds_draw_other_defects():
    data = fake_set(100, 30)

    def drawn(seed: int) -> set[int]:
        split = split_for(data, default_recipe("transfer", defects=5, seed=seed))
        return {i for i in split.train if data.samples[i].label.defective}

    assert drawn(0) == drawn(0)
    assert drawn(0) != drawn(1)


def test_article_preset_has_no_validation_set():
    assert split_for(fake_set(50, 20), default_recipe("transfer", "article")).validation == ()


def test_official_split(tiny_set: Path):
    data = open_dataset(tiny_set)
    split = split_for(data, default_recipe("transfer", split="official"))
    assert {data.samples[i].part for i in split.test} == {"test"}
    assert {data.samples[i].part for i in split.train} == {"train"}
    with pytest.raises(DataError, match="no Train and Test parts"):
        split_for(fake_set(50, 20), default_recipe("transfer", split="official"))


def test_too_few_images_for_the_folds():
    with pytest.raises(DataError, match="too few"):
        split_for(fake_set(2, 1), default_recipe("transfer"))


@pytest.mark.parametrize("groups", [5, 8, 12])
def test_few_lots_can_be_trained_with_the_defaults(groups: int):
    """Validation once asked for ten parts, however few groups there were."""
    split = split_for(fake_set(80, 40, groups), default_recipe("transfer"))
    assert split.train
    assert split.test


def test_too_few_groups_are_named(tmp_path: Path):
    with pytest.raises(DataError, match="3 groups are too few for 5 folds"):
        split_for(fake_set(80, 40, 3), default_recipe("transfer"))


def test_folds_made_before_the_lots_were_known_are_not_used(tmp_path: Path):
    recipe = default_recipe("transfer")
    project_folds(fake_set(60, 30), recipe, tmp_path)
    data = fake_set(60, 30, groups=10)
    numbers = project_folds(data, recipe, tmp_path)
    for lot in range(10):
        members = [n for n, s in zip(numbers, data.samples, strict=True) if s.group == f"lot{lot}"]
        assert len(set(members)) == 1


def test_a_small_class_is_not_warned_of_when_another_thread_puts_its_warnings_back(monkeypatch):
    """Folds once hid the warning for as long as they were made, in a block of their own."""
    other = warnings.catch_warnings()
    other.__enter__()  # as a thread does that begins before us
    make = StratifiedKFold._make_test_folds

    def and_meanwhile(splitter: StratifiedKFold, *given: object):
        other.__exit__(None, None, None)
        return make(splitter, *given)

    monkeypatch.setattr(StratifiedKFold, "_make_test_folds", and_meanwhile)
    with pytest.raises(UserWarning, match="something else"):
        warnings.warn("something else", UserWarning, stacklevel=1)  # warnings are errors here
    classes = (0,) * 20 + (1,) * 6
    numbers = stratified_folds(classes, ("",) * len(classes), 9, 0)
    assert sorted(Counter(numbers[20:].tolist()).values()) == [1] * 6
