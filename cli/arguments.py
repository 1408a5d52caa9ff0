"""Arguments that several commands share. Scripts rely on them; see docs/command-line.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.core.values import ANSWERS, FOLDER_ROLES, ReaderOptions
from engine.data.readers.detect import LAYOUTS


def columns(text: str) -> tuple[str, str]:
    """Read "image=Filename": a role and the manifest's column for it."""
    role, equals, name = text.partition("=")
    if not equals or role not in ("image", "class", "defect", "mask", "group", "split"):
        raise argparse.ArgumentTypeError(
            f"'{text}' is not like image=Filename (image, class, defect, mask, group, split)"
        )
    return role, name


def json_flag(parser: argparse.ArgumentParser) -> None:
    """The argument of commands that scripts read."""
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")


def scheduler_argument(parser: argparse.ArgumentParser) -> None:
    """The argument of commands whose work several processes or computers can share."""
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="local:N|tcp://HOST:PORT",
        help="N processes on this computer, or the workers of a Dask scheduler (docs/scale.md)",
    )


def data_arguments(parser: argparse.ArgumentParser) -> None:
    """A data set, and what the user says about its layout."""
    parser.add_argument("data", metavar="DIR", type=Path, help="folder or CSV manifest")
    reader_arguments(parser)


def reader_arguments(parser: argparse.ArgumentParser) -> None:
    """What the user says about a data set's layout."""
    parser.add_argument("--layout", default="", help=", ".join(LAYOUTS))
    parser.add_argument("--normal", default="", metavar="NAME", help="the class that is normal")
    parser.add_argument(
        "--column",
        type=columns,
        action="append",
        default=[],
        metavar="ROLE=NAME",
        help="the manifest's column for image, class, defect, mask, group or split",
    )
    parser.add_argument(
        "--role",
        type=role,
        action="append",
        default=[],
        metavar="FOLDER=ROLE",
        help=f"what a folder is: {', '.join(FOLDER_ROLES)}",
    )
    parser.add_argument(
        "--answer",
        type=answer,
        action="append",
        default=[],
        metavar="QUESTION=ANSWER",
        help="what a finding asked: masks=inverted, cut=0.5, unlabelled=normal",
    )
    parser.add_argument(
        "--grey",
        type=float,
        nargs=2,
        metavar=("LOW", "HIGH"),
        help="grey window of files with more than 8 bits (found out)",
    )


def role(text: str) -> tuple[str, str]:
    """Read "line 1/day=lot": a folder from the set's root, "." for the root, and what it is."""
    folder, equals, name = text.rpartition("=")
    if not equals or name not in FOLDER_ROLES:
        raise argparse.ArgumentTypeError(f"'{text}' is not like FOLDER={'|'.join(FOLDER_ROLES)}")
    plain = "/".join(p for p in folder.replace("\\", "/").split("/") if p not in ("", "."))
    return plain, name


def answer(text: str) -> tuple[str, str]:
    """Read "masks=inverted": a question that a finding asked, and what is right."""
    question, equals, said = text.partition("=")
    if not equals or question not in ANSWERS:
        raise argparse.ArgumentTypeError(f"'{text}' is not like {'|'.join(ANSWERS)}=ANSWER")
    if ANSWERS[question] and said not in ANSWERS[question]:
        raise argparse.ArgumentTypeError(f"{question} is one of {', '.join(ANSWERS[question])}")
    return question, said


def reader_options(arguments: argparse.Namespace) -> ReaderOptions:
    """What the user said about the layout of the data."""
    return ReaderOptions(
        arguments.layout,
        arguments.normal,
        tuple(arguments.column),
        tuple(arguments.role),
        tuple(arguments.answer),
        tuple(arguments.grey or ()),
    )


def place_argument(parser: argparse.ArgumentParser) -> None:
    """The argument of commands that look at a run's images again."""
    parser.add_argument(
        "--data",
        dest="place",
        type=Path,
        metavar="DIR",
        help="where the run's images are now, if they were moved; its project remembers it",
    )


def folds_argument(text: str) -> tuple[tuple[int, ...], int]:
    """Read "1,2/5" or "5": which folds are run (1-based), and of how many."""
    which, slash, count = text.partition("/")
    try:
        if not slash:
            return tuple(range(1, int(which) + 1)), int(which)
        return tuple(int(part) for part in which.split(",")), int(count)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1,2/5 or 5") from None
