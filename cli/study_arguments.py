"""Arguments of `study` and `report`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from engine.core.recipe import Setting
from engine.study.plan import ALL_SETTINGS, DEFECT_COUNTS, DEFECT_SETTINGS


def add_study(parser: argparse.ArgumentParser, columns: Callable[[str], tuple[str, str]]) -> None:
    """Arguments of `study`."""
    parser.add_argument(
        "data",
        metavar="DIR",
        type=Path,
        nargs="?",
        help="folder or manifest; without it, go on with the study",
    )
    parser.add_argument("--project", type=Path, required=True, metavar="P")
    parser.add_argument("--name", default="study", help="of the study (study)")
    parser.add_argument("--settings", type=_settings, default=ALL_SETTINGS, metavar="A,B")
    parser.add_argument(
        "--folds",
        type=_folds,
        default=((1, 2), 5),
        metavar="1,2/5",
        help="which folds are run, of how many (1,2/5)",
    )
    parser.add_argument("--iterations", type=int, metavar="N", help="of all but the small network")
    parser.add_argument("--preset", choices=["article", "recommended"], default="recommended")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="SETTING:NAME=VALUE",
        help="a recipe entry of one setting, for example scratch-aug:iterations=6000",
    )
    parser.add_argument("--source", type=Path, metavar="DIR", help="photographs, for claim 1")
    parser.add_argument(
        "--control", type=Path, metavar="DIR", help="other photographs, its control"
    )
    parser.add_argument("--images", type=int, default=100, metavar="N", help="measured (100)")
    parser.add_argument(
        "--target", type=float, default=0.95, metavar="AUC", help="x of claims 3, 4"
    )
    parser.add_argument(
        "--defects",
        type=_counts,
        nargs="?",
        const=DEFECT_COUNTS,
        default=(),
        metavar="1,2,5,all",
        help="also the curve of labelled defects (1,2,5,10,20,50,all)",
    )
    parser.add_argument("--defect-settings", type=_settings, default=DEFECT_SETTINGS, metavar="A,B")
    parser.add_argument("--draws", type=int, default=3, metavar="N", help="of each point (3)")
    parser.add_argument("--defects-set", action="append", default=[], metavar="SETTING:NAME=VALUE")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--no-train", action="store_true", help="only judge the runs there are")
    parser.add_argument("--layout", default="", help="csv, dagm, dagm6, mvtec or folders")
    parser.add_argument("--normal", default="", metavar="NAME", help="the class that is normal")
    parser.add_argument("--column", type=columns, action="append", default=[], metavar="ROLE=NAME")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    parser.add_argument("--report", type=Path, metavar="FILE", help="where to write the report")
    parser.add_argument("--language", choices=["en", "ko"], default="en", help="of the report")


def plan_defaults() -> dict[str, object]:
    """What the options that make a plan are where nobody gives them."""
    parser = argparse.ArgumentParser()
    add_study(parser, lambda text: (text, text))
    found = vars(parser.parse_args(["--project", "."]))
    others = ("data", "project", "name", "no_train", "report", "language", "json")
    return {name: value for name, value in found.items() if name not in others}


def add_report(parser: argparse.ArgumentParser) -> None:
    """Arguments of `report`."""
    parser.add_argument("project", metavar="P", type=Path, help="project folder")
    parser.add_argument("--name", default="study", help="of the study (study)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="HTML file (the study's folder)")
    parser.add_argument("--language", choices=["en", "ko"], default="en")


def _settings(text: str) -> tuple[Setting, ...]:
    try:
        return tuple(Setting(name) for name in text.split(","))
    except ValueError:
        names = ", ".join(Setting)
        raise argparse.ArgumentTypeError(f"'{text}': settings are {names}") from None


def _folds(text: str) -> tuple[tuple[int, ...], int]:
    which, slash, count = text.partition("/")
    try:
        if not slash:
            return tuple(range(1, int(which) + 1)), int(which)
        return tuple(int(part) for part in which.split(",")), int(count)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1,2/5 or 5") from None


def _counts(text: str) -> tuple[int, ...]:
    try:
        return tuple(0 if part == "all" else int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1,2,5,all") from None
