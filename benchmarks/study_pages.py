"""A study's board as a page of docs: a table of the ten claims, and its pictures as SVG.

    python benchmarks/study_pages.py PROJECT NAME docs/results/NAME

Writes NAME.md beside the folder of pictures; run the study first.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from engine.core.report_words import Words
from engine.project.runs import list_runs
from engine.study.report import auc_text, drawings, effect_text, interval_text, percent_text
from engine.study.store import StudyFolder
from engine.study.values import CLAIMS, Board, CurveDot, SettingRow

PICTURES = {
    "claim1": "Claim 1: source, target and control windows, first two components.",
    "claim2": "Claim 2: training loss (grey) and accuracy on live validation images.",
    "claim3": "Claim 3: share of folds that reached the target AUC; a bar marks a run that ended first.",
    "claim4": "Claim 4: AUC on live validation images.",
    "claim5": "Claim 5: weight change per layer, strokes: its null; whiskers: least and greatest fold.",
    "claim6": "Claim 6: share of dead channels per layer, the source network beside.",
    "claim7": "Claim 7: flatness index beside its Gaussian control.",
    "claim8": "Claim 8: share of the line on which both defects show.",
    "claim9": "Claim 9: test accuracy with exact intervals.",
    "claim10": "Claim 10: what students have less than their teachers, a mark each.",
    "curve": "Test AUC against labelled defects.",
}


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(cells) + " |" for cells in (heads, *rows)]
    lines.insert(1, "|" + "---|" * len(heads))
    return "\n".join(lines)


def setting_cells(row: SettingRow) -> list[str]:
    return [
        row.setting.value,
        str(row.folds),
        f"{row.iterations:,}",
        f"{percent_text(row.accuracy)} ({interval_text(row.accuracy_interval)})",
        auc_text(row.auc, row.auc_low, row.auc_high),
        f"{row.overkills}/{row.images - row.defective} ({interval_text(row.overkill_interval)})",
        f"{row.escapes}/{row.defective} ({interval_text(row.escape_interval)})",
        f"{row.seconds:,.0f}",
    ]


def dot_cells(dot: CurveDot) -> list[str]:
    return [
        dot.setting.value,
        f"{dot.defects}{' (all)' if dot.everything else ''}",
        ", ".join("n/a" if d.auc is None else f"{d.auc:.3f}" for d in dot.draws),
        auc_text(dot.auc, dot.auc_low, dot.auc_high),
        f"{percent_text(dot.overkill, 1)} ({interval_text(dot.overkill_interval)})",
        f"{percent_text(dot.escape, 1)} ({interval_text(dot.escape_interval)})",
    ]


def page(board: Board, name: str, pictures: list[str]) -> str:
    """The whole page."""
    parts = [
        f"# Study {name}",
        f"{board.images} images, {board.defective} defective; {board.done} of {board.total} runs; "
        f"folds {', '.join(map(str, board.plan.run_folds))} of {board.plan.folds}; "
        f"{board.plan.preset.value} preset, seed {board.plan.seed}; {board.device}; rules version "
        f"{board.rules}. Data fingerprint {board.fingerprint[:12]}.",
    ]
    parts += [f"**{sentence}**" for sentence in (board.rival, board.answer) if sentence]
    heads = ["setting", "folds", "iterations", "accuracy (95 %)", "AUC", "overkill (95 %)",
             "escape (95 %)", "training, s a fold"]  # fmt: skip
    parts.append(table(heads, [setting_cells(row) for row in board.rows]))
    parts.append(f"Never a defect: {percent_text(board.baseline)}.")
    if board.curve:
        heads = ["setting", "labelled defects", "AUC of each draw", "mean AUC (95 %)",
                 "overkill (95 %)", "escape (95 %)"]  # fmt: skip
        parts.append(table(heads, [dot_cells(dot) for dot in board.curve]))
    rows = []
    for finding in board.findings:
        figures = "<br>".join(
            f"{part.name}: {part.shown}; effect {effect_text(part)}, margin {part.margin:.2g}, "
            f"{part.outcome}"
            for part in finding.effects
        )
        said = " ".join(map(str, (finding.reason, *finding.caveats)))
        rows.append(
            [str(finding.claim), CLAIMS[finding.claim], f"**{finding.outcome}**", figures, said]
        )
    parts.append(table(["", "claim", "finding", "figures", "why"], rows))
    for key in pictures:
        parts.append(f"![{PICTURES[key]}]({name}/{key}.svg)\n\n{PICTURES[key]}")
    parts += [f"Failed: {run}: {why}" for run, why in board.failed]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("name")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    board = StudyFolder(arguments.project, arguments.name).read_board()
    if board is None:
        raise SystemExit("run the study first")
    runs = {run.path.name: run for run in list_runs(arguments.project)}
    arguments.out.mkdir(parents=True, exist_ok=True)
    made = []
    for key, make in drawings(board, runs, Words("en")).items():
        svg = make()
        if svg is not None:
            (arguments.out / f"{key}.svg").write_text(svg + "\n", "utf-8")
            made.append(key)
    target = arguments.out.with_suffix(".md")
    target.write_text(page(board, arguments.out.name, made), "utf-8")
    print(target)


if __name__ == "__main__":
    main()
