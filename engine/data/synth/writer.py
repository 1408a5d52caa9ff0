"""Write generated images as a data set in the layout of the official DAGM 2007 release."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
from collections.abc import Generator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import scipy

from engine.core.errors import DataError
from engine.core.files import put
from engine.data.synth.layout import Job, SynthSpec, plan, render

__all__ = ["GENERATOR_VERSION", "SynthProgress", "SynthSpec", "write_dataset"]

#: Raised whenever the same seed gives other bytes.
GENERATOR_VERSION = 1

_CHUNK = 8  # images per task: small, so that a cancelled run stops within a second
_SPAWN_FROM = 60  # images; below this starting workers costs more than it saves
_ABOUT = (
    "These images are generated. They imitate the textures of DAGM 2007 and contain no pixel of it."
)


@dataclass(frozen=True, slots=True)
class SynthProgress:
    """How many images are written, and how many there will be."""

    done: int
    total: int


def write_dataset(
    root: Path, spec: SynthSpec, *, workers: int | None = None
) -> Generator[SynthProgress, None, None]:
    """Write a data set, image by image.

    Iterate to the end to finish; close the generator to cancel. Everything goes to a temporary
    folder beside ``root`` that is renamed at the end and deleted when cancelled.

    Parameters
    ----------
    root : pathlib.Path
        Folder to create; it may exist if it is empty.
    spec : SynthSpec
        What to generate.
    workers : int, optional
        Processes; 0 works in this one. By default 2, or 1 on a machine with one core, and none
        for a set too small to be worth it. The bytes written do not depend on it.

    Yields
    ------
    SynthProgress
        After each image, or each few images where processes share the work.

    Raises
    ------
    DataError
        At once if ``root`` holds something or ``spec`` is out of range; later if writing fails.
    """
    _check(spec)
    if workers is not None and workers < 0:
        raise DataError("The number of workers is {workers}; give 0 or more.", workers=workers)
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise DataError(
            "{root} exists and is not empty; choose a new folder or empty this one.", root=root
        )
    return _write(root, spec, workers)


def _check(spec: SynthSpec) -> None:
    """Raise DataError if the spec is out of range."""
    numbers = ", ".join(str(number) for number in spec.textures) or "none"
    if not spec.textures or any(number not in range(1, 7) for number in spec.textures):
        raise DataError("Textures asked for: {numbers}; choose from 1 to 6.", numbers=numbers)
    if len(set(spec.textures)) != len(spec.textures):
        raise DataError("Textures asked for: {numbers}; name each once.", numbers=numbers)
    if spec.normal < 0 or spec.defective < 0 or spec.normal + spec.defective == 0:
        raise DataError(
            "Images per texture asked for: {normal} normal and {defective} defective; ask for at "
            "least one and no negative number.",
            normal=spec.normal,
            defective=spec.defective,
        )
    if spec.size < 128:
        raise DataError("The image size is {size} px; choose 128 px or more.", size=spec.size)
    if spec.seed < 0:
        raise DataError("The seed is {seed}; choose 0 or more.", seed=spec.seed)


def _write(
    root: Path, spec: SynthSpec, workers: int | None
) -> Generator[SynthProgress, None, None]:
    total = len(spec.textures) * (spec.normal + spec.defective)
    if workers is None:
        workers = 0 if total < _SPAWN_FROM else min(2, os.cpu_count() or 1)
    work: Path | None = None
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        work = root.with_name(f".{root.name}-{os.getpid()}.part")
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        done = 0
        jobs = plan(work, spec)
        drawn = _in_process(jobs) if workers == 0 else _in_workers(jobs, workers)
        with closing(drawn) as counts:
            for count in counts:
                done += count
                yield SynthProgress(done, total)
        about = {
            "about": _ABOUT,
            "generator_version": GENERATOR_VERSION,
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "spec": asdict(spec),
        }
        (work / "synth.json").write_bytes((json.dumps(about, indent=2) + "\n").encode())
        work.chmod(0o755)  # mkdtemp makes a private folder
        if root.exists():
            root.rmdir()  # it is empty; not every system renames onto a folder
        put(work, root)
    except OSError as error:
        raise DataError(
            "{root}: the data set cannot be written ({reason}). Check the folder and free space.",
            root=root,
            reason=error.strerror or error,
        ) from error
    except BrokenProcessPool as error:
        raise DataError(
            "{root}: a process that was writing images stopped; try again, or with 0 workers.",
            root=root,
        ) from error
    finally:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)


def _render_chunk(jobs: list[Job]) -> int:
    """Draw a few images in a worker process; return how many."""
    for job in jobs:
        render(job)
    return len(jobs)


def _in_process(jobs: list[Job]) -> Generator[int, None, None]:
    """Draw the images one by one in this process; yield 1 for each."""
    for job in jobs:
        render(job)
        yield 1


def _in_workers(jobs: list[Job], workers: int) -> Generator[int, None, None]:
    """Draw the images in spawned processes; yield the size of each chunk that is done.

    Few chunks are in flight at a time, so that closing waits for little work.
    """
    chunks = (jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK))
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    try:
        waiting: set[Future[int]] = {
            pool.submit(_render_chunk, chunk) for chunk in islice(chunks, 2 * workers)
        }
        while waiting:
            finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                for chunk in islice(chunks, 1):
                    waiting.add(pool.submit(_render_chunk, chunk))
                yield future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
