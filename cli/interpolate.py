"""The command `interpolate`: from one defect to another, in pixels and in the features of runs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, percent, print_json, say, table
from engine.core.errors import DataError, RunError
from engine.core.event import Event
from engine.core.table import Column, Columns, Table, of
from engine.core.text import some
from engine.data.messages import OpenData
from engine.data.sample import DataSet
from engine.interpolate.decoder import kept_quality
from engine.interpolate.messages import (
    FilmShown,
    FollowLine,
    IndexImages,
    IndexPatches,
    LineFlipped,
    LineFollowed,
    MeasureOverlap,
    OverlapMeasured,
    SaveFilm,
    ShowFilm,
    TrainDecoder,
)
from engine.interpolate.nearest import kept_index
from engine.interpolate.patch_index import kept_patch_quality
from engine.interpolate.split import INPUT
from engine.interpolate.values import LONELY, PICTURES, LineKey, LinePoint
from engine.measures.values import LayerOverlap, RunOverlap
from engine.project.runs import RunFolder
from engine.project.titles import named
from engine.training.run import open_run_data

E = TypeVar("E", bound=Event)


def run(arguments: argparse.Namespace) -> int:
    """Follow one pair of images in one or two runs, and the overlap over many pairs."""
    progress, driver = Progress(), Driver()
    paths = [path for path in arguments.things if (path / "run.toml").is_file()]
    images = [str(path) for path in arguments.things if path not in paths]
    if not paths or len(images) not in (0, 2):
        raise RunError("Give one or two run folders, then no image or two.")
    if arguments.steps < 2:
        raise RunError("A line has 2 steps or more.")
    use_place(paths, arguments.place)
    folders = [RunFolder.load(path) for path in paths]
    result: dict[str, object] = {"runs": [folder.path.name for folder in folders]}
    pairs = arguments.pairs if arguments.pairs is not None else 0 if arguments.out else 50
    if pairs:
        overlaps = [_many(driver, folder, arguments, pairs, progress) for folder in folders]
        _show_overlaps(overlaps)
        result["overlaps"] = [asdict(each) for each in overlaps]
    if arguments.out is not None:
        result |= _film(driver, folders, images, arguments, progress)
    if arguments.json:
        print_json(result)
    return Exit.DONE


def _only(events: Sequence[Event], kind: type[E]) -> E:
    """The last event of a kind."""
    return [event for event in events if isinstance(event, kind)][-1]


def _many(
    driver: Driver,
    folder: RunFolder,
    arguments: argparse.Namespace,
    pairs: int,
    progress: Progress,
) -> RunOverlap:
    textures = tuple(arguments.textures) if arguments.textures else None
    command = MeasureOverlap(next_job(), str(folder.path), textures, pairs, arguments.seed)
    return _only(driver.run(command, progress=progress), OverlapMeasured).overlap


def _show_overlaps(overlaps: list[RunOverlap]) -> None:
    layers: Columns[LayerOverlap] = (
        Column("layer", lambda x: "pixels (control)" if x.layer == INPUT else x.layer),
        Column("pairs", lambda x: len(x.pairs)),
        Column(
            f"above {', '.join(f'{level:g}' for level in overlaps[0].levels)}",
            lambda x: ", ".join(percent(mean, 1) for _, mean in x.by_level),
        ),
        Column(
            "overlap (95 % over pairs)",
            lambda x: f"{percent(x.mean, 1)} ({percent(x.low, 1)} to {percent(x.high, 1)})",
        ),
    )
    columns: Columns[tuple[RunOverlap, LayerOverlap]] = (
        Column("run", lambda row: row[0].run),
        *of(lambda row: row[1], layers),
    )
    say(table(Table(columns, [(each, layer) for each in overlaps for layer in each.layers])))
    first = overlaps[0]
    say(
        f"share of the line between {first.textures[0]} and {first.textures[1]} on which both "
        "defects have a probability above a level, and the mean over the levels; windows of "
        f"{first.images} test images"
    )


def _ends(data: DataSet, folder: RunFolder, images: list[str], textures: list[str]) -> list[int]:
    """Images the line joins: those named, or the first defective test image of two textures.

    Raises
    ------
    DataError
        A file is not of the data set, or there are no two textures with defects.
    """
    if images:
        places = {file: index for index, file in enumerate(data.files)}
        named = [_inside(file, data.root) for file in images]
        for file in named:
            if file not in places:
                raise DataError("{file}: not an image of {path}.", file=file, path=data.root)
        return [places[file] for file in named]
    bad = [i for i in folder.read_split(data).test if data.samples[i].label.defective]
    result = {data.samples[i].label.texture: i for i in reversed(bad)}
    names = textures or list(dict.fromkeys(data.samples[i].label.texture for i in bad))[:2]
    if len(names) < 2 or any(name not in result for name in names):
        raise DataError("Interpolation needs two textures with defective test images.")
    return [result[name] for name in names]


def _inside(file: str, root: Path) -> str:
    """A file as the data set names it, also where it was given with its path."""
    path = Path(file).absolute()
    return (
        path.relative_to(root.absolute()).as_posix()
        if path.is_relative_to(root.absolute())
        else file
    )


def _film(
    driver: Driver,
    folders: list[RunFolder],
    images: list[str],
    arguments: argparse.Namespace,
    progress: Progress,
) -> dict[str, object]:
    if len(folders) > 2:
        raise RunError("A picture takes one run or two.")
    record = folders[0].record
    for folder in folders:
        if folder.record.fingerprint != record.fingerprint:
            raise DataError("{run} was trained on other images.", run=folder.path.name)
    data, _ = open_run_data(folders[0])
    ends = _ends(data, folders[0], images, arguments.textures or [])
    opening = OpenData(next_job(), images_of(folders[0]), record.options)
    driver.run(opening, progress=progress)
    followed, flips = [], []
    for folder in folders:
        run = str(folder.path)
        if arguments.picture == "decoded" and kept_quality(folder) is None:
            driver.run(TrainDecoder(next_job(), run), progress=progress)
        if arguments.picture == "patches" and kept_patch_quality(folder) is None:
            driver.run(IndexPatches(next_job(), run), progress=progress)
        if arguments.nearest and kept_index(folder) is None:
            driver.run(IndexImages(next_job(), run), progress=progress)
        key = LineKey(run, ends[0], ends[1], arguments.layer)
        events = driver.run(FollowLine(next_job(), key, arguments.steps), progress=progress)
        followed.append(_only(events, LineFollowed))
        flips.append(_only(events, LineFlipped))
    keys = tuple(each.key for each in followed)
    shown = ShowFilm(next_job(), keys, arguments.picture, steps=arguments.steps)
    film = _only(driver.run(shown), FilmShown)
    saving = SaveFilm(
        next_job(), keys, str(arguments.out), arguments.picture, steps=arguments.steps
    )
    driver.run(saving, progress=progress)
    lines = [
        _said(folder, line, flip, points)
        for folder, line, flip, points in zip(folders, followed, flips, film.films, strict=True)
    ]
    files = [data.files[index] for index in ends]
    say(f"{files[0]} to {files[1]}: {arguments.out}")
    return {
        "images": files,
        "steps": arguments.steps,
        "overlap": lines[0]["overlap"],
        "verdicts": lines[0]["verdicts"],
        "file": str(arguments.out),
        "lines": lines,
    }


def _said(
    folder: RunFolder, line: LineFollowed, flipped: LineFlipped, points: tuple[LinePoint, ...]
) -> dict[str, object]:
    names, overlap = line.classes, line.curve.overlap
    both = (
        "no overlap of defects is defined, since an end is not defective"
        if overlap is None
        else f"both defects above 0.5 on {percent(overlap[0], 1)} of the line, above 0.3 on "
        f"{percent(overlap[1], 1)}"
    )
    say(f"{named(folder.path)}, {line.key.layer}: {both}")
    for flip in flipped.flips:
        leading = ", ".join(
            f"{shift.channel} ({shift.after - shift.before:+.2f})" for shift in flip.channels[:3]
        )
        say(
            f"  t = {flip.t:.3f}: {names[flip.before]} -> {names[flip.after]}; "
            f"channels that turn it most: {leading}"
        )
    near = [point.nearest for point in points]
    rare = [
        point.t
        for point, each in zip(points, near, strict=True)
        if each is not None and each.farther is not None and each.farther < LONELY
    ]
    if near[0] is not None and near[0].real is not None:
        most = max(each.distance for each in near if each is not None)
        say(
            f"  nearest real image: {most:.2f} of the line away at the most; real images lie "
            f"{near[0].real:.2f} from theirs (median); {len(rare)} of {some(len(points), 'step')} "
            f"lie farther than {percent(1 - LONELY, 0)} of real images do"
        )
    quality = kept_quality(folder)
    if quality is not None:
        say(
            f"  decoder: PSNR {quality.psnr:.1f} dB (flat grey {quality.flat_psnr:.1f}), "
            f"SSIM {quality.ssim:.2f} on {quality.images} test images"
        )
    patches = kept_patch_quality(folder)
    if patches is not None:
        defect = (
            ""
            if patches.defect is None
            else (
                f"; inside a defect {percent(patches.defect, 1)} from inside one, elsewhere "
                f"{percent(patches.raised or 0.0, 1)}"
            )
        )
        say(
            f"  patches of {patches.images} test images: {percent(patches.texture, 1)} have their "
            f"nearest real one in the same texture{defect}"
        )
    return {
        "run": folder.path.name,
        "layer": line.key.layer,
        "overlap": None if overlap is None else overlap[0],
        "overlap_at_0.3": None if overlap is None else overlap[1],
        "flips": [
            {"t": f.t, "before": names[f.before], "after": names[f.after]} for f in flipped.flips
        ],
        "verdicts": [names[point.label] for point in points],
        "scores": [point.score for point in points],
        "nearest": [None if each is None else asdict(each) for each in near],
        "decoder": None if quality is None else asdict(quality),
        "patches": None if patches is None else asdict(patches),
    }


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "things",
        metavar="RUN [RUN] [IMAGE IMAGE]",
        type=Path,
        nargs="+",
        help="one or two runs, and the images to join, as `check` names them or by path "
        "(the first defective test images of two textures)",
    )
    place_argument(parser)
    parser.add_argument(
        "--textures", nargs=2, metavar=("A", "B"), help="both ends (the first two with defects)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="draw the line, PNG or SVG")
    parser.add_argument("--steps", type=int, default=11, metavar="N", help="drawn (11)")
    parser.add_argument("--layer", default="", help="where the line lies (the last); or input")
    parser.add_argument(
        "--picture",
        choices=[picture for picture in PICTURES if picture != "channel"],
        default="sum",
        help="what is drawn of the features; patches are looked up, or a decoder is trained, where "
        "the run has none",
    )
    parser.add_argument(
        "--nearest", action="store_true", help="also the nearest real image at each step"
    )
    parser.add_argument(
        "--pairs",
        type=int,
        default=None,
        metavar="N",
        help="overlap over so many pairs of windows (50; 0 beside --out)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the pairs")
    json_flag(parser)
