"""The two forms of a student: one verdict however they are computed, and both are read again."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.compress.cost import filters, multiply_adds
from engine.compress.distil import distil
from engine.compress.learning import make_student
from engine.core.recipe import STUDENTS
from engine.network.backbones.student import PLAIN, SEPARABLE
from engine.network.join import Folded, Join
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.run import load_judge, load_network


def drain(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def lively(form: str, classes: int = 2) -> WindowClassifier:
    """A student whose batch norms have seen something."""
    network = make_student(33, classes, 64, 0, form)
    source = torch.Generator().manual_seed(2)
    with torch.no_grad():
        network.head.weight.normal_(std=0.02, generator=source)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_mean.normal_(generator=source)
                module.running_var.uniform_(0.5, 2, generator=source)
                module.weight.normal_(generator=source)
                module.bias.normal_(generator=source)
    return network.eval()


def pixels(*shape: int) -> torch.Tensor:
    return torch.randint(
        0, 256, shape, dtype=torch.uint8, generator=torch.Generator().manual_seed(5)
    )


@pytest.mark.parametrize("form", STUDENTS)
@pytest.mark.parametrize("shape", [(2, 131, 77), (1, 64, 64)])
def test_the_quick_pass_gives_what_was_learned(form: str, shape: tuple[int, ...]):
    network, shown = lively(form), pixels(*shape)
    slow = network.dense(shown)  # with gradients
    with torch.inference_mode():
        quick = network.dense(shown)
        joins = [join for join in network.features if isinstance(join, Join)]
        folded = Folded([join.steps() for join in joins], network.prepare.std)
        maps = folded(network.prepare.centred(shown))
    largest = float(slow.features.detach().abs().max())
    assert largest > 1
    assert torch.allclose(quick.features, slow.features, atol=5e-5 * largest)
    assert torch.allclose(quick.logits, slow.logits, atol=5e-5 * largest)
    assert torch.allclose(maps, slow.features, atol=5e-5 * largest)


@pytest.mark.parametrize("form", STUDENTS)
def test_a_quick_pass_sees_weights_that_have_changed(form: str):
    network, shown = lively(form), pixels(1, 64, 64)
    with torch.no_grad():
        before = network.dense(shown).features
        for changed in ("0.norm.running_mean", "1.conv.weight", "2.norm.bias"):
            owner, _, name = changed.rpartition(".")
            getattr(network.features.get_submodule(owner), name).add_(0.5)
            after = network.dense(shown).features
            assert not torch.allclose(before, after)
            before = after
    with torch.enable_grad():
        slow = network.dense(shown).features.detach()
    assert torch.allclose(slow, before, atol=5e-5 * float(slow.abs().max()))


def test_the_separable_form_has_as_many_filters_and_far_fewer_products():
    plain, separable = (make_student(33, 2, 64, 0, form) for form in (PLAIN, SEPARABLE))
    assert filters(plain) == filters(separable) == 32
    assert 3 * multiply_adds(separable, 512, 512) < multiply_adds(plain, 512, 512)


@pytest.mark.parametrize("form", STUDENTS)
def test_both_forms_become_runs_that_are_read_again(form: str, trained: Path, tmp_path: Path):
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    own = tmp_path / "project" / "runs" / trained.name
    found = drain(distil(own, filters=24, steps=20, made=0, form=form))
    folder = RunFolder.load(Path(found.run))
    assert folder.record.recipe.network == form
    assert found.after.filters == 24
    network = load_network(folder)
    assert type(network.features[2]).__name__ == ("Join" if form == PLAIN else "SeparableJoin")
    image = pixels(96, 104).numpy()
    assert np.isfinite(load_judge(folder).judge(image).logits).all()


def test_new_students_are_separable(trained: Path, tmp_path: Path):
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    own = tmp_path / "project" / "runs" / trained.name
    found = drain(distil(own, filters=24, steps=1, made=0))
    assert RunFolder.load(Path(found.run)).record.recipe.network == SEPARABLE
