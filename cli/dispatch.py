"""Running a command and turning what goes wrong into one line and an exit code."""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import traceback
from collections.abc import Callable
from pathlib import Path

from cli.commands import check, synth, weights
from cli.compare import compare
from cli.compress import compress, latency
from cli.demo import demo
from cli.doctor import doctor
from cli.drift import drift
from cli.drive import JobFailedError
from cli.evaluate import evaluate
from cli.export import export
from cli.fast import fast
from cli.folds import folds
from cli.inspect import inspect
from cli.interpolate import interpolate
from cli.measure import measure
from cli.review import review
from cli.sign_off import sign_off
from cli.study import report, study
from cli.terminal import Exit, fail
from cli.train import train
from engine.core.errors import TransferLensError
from engine.core.runtime import log_folder

COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "demo": demo,
    "synth": synth,
    "check": check,
    "folds": folds,
    "compare": compare,
    "sign-off": sign_off,
    "train": train,
    "inspect": inspect,
    "drift": drift,
    "evaluate": evaluate,
    "review": review,
    "measure": measure,
    "interpolate": interpolate,
    "compress": compress,
    "latency": latency,
    "export": export,
    "fast": fast,
    "study": study,
    "report": report,
    "weights": weights,
    "doctor": doctor,
}


def run_command(arguments: argparse.Namespace) -> int:
    """Run the command; unusable input gives one line and 2, a bug a log and 1, Ctrl-C 130."""
    logging.basicConfig(level=logging.CRITICAL)
    try:
        return COMMANDS[arguments.command](arguments)
    except TransferLensError as error:
        fail(str(error))
        return Exit.USAGE
    except KeyboardInterrupt:
        fail("cancelled")
        return Exit.CANCELLED
    except JobFailedError as error:
        fail(f"{error} {_write_log(error.details)}")
        return Exit.FAILED
    except Exception as error:
        details = traceback.format_exc()
        fail(f"unexpected error: {type(error).__name__}: {error}. {_write_log(details)}")
        return Exit.FAILED


def _write_log(details: str) -> Path:
    path = log_folder() / f"{dt.datetime.now():%Y-%m-%d-%H%M%S}.log"
    path.write_text(details, encoding="utf-8")
    return path
