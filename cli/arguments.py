"""The command line's arguments. Scripts rely on them; see docs/command-line.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.compress_arguments import add_compress, add_export, add_fast, add_latency, add_place
from cli.study_arguments import add_report, add_study
from engine.core.recipe import Preset, Setting, View
from engine.interpolate.values import PICTURES


def textures(text: str) -> tuple[int, ...]:
    """Read "1-6" or "1,3,5"."""
    found: list[int] = []
    try:
        for part in text.split(","):
            first, _, last = part.partition("-")
            found += range(int(first), int(last or first) + 1)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1-6 or 1,3,5") from None
    return tuple(found)


def fold(text: str) -> tuple[int, int]:
    """Read "2/5": fold 2 of 5."""
    first, _, last = text.partition("/")
    try:
        return int(first), int(last)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1/5") from None


def move(text: str) -> tuple[str, int]:
    """Read "lot7=2": a group and the fold it is put into."""
    group, equals, number = text.rpartition("=")
    try:
        if not equals or not group:
            raise ValueError
        return group, int(number)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like lot7=2") from None


def columns(text: str) -> tuple[str, str]:
    """Read "image=Filename": a role and the manifest's column for it."""
    role, equals, name = text.partition("=")
    if not equals or role not in ("image", "class", "defect", "mask", "group", "split"):
        raise argparse.ArgumentTypeError(
            f"'{text}' is not like image=Filename (image, class, defect, mask, group, split)"
        )
    return role, name


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="transferlens",
        description="Find out whether ImageNet transfer learning solves your inspection task. "
        "Without a command, the window opens.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    demo = commands.add_parser("demo", help="make the demo project and run its short study")
    demo.add_argument("--dir", type=Path, default=Path("demo"), help="where to put it (./demo)")
    demo.add_argument("--headless", action="store_true", help="in the terminal, without a window")
    demo.add_argument(
        "--minutes", type=float, default=4.5, help="training time for each setting (4.5)"
    )
    _json(demo)

    synth = commands.add_parser("synth", help="write a generated data set in DAGM's layout")
    synth.add_argument("folder", metavar="DIR", type=Path)
    synth.add_argument("--textures", type=textures, default=(1, 2, 3, 4, 5, 6), metavar="1-6")
    synth.add_argument("--normal", type=int, default=1000, metavar="N")
    synth.add_argument("--defective", type=int, default=150, metavar="M")
    synth.add_argument("--size", type=int, default=512)
    synth.add_argument("--seed", type=int, default=0)
    _json(synth)

    check = commands.add_parser("check", help="say what a data set is and what is wrong with it")
    _data(check)
    check.add_argument(
        "--project", type=Path, help="keep what is found there, and add labels its runs doubt"
    )
    _json(check)

    folds = commands.add_parser("folds", help="which images a fold never separates, and the folds")
    _data(folds)
    folds.add_argument("--project", type=Path, required=True, help="whose runs are to have them")
    folds.add_argument(
        "--by",
        default="",
        metavar="WHAT",
        help="set (the data set's own groups), folder, or a regular expression for file names "
        "whose first group names the lot; as kept before, if left out",
    )
    folds.add_argument("--alike", action="store_true", help="keep pictures that are alike together")
    folds.add_argument("--folds", type=int, metavar="K", help="how many (as kept before, else 5)")
    folds.add_argument("--seed", type=int, metavar="S", help="of the draw (as before, else 0)")
    folds.add_argument(
        "--move",
        action="append",
        default=[],
        type=move,
        metavar="GROUP=FOLD",
        help="put a whole group into another fold; may be given again",
    )
    folds.add_argument("--keep", action="store_true", help="use these for runs trained from now on")
    _json(folds)

    _train(commands.add_parser("train", help="train a network"))

    inspect = commands.add_parser("inspect", help="judge a folder of images with a run")
    inspect.add_argument("run", metavar="RUN", type=Path)
    inspect.add_argument("images", metavar="IMAGES", type=Path)
    inspect.add_argument("--csv", type=Path, metavar="FILE", help="write one row an image")
    inspect.add_argument("--watch", action="store_true", help="go on with files as they arrive")
    inspect.add_argument(
        "--heat", type=Path, metavar="DIR", help="write a picture with the heat map for each image"
    )
    inspect.add_argument("--report", type=Path, metavar="FILE", help="write an HTML report")
    inspect.add_argument(
        "--language", choices=["en", "ko"], default="en", help="of the report (en)"
    )
    inspect.add_argument(
        "--no-familiarity",
        action="store_true",
        help="do not compare with the training images (which are looked at once a run)",
    )
    _json(inspect)

    drift = commands.add_parser("drift", help="how a run's scores went in operation")
    drift.add_argument("run", metavar="RUN", type=Path)
    drift.add_argument("--block", type=int, default=50, metavar="N", help="images of a block (50)")
    _json(drift)

    evaluate = commands.add_parser("evaluate", help="a run's figures on its held-out images")
    evaluate.add_argument("run", metavar="RUN", type=Path)
    add_place(evaluate)
    evaluate.add_argument(
        "--cost-ratio", type=float, metavar="R", help="an escape in overkills (the run's)"
    )
    evaluate.add_argument(
        "--locate", action="store_true", help="also hold the maps against the defects' regions"
    )
    evaluate.add_argument(
        "--adopt", action="store_true", help="make a new run with the threshold proposed"
    )
    _json(evaluate)

    compare = commands.add_parser("compare", help="two runs, image by image, and McNemar's test")
    compare.add_argument("one", metavar="RUN", type=Path)
    compare.add_argument("other", metavar="RUN", type=Path)
    add_place(compare)
    _json(compare)

    sign = commands.add_parser(
        "sign-off", help="prove that escape is at most so much, and sign it; or check a record"
    )
    sign.add_argument("run", metavar="RUN", type=Path, help="a run, or a signed record (.json)")
    add_place(sign)
    sign.add_argument(
        "--limit", type=float, default=0.05, metavar="X", help="of the escape rate (0.05)"
    )
    sign.add_argument(
        "--confidence", type=float, default=0.95, metavar="C", help="of the statement (0.95)"
    )
    sign.add_argument("--name", default="", help="who signs; without it nothing is signed")
    sign.add_argument("--comment", default="", help="goes into the record")
    sign.add_argument("--report", type=Path, metavar="FILE", help="write the page for the record")
    sign.add_argument("--language", choices=("en", "ko"), default="en", help="of the page (en)")
    _json(sign)
    review = commands.add_parser("review", help="images most worth a look, and their reviews")
    review.add_argument("run", metavar="RUN", type=Path)
    add_place(review)
    review.add_argument("--limit", type=int, default=20, metavar="N", help="images listed (20)")
    review.add_argument("--csv", type=Path, metavar="FILE", help="write one row an image")
    _json(review)

    measure = commands.add_parser("measure", help="what training changed in a run's network")
    measure.add_argument("runs", metavar="RUN", type=Path, nargs="+")
    add_place(measure)
    measure.add_argument("--images", type=int, default=100, metavar="N", help="test images (100)")
    measure.add_argument("--seed", type=int, default=0, metavar="S", help="of sample and windows")
    measure.add_argument(
        "--source", type=Path, metavar="DIR", help="photographs that stand in for the source data"
    )
    measure.add_argument(
        "--control",
        type=Path,
        metavar="DIR",
        help="more photographs, held against those of --source (which else are split in two)",
    )
    measure.add_argument("--tsne", action="store_true", help="draw t-SNE too, for the window")
    _json(measure)

    add_study(
        commands.add_parser("study", help="settings x folds, the ten claims, how many defects"),
        columns,
    )
    add_report(commands.add_parser("report", help="a study as one HTML file"))

    _interpolate(commands.add_parser("interpolate", help="from one defect to another"))

    add_compress(commands.add_parser("compress", help="make a run's network smaller"))
    add_latency(commands.add_parser("latency", help="how long runs take for an image"))
    add_export(commands.add_parser("export", help="a run as an ONNX file, compared with it"))

    fast = commands.add_parser("fast", help="from few defects to a quick, verified inspector")
    _data(fast)
    add_fast(fast)

    weights = commands.add_parser("weights", help="which source weights are here, and get more")
    actions = weights.add_subparsers(dest="action", metavar="ACTION", required=True)
    status = actions.add_parser("status", help="what is here and how to get the rest")
    _json(status)
    importing = actions.add_parser("import", help="verify a weight file and keep it")
    importing.add_argument("file", type=Path)
    _json(importing)
    download = actions.add_parser("download", help="download a set from torchvision's server")
    download.add_argument("set", help="its key, as 'weights status' lists it")
    _json(download)

    doctor = commands.add_parser("doctor", help="what works on this computer, and what to do")
    _json(doctor)
    return parser


def _interpolate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "things",
        metavar="RUN [RUN] [IMAGE IMAGE]",
        type=Path,
        nargs="+",
        help="one or two runs, and the images to join, as `check` names them or by path "
        "(the first defective test images of two textures)",
    )
    add_place(parser)
    parser.add_argument(
        "--textures", nargs=2, metavar=("A", "B"), help="both ends (the first two with defects)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="draw the line, PNG or SVG")
    parser.add_argument("--steps", type=int, default=11, metavar="N", help="drawn (11)")
    parser.add_argument("--layer", default="", help="where the line lies (the last); or input")
    parser.add_argument(
        "--picture",
        choices=PICTURES[:3] + PICTURES[4:],
        default="sum",
        help="what is drawn of the features; decoded: a decoder is trained if the run has none",
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
    _json(parser)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")


def _data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", metavar="DIR", type=Path, help="folder or CSV manifest")
    _reader(parser)


def _reader(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--layout", default="", help="csv, dagm, dagm6, mvtec or folders")
    parser.add_argument("--normal", default="", metavar="NAME", help="the class that is normal")
    parser.add_argument(
        "--column",
        type=columns,
        action="append",
        default=[],
        metavar="ROLE=NAME",
        help="the manifest's column for image, class, defect, mask, group or split",
    )


def _train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", metavar="DIR", type=Path, nargs="?", help="folder or manifest")
    parser.add_argument("--resume", type=Path, metavar="RUN", help="go on with a run")
    add_place(parser)
    parser.add_argument("--project", type=Path, metavar="P")
    parser.add_argument("--setting", choices=[item.value for item in Setting])
    parser.add_argument("--preset", choices=[p.value for p in Preset], default="recommended")
    parser.add_argument("--network")
    parser.add_argument("--iterations", type=int, metavar="N")
    parser.add_argument("--seconds", type=float, metavar="S", help="training time at the most")
    parser.add_argument("--split", choices=["folds", "official"], default="folds")
    parser.add_argument(
        "--fold", type=fold, metavar="I/K", help="1 of as many as 'folds --keep' chose, else of 5"
    )
    parser.add_argument("--defects", type=int, default=0, metavar="N", help="labelled defects used")
    parser.add_argument("--view", choices=[view.value for view in View], default="auto")
    parser.add_argument("--seed", type=int, metavar="S", help="as 'folds --keep' chose, else 0")
    parser.add_argument("--device", default="auto")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="any other recipe entry, for example --set learning_rate=0.003",
    )
    _reader(parser)
    _json(parser)
