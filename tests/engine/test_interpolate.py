"""Following a line through the session: points, flips, films, decoders, nearest images."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.core.command import Cancel, Stop
from engine.core.errors import NotDefinedError
from engine.core.event import Event, JobEnded
from engine.data.messages import OpenData, ShowSample
from engine.data.readers.detect import open_dataset
from engine.inspect.messages import PredictRun
from engine.interpolate.decoder import decoder_for, kept_quality, load_decoder, target_of
from engine.interpolate.followed import _spread
from engine.interpolate.messages import (
    DecoderReady,
    DecoderStep,
    FilmShown,
    FollowLine,
    ImagesIndexed,
    IndexImages,
    IndexPatches,
    LineFlipped,
    LineFollowed,
    PatchesReady,
    PointShown,
    ReadInterpolation,
    ShowFilm,
    ShowPoint,
    TrainDecoder,
)
from engine.interpolate.nearest import ImageIndex, kept_index
from engine.interpolate.patch_index import kept_patch_quality, kept_patches, patches_file
from engine.interpolate.patches import PatchBank, features_at, places
from engine.interpolate.values import LineKey, LinePoint, Nearest, PatchQuality
from engine.network.catalogue import build
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.training.run import load_judge, load_network
from main import main
from tests.engine.conftest import Workspace


@pytest.fixture
def own(trained: Path, tmp_path: Path) -> Path:
    """A copy of the run: other tests count the files of the shared one."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / trained.name


@pytest.fixture
def lane(workspace: Workspace, tiny_set: Path) -> Workspace:
    workspace.run(OpenData(1, str(tiny_set)))
    return workspace


@pytest.fixture
def bad(tiny_set: Path) -> list[int]:
    return [i for i, s in enumerate(open_dataset(tiny_set).samples) if s.label.defective]


def follow(lane: Workspace, job: int, key: LineKey, steps: int = 5) -> list[Event]:
    events = lane.run(FollowLine(job, key, steps))
    assert lane.end(job).outcome == "done", lane.end(job)
    return events


def only(events, kind):
    (found,) = [event for event in events if isinstance(event, kind)]
    return found


def lines(events) -> list[LineFollowed]:
    return [event for event in events if isinstance(event, LineFollowed)]


def test_a_line_at_the_last_layer_is_known_everywhere(lane, own, bad):
    events = follow(lane, 2, LineKey(str(own), bad[0], bad[-1]))
    first, last = lines(events)[0], lines(events)[-1]
    assert first.curve.t.tolist() == [0.0, 1.0]
    assert first.curve.overlap is None, "places are missing"
    assert last.smooth
    assert last.done == last.total == len(last.curve.t) == 101
    assert np.all(np.diff(last.curve.t) > 0)
    a, b = (last.curve.probabilities[:, end] for end in last.ends)
    assert last.curve.overlap == (
        float(((a > 0.5) & (b > 0.5)).mean()), float(((a > 0.3) & (b > 0.3)).mean()),
    )  # fmt: skip
    assert sorted(last.channels) == list(range(len(last.channels)))


@pytest.mark.parametrize("layer", ["", "input", "conv2"])
def test_shown_ends_are_the_images_own_verdicts_exactly(lane, own, bad, tiny_set, layer):
    events = follow(lane, 2, LineKey(str(own), bad[0], bad[-1], layer), 3)
    key = lines(events)[-1].key
    judge = load_judge(RunFolder.load(own))
    store = lane.session._workspace.images
    for t, index in ((0.0, bad[0]), (1.0, bad[-1])):
        judged = judge.judge(store.image(index), keep_features=True)
        shown = only(lane.run(ShowPoint(10 + index, (key,), t)), PointShown).points[0]
        assert shown.score == judged.verdict.score
        assert shown.label == judged.verdict.label
        assert np.array_equal(shown.picture, judged.features[0].sum(0).numpy())


def test_points_of_a_lower_layer_come_one_by_one_and_the_nearest_is_shown(lane, own, bad):
    events = follow(lane, 2, LineKey(str(own), bad[0], bad[-1], "conv2"), 5)
    counts = [len(line.curve.t) for line in lines(events)]
    assert counts == [2, 3, 4, 5]
    assert lines(events)[1].curve.t[1] == 0.5, "half a line first"
    assert not lines(events)[-1].smooth
    key = lines(events)[-1].key
    shown = only(lane.run(ShowPoint(3, (key,), 0.6)), PointShown)
    assert shown.t == 0.6
    assert shown.points[0].t == 0.5


def test_pictures_add_up(lane, own, bad):
    key = lines(follow(lane, 2, LineKey(str(own), bad[0], bad[-1])))[-1].key
    network = load_network(RunFolder.load(own))
    count = network.head.in_features
    job = iter(range(10, 200))

    def shown(picture: str, channel: int = 0) -> LinePoint:
        asked = ShowPoint(next(job), (key,), 0.3, picture, (channel,))
        return only(lane.run(asked), PointShown).points[0]

    channels = np.stack([shown("channel", c).picture for c in range(count)])
    assert np.allclose(channels.sum(0), shown("sum").picture, atol=1e-4)
    weight = network.head.weight.detach().numpy()
    end = lines(lane.events)[-1].ends[1]
    weighted = np.einsum("c,chw->hw", weight[end] - weight.mean(0), channels)
    second = shown("second")
    assert np.allclose(weighted, second.picture, atol=1e-4)
    assert second.scale[0] <= second.picture.min() <= second.picture.max() <= second.scale[1]
    assert not second.picture.flags.writeable
    assert lane.run(ShowPoint(300, (key,), 0.3, "x"))[-1].outcome == "failed"
    assert lane.run(ShowPoint(301, (key,), 0.3, "channel", (count,)))[-1].outcome == "failed"
    assert "no decoder" in lane.run(ShowPoint(302, (key,), 0.3, "decoded"))[-1].message


@pytest.mark.parametrize("layer", ["", "conv2"])
def test_flips_lie_where_the_verdict_changes_and_their_channels_add_up(lane, own, bad, layer):
    events = follow(lane, 2, LineKey(str(own), 0, bad[-1], layer))
    curve = lines(events)[-1].curve
    flips = only(events, LineFlipped).flips
    assert curve.labels[0] != curve.labels[-1], "the fixture must learn"
    assert flips
    assert flips[0].before == curve.labels[0]
    assert flips[-1].after == curve.labels[-1]
    for flip in flips:
        for place in (0, 1):
            shares = sum((s.before, s.after)[place] for s in flip.channels)
            total = shares + flip.others[place] + flip.bias
            assert total == pytest.approx(flip.logits[place], abs=1e-4)
        assert flip.sides[0] < flip.t <= flip.sides[1]
    if layer == "":
        line = lane.session._workspace.lines.line(lines(events)[-1].key).followed.line
        flip = flips[0]
        assert line.at(flip.t - 1e-5).verdict.label == flip.before
        assert line.at(flip.t).verdict.label == flip.after
        # What the head itself says there, by mean or in the deciding window.
        point = line.at(flip.sides[1])
        turn = point.logits[flip.after] - point.logits[flip.before]
        assert np.isclose(turn, flip.logits[1], atol=1e-3).any() or np.isclose(
            turn.mean(), flip.logits[1], atol=1e-3
        )


def test_the_same_image_twice_never_flips(lane, own):
    events = follow(lane, 2, LineKey(str(own), 0, 0))
    assert only(events, LineFlipped).flips == ()
    assert lines(events)[-1].curve.overlap is None, "a normal image has no defect to overlap"


def test_two_lines_are_at_hand_and_a_third_takes_the_place_of_the_oldest(lane, own, bad):
    keys = [
        lines(follow(lane, job, LineKey(str(own), bad[0], index)))[-1].key
        for job, index in ((2, bad[-1]), (3, bad[-2]), (4, bad[-3]))
    ]
    shown = only(lane.run(ShowPoint(5, tuple(keys[1:]), 0.5)), PointShown)
    assert [point.key for point in shown.points] == keys[1:]
    assert "not worked out" in lane.run(ShowPoint(6, (keys[0],), 0.5))[-1].message


def test_lines_of_another_data_set_are_dropped(lane, own, bad, tiny_set):
    key = lines(follow(lane, 2, LineKey(str(own), bad[0], bad[-1])))[-1].key
    lane.run(OpenData(3, str(tiny_set)))
    assert "not worked out" in lane.run(ShowPoint(4, (key,), 0.5))[-1].message


def test_a_click_goes_before_the_next_point_of_a_line_and_a_line_before_long_work(lane, own, bad):
    lane.post(PredictRun(2, str(own), "all"))
    lane.session.advance()
    lane.post(FollowLine(3, LineKey(str(own), bad[0], bad[-1], "conv1"), 5))
    lane.session.advance()
    lane.post(ShowSample(4, 0))
    lane.run()
    ended = [event.job for event in lane.events if isinstance(event, JobEnded)]
    assert ended[-3:] == [4, 3, 2]


def test_a_film_has_its_ends(lane, own, bad):
    key = lines(follow(lane, 2, LineKey(str(own), bad[0], bad[-1])))[-1].key
    film = only(lane.run(ShowFilm(3, (key, key), steps=4)), FilmShown).films
    assert [len(points) for points in film] == [4, 4]
    assert [point.t for point in film[0]] == pytest.approx([0, 1 / 3, 2 / 3, 1])


def test_the_nearest_image_of_planted_features_leaves_out_the_ends():
    index = ImageIndex(np.array([3, 5, 8]), np.array([[0, 0], [4, 0], [1, 0]], np.float32))
    point = np.array([1.5, 0.0], np.float32)
    assert index.nearest(point, 4.0, (3, 5)) == Nearest(8, 0.125, 1)
    assert index.nearest(point, 4.0, (99, 8)) == Nearest(3, 0.375, 2, 1.0, 1.0)
    assert (
        ImageIndex(np.array([3]), np.zeros((1, 2), np.float32)).nearest(point, 4.0, (3, 5)) is None
    )


def test_a_point_is_as_plausible_as_real_images_lie_from_each_other():
    from sklearn.neighbors import NearestNeighbors

    rng = np.random.default_rng(0)
    rows = rng.standard_normal((60, 8)).astype(np.float32)
    index = ImageIndex(np.arange(60), rows)
    others = rows[2:].astype(np.float64)  # both ends are left out
    own = NearestNeighbors(n_neighbors=2).fit(others).kneighbors(others)[0][:, 1]
    among = index.nearest(rows[5] + np.float32(0.01), 2.0, (0, 1))
    assert among.real == pytest.approx(np.median(own) / 2.0)
    assert among.farther == pytest.approx((own >= among.distance * 2.0).mean())
    assert among.farther > 0.5
    assert index.nearest(rows[5] + np.float32(50), 2.0, (0, 1)).farther == 0.0, "nothing is there"


def test_test_images_are_indexed_once_and_kept(lane, own, bad):
    key = lines(follow(lane, 2, LineKey(str(own), bad[0], bad[-1])))[-1].key
    before = only(lane.run(ShowPoint(3, (key,), 0.5)), PointShown).points[0]
    assert before.nearest is None
    events = lane.run(IndexImages(4, str(own), 8))
    assert only(events, ImagesIndexed).images == 8
    after = only(lane.run(ShowPoint(5, (key,), 0.5)), PointShown).points[0]
    folder = RunFolder.load(own)
    assert after.nearest.index in folder.read_split(lane.session._workspace.images.data).test
    assert after.nearest.index not in (bad[0], bad[-1])
    assert len(kept_index(folder).images) == 8
    (own / "measures" / "nearest.npz").write_bytes(b"PK damaged")
    assert kept_index(folder) is None


def test_targets_are_shrunk_by_whole_cells():
    shown = np.repeat(np.arange(70, dtype=np.uint8)[None], 50, 0)
    made = target_of(shown, 8)
    assert made.shape == (12, 16)
    assert made[0, 0] == pytest.approx(1.5, abs=0.51)
    assert made[0, 1] == pytest.approx(5.5, abs=0.51)


# ------------------------------------------------------------------ patches


def test_patches_overlap_by_a_quarter_and_the_last_is_flush():
    assert places(32, 4) == [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28]
    assert places(4, 4) == [0]
    assert places(5, 1) == [0, 1, 2, 3, 4]
    with pytest.raises(NotDefinedError, match="smaller"):
        places(3, 4)


def test_a_patch_is_told_by_the_means_of_its_quarters():
    maps = torch.from_numpy(np.random.default_rng(0).normal(size=(3, 9, 7)).astype(np.float32))
    made = features_at(maps, 4)
    plain = maps.numpy()
    tops, lefts = places(9, 4), places(7, 4)
    assert made.shape == (len(tops) * len(lefts), 12)
    place = tops.index(5) * len(lefts) + lefts.index(3)
    quarters = [plain[:, 5 + y : 7 + y, 3 + x : 5 + x].mean((1, 2)) for y in (0, 2) for x in (0, 2)]
    assert np.allclose(np.sort(made[place]), np.sort(np.concatenate(quarters)), atol=1e-6)


def bank(pictures: np.ndarray, features: np.ndarray, cells: int) -> PatchBank:
    """All directions kept, as they are."""
    size = features.shape[1]
    told = PatchQuality(1.0, None, None, 0, len(pictures), 1, 1)
    return PatchBank(
        cells, pictures, features, np.zeros(size, np.float32), np.eye(size, dtype=np.float32),
        np.arange(len(pictures)), told,
    )  # fmt: skip


def test_an_image_of_the_patches_is_put_together_again():
    rng = np.random.default_rng(1)
    image = rng.integers(0, 256, (9 * 8, 7 * 8), dtype=np.uint8)
    maps = torch.from_numpy(rng.normal(size=(6, 9, 7)).astype(np.float32))
    pieces = np.stack([
        image[8 * top : 8 * top + 32, 8 * left : 8 * left + 32]
        for top in places(9, 4) for left in places(7, 4)
    ])  # fmt: skip
    whole = bank(pieces, features_at(maps, 4), 4)
    assert np.array_equal(whole.picture(whole.look(maps), (9, 7)), image)
    # Keys of a mixture are the mixture of keys.
    other = torch.from_numpy(rng.normal(size=(6, 9, 7)).astype(np.float32))
    mixed = 0.3 * whole.look(other) + 0.7 * whole.look(maps)
    assert np.allclose(mixed, whole.look(0.3 * other + 0.7 * maps), atol=1e-5)


def test_of_near_patches_the_one_that_continues_its_neighbour_is_taken():
    # Two patches with one key: only one goes on where the first ends.
    ramp = np.arange(64, dtype=np.uint8)[None].repeat(16, 0)
    first, goes_on, jumps = ramp[:, :16], ramp[:, 12:28], ramp[:, 40:56]
    features = np.array([[0.0], [9.0], [9.0]], np.float32)
    for order in ((0, 1, 2), (0, 2, 1)):
        pictures = np.stack([first, goes_on, jumps])[list(order)]
        made = bank(pictures, features[list(order)], 4)
        keys = np.array([[[0.0], [9.0]]], np.float32)
        assert np.array_equal(made.picture(keys, (4, 7)), ramp[:, :28])


def test_patches_are_looked_up_judged_and_kept(lane, own, bad, capsys):
    key = lines(follow(lane, 2, LineKey(str(own), bad[0], bad[-1])))[-1].key
    refused = lane.run(ShowPoint(3, (key,), 0.5, "patches"))
    assert "not looked up" in only(refused, JobEnded).message
    quality = only(lane.run(IndexPatches(4, str(own), 16)), PatchesReady).quality
    assert (quality.train_images, quality.images) == (16, 10)
    # Two generated textures: chance would be a half, and a defect's share of the patches.
    assert quality.texture > 0.9
    assert quality.defect > quality.raised
    assert 0 < quality.defective < quality.patches
    folder = RunFolder.load(own)
    assert kept_patch_quality(folder) == quality
    kept = kept_patches(folder)
    split = folder.read_split(lane.session._workspace.images.data)
    assert set(kept.images) <= set(split.train)
    ends = [
        only(lane.run(ShowPoint(5 + n, (key,), t, "patches")), PointShown).points[0].picture
        for n, t in enumerate((0.0, 0.5, 1.0))
    ]
    store = lane.session._workspace.images
    assert {each.shape for each in ends} == {store.image(bad[0]).shape}
    # What is put together resembles its own texture more than the other one.
    for n, index in ((0, bad[0]), (2, bad[-1])):
        spread = float(store.image(index).std())
        assert abs(float(ends[n].std()) - spread) < 0.5 * spread
    assert only(lane.run(ReadInterpolation(9, str(own))), PatchesReady).quality == quality
    out = own.parent.parent / "film.png"
    assert main(["interpolate", str(own), "--out", str(out), "--picture", "patches"]) == 0
    assert out.stat().st_size > 10_000
    assert "nearest real one in the same texture" in capsys.readouterr().out
    patches_file(folder).write_bytes(b"PK damaged")
    assert kept_patches(folder) is None


# ------------------------------------------------------------------ decoder


@pytest.mark.parametrize("name", ["vgg16", "small", "resnet18"])
def test_a_decoder_gives_a_quarter_of_the_image(name):
    network = build(name, 2, 64, UNIT, 0).eval()
    with torch.inference_mode():
        maps = network.features(network.prepare(torch.zeros(1, 64, 96, dtype=torch.uint8)))
    assert decoder_for(network).decode(maps[0]).shape == (16, 24)


def test_a_decoder_is_trained_judged_and_kept(lane, own, bad, tiny_set):
    dice = torch.get_rng_state()
    events = lane.run(TrainDecoder(2, str(own), images=6, steps=60))
    assert torch.equal(dice, torch.get_rng_state()), "a run beside it would not repeat exactly"
    quality = only(events, DecoderReady).quality
    shown = [event for event in events if isinstance(event, DecoderStep)]
    assert shown[-1].loss < shown[0].loss
    assert shown[0].image.shape == shown[0].decoded.shape
    assert (quality.steps, quality.train_images) == (60, 6)
    assert np.isfinite([quality.psnr, quality.ssim, quality.flat_psnr]).all()
    folder = RunFolder.load(own)
    assert kept_quality(folder) == quality
    key = lines(follow(lane, 3, LineKey(str(own), bad[0], bad[-1])))[-1].key
    point = only(lane.run(ShowPoint(4, (key,), 0.0, "decoded")), PointShown).points[0]
    network = load_network(folder)
    store = lane.session._workspace.images
    with torch.inference_mode():
        pixels = torch.from_numpy(store.image(bad[0])[None].copy())
        maps = network.features(network.prepare(pixels))[0]
    assert np.array_equal(point.picture, load_decoder(folder, network).decode(maps))
    # The same again gives the same again; other weights make it useless.
    again = only(lane.run(TrainDecoder(5, str(own), images=6, steps=60)), DecoderReady)
    assert again.quality == quality
    read = lane.run(ReadInterpolation(6, str(own)))
    assert only(read, DecoderReady).quality == quality
    weights = own / "best.safetensors"
    weights.write_bytes((own / "last.safetensors").read_bytes() + b" ")
    assert kept_quality(RunFolder.load(own)) is None


def test_a_cancelled_decoder_leaves_nothing_a_stopped_one_is_kept(lane, own):
    lane.post(TrainDecoder(2, str(own), images=6, steps=60))
    while not any(isinstance(e, DecoderStep) for e in lane.events):
        lane.session.advance()
    lane.post(Cancel(2))
    lane.run()
    assert lane.end(2).outcome == "cancelled"
    assert not (own / "decoder.safetensors").exists()
    lane.post(TrainDecoder(3, str(own), images=6, steps=60))
    while not any(isinstance(e, DecoderStep) and e.job == 3 for e in lane.events):
        lane.session.advance()
    lane.post(Stop(3))
    lane.run()
    assert lane.end(3).outcome == "stopped"
    assert 0 < kept_quality(RunFolder.load(own)).steps < 60


def test_places_are_halved_first():
    assert _spread(5) == [0.5, 0.25, 0.75]
    assert sorted(_spread(11)) == pytest.approx(np.arange(1, 10) / 10)
    assert _spread(2) == []


def test_command_line_overlap(own, capsys):
    assert main(["interpolate", str(own), "--pairs", "3", "--json"]) == 0
    said = capsys.readouterr().out
    assert "pixels (control)" in said
    values = json.loads(said.strip().splitlines()[-1])
    assert len(values["overlaps"][0]["layers"]) >= 3


def test_command_line_film(own, tmp_path, capsys, bad, tiny_set):
    out = tmp_path / "film.svg"
    # As the contract has it: RUN IMAGE IMAGE, named or by path.
    files = open_dataset(tiny_set).files
    assert main([
        "interpolate", str(own), files[bad[0]], str(tiny_set / files[bad[-1]]), "--steps", "5",
        "--out", str(out), "--nearest", "--json",
    ]) == 0  # fmt: skip
    values = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert values["images"] == [files[bad[0]], files[bad[-1]]]
    assert values["steps"] == len(values["verdicts"]) == 5
    assert 0 <= values["overlap"] <= values["lines"][0]["overlap_at_0.3"] <= 1
    assert Path(values["file"]).read_text("utf-8").count("<image") == 15
    wrong = (
        ["--out", str(tmp_path / "x.gif")],
        ["nowhere.png", files[0], "--out", str(out)],
        [files[0], "--out", str(out)],
        ["--steps", "1", "--out", str(out)],
    )
    for rest in wrong:
        assert main(["interpolate", str(own), *rest]) == 2, rest
