from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torchvision import models

from engine.core.errors import WeightsError
from engine.network import weights as w
from engine.network.catalogue import BACKBONES, build, load_source
from engine.network.values import OXFORD, TORCHVISION

SHARED = Path(__file__).parents[3] / "shared" / "data" / "vgg16-features"

PACKAGE = w.weight_set("vgg16-oxford").package
PACKAGE_FILE = w.package_path(PACKAGE)
needs_package = pytest.mark.skipif(PACKAGE_FILE is None, reason="offline-weights not installed")


@pytest.fixture
def empty_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No cache, no torchvision cache, no offline package."""
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setattr(w, "package_path", lambda _: None)
    return tmp_path


def test_missing_weights_name_the_ways_to_get_them(empty_computer: Path):
    with pytest.raises(WeightsError, match=r"offline-weights.*weights import"):
        w.find_weights("vgg16")
    with pytest.raises(WeightsError, match="resnet18-f37072fd"):
        w.find_weights("resnet18")
    with pytest.raises(WeightsError, match="only start from scratch"):
        w.find_weights("small")


def test_random_weights_are_never_taken_for_published_ones(empty_computer: Path):
    state = build("vgg16", 2, 128, OXFORD, 0).features.state_dict()
    path = empty_computer / "vgg.safetensors"
    save_file({f"features.{k}": v for k, v in state.items()}, path)
    with pytest.raises(WeightsError, match="not one of the published"):
        w.import_file(path)
    fake = empty_computer / "vgg16-397923af.pth"
    torch.save({f"features.{k}": v for k, v in state.items()}, fake)
    with pytest.raises(WeightsError, match="its hash is not that"):
        w.import_file(fake)
    with pytest.raises(WeightsError, match="no such file"):
        w.import_file(empty_computer / "gone.pth")


def test_a_pickle_in_torchvisions_cache_is_not_opened(empty_computer: Path):
    class Bomb:
        def __reduce__(self):
            return (Path.touch, (empty_computer / "boom",))

    folder = empty_computer / "torch" / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    torch.save(Bomb(), folder / "vgg16-397923af.pth")
    with pytest.raises(WeightsError, match="hash"):
        w.find_weights("vgg16")
    assert not (empty_computer / "boom").exists()


@pytest.mark.parametrize("name", [name for name in BACKBONES if BACKBONES[name].weights])
def test_torchvisions_key_names_fit_every_backbone(name: str):
    whole = getattr(models, name)(weights=None).state_dict()
    part = w._backbone_part(whole)
    assert not any(key.startswith(("classifier", "fc")) for key in part)
    network = build(name, 2, 128, TORCHVISION, 0)
    load_source(network, name, part)
    key = next(k for k in network.features.state_dict() if k.endswith("weight"))
    prefix = BACKBONES[name].prefix
    assert torch.equal(network.features.state_dict()[key], part[prefix + key])


@needs_package
def test_the_offline_package_is_verified_converted_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    first = w.find_weights("vgg16")
    assert first.weights.key == "vgg16-oxford"
    # First weight (blue came first there) and bias of the published file.
    weight = first.state["features.0.weight"]
    assert weight.shape == (64, 3, 3, 3)
    assert float(first.state["features.0.bias"][0]) == pytest.approx(0.73429835, abs=1e-7)
    assert float(weight[0, 2, 0, 0]) == pytest.approx(0.42947057, abs=1e-7)
    network = build("vgg16", 2, 128, first.weights.preprocessing, 0)
    load_source(network, "vgg16", first.state)
    assert torch.equal(network.features.get_submodule("0").weight, weight)
    monkeypatch.setattr(w, "package_path", lambda _: None)
    again = w.find_weights("vgg16")
    assert again.place.endswith("vgg16-oxford.safetensors")
    assert again.tensor_hash == first.tensor_hash
    kept = w.cached_path(first.weights)
    raw = bytearray(kept.read_bytes())
    raw[-5] ^= 0xFF
    kept.write_bytes(raw)
    with pytest.raises(WeightsError, match="damaged"):
        w.find_weights("vgg16")


@needs_package
@pytest.mark.skipif(not SHARED.is_dir(), reason="the half-precision copy is not here")
def test_conversion_agrees_with_the_half_precision_copy(empty_computer: Path):
    half = w.import_file(SHARED / "vgg16_features_fp16.safetensors")
    assert PACKAGE_FILE is not None
    full = PACKAGE.read(PACKAGE_FILE)
    assert set(full) == set(half.state)
    assert all(torch.equal(full[k].half().float(), half.state[k]) for k in full)
