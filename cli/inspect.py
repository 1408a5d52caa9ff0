"""The command `inspect`: judge a folder of images with a run."""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from cli.terminal import Exit, Progress, print_json, say
from engine.errors import DataError
from engine.inspection.folder import CsvWriter, arrivals, find_images, judge_files, verdict_word
from engine.messages import Prediction, Problem
from engine.project.runs import RunFolder
from engine.training.run import load_network


def inspect(arguments: argparse.Namespace) -> int:
    """Judge images, write the CSV, and go on watching if asked to."""
    folder = RunFolder.load(arguments.run)
    files = find_images(arguments.images)
    if not files and not arguments.watch:
        raise DataError("{path}: no images in it.", path=arguments.images)
    network = load_network(folder)
    labels = folder.record.labels
    has_normal = any(label.defective is False for label in labels)
    progress = Progress()
    rows: list[Prediction] = []
    failed: list[Problem] = []
    with ExitStack() as stack:
        writer = stack.enter_context(CsvWriter(arguments.csv, labels)) if arguments.csv else None

        def judge(batch: list[Path]) -> None:
            for number, found in enumerate(judge_files(folder, network, batch), start=1):
                if isinstance(found, Problem):
                    failed.append(found)
                    continue
                rows.append(found)
                if writer is not None:
                    writer.add(found)
                if writer is None or arguments.watch:
                    verdict = verdict_word(found, labels)
                    words = f"  {verdict}  {found.score:.4f}" if verdict else ""
                    say(f"{found.file}{words}  {found.class_name}")
                progress.show(f"judged {number}/{len(batch)}")

        try:
            judge(files)
            if arguments.watch:
                progress.show("waiting for new files; Ctrl-C ends", keep=True)
                for batch in arrivals(arguments.images, set(files)):
                    judge(batch)
        except KeyboardInterrupt:
            if not arguments.watch:
                raise  # what was judged so far stands in the CSV
        progress.clear()
    bad = sum(row.defective for row in rows)
    if has_normal:
        say(f"{len(rows)} images: {bad} defective, {len(rows) - bad} normal")
    else:
        counts = Counter(row.class_name for row in rows)
        say(f"{len(rows)} images: " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    if failed:
        say(f"{len(failed)} unreadable:")
    for problem in failed:
        say(f"  {problem.reason if problem.file in problem.reason else problem.file}")
    if arguments.json:
        print_json(
            {
                "images": len(rows),
                "defective": bad if has_normal else None,
                "failed": [{"file": p.file, "reason": p.reason} for p in failed],
                "csv": str(arguments.csv) if arguments.csv else None,
                "ms_per_image": statistics.median(r.ms for r in rows) if rows else None,
                "threshold": folder.record.threshold,
            }
        )
    return Exit.DONE
