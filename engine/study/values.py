"""What a study found: plain values that windows, reports and files share.

The rules stand in docs/claims.md. Nothing here imports torch or Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.study.plan import StudyPlan
from engine.study.rules import RULES_VERSION

ENOUGH_AUC = 0.99
"""Mean test AUC at which labelled defects are enough."""


CLAIMS: dict[int, str] = {
    1: "Source and target features are far apart.",
    2: "Scratch without augmentation over-fits.",
    3: "Scratch with augmentation gets there, but needs very many iterations.",
    4: "Transfer gets there in few iterations without augmentation.",
    5: "Transfer changes weights less, and mostly the upper layers; scratch the reverse.",
    6: "Transfer's upper layers are sparse, scratch's are not.",
    7: "Transfer's features are flatter.",
    8: "Interpolation through transfer's features shows less overlap of both defects.",
    9: "Frozen features do badly.",
    10: "The transfer network compresses far better.",
}
"""The article's claims, in our words."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One part of a claim, measured.

    Attributes
    ----------
    name : what was compared
    folds : value in each fold, positive in the claimed direction
    mean : of the folds
    low, high : 95 % interval of the mean (Student's t, corrected for training images that folds
        share); None with one fold
    margin : the smallest effect worth the name
    outcome : holds, fails or open, for this part alone
    shown : the figures as people read them, such as "0.31 against 0.02"
    """

    name: Sentence
    folds: tuple[float, ...]
    mean: float
    low: float | None
    high: float | None
    margin: float
    outcome: str
    shown: Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """What the board says of one claim.

    Attributes
    ----------
    claim : 1 to 10
    outcome : holds, fails or open
    effects : its parts; empty where nothing could be measured
    reason : what decided, or what is missing and how to get it
    caveats : what must be read with it
    folds : folds behind it
    page : page of the window with the pictures behind it
    runs : names of the runs behind it
    """

    claim: int
    outcome: str
    effects: tuple[Effect, ...]
    reason: Sentence
    caveats: tuple[Sentence, ...]
    folds: int
    page: str
    runs: tuple[str, ...]

    @property
    def deciding(self) -> Effect | None:
        """The part to name where one is: the first with the outcome of all, else one that keeps
        the claim from holding.
        """
        same = [part for part in self.effects if part.outcome == self.outcome]
        against = [part for part in self.effects if part.outcome != "holds"]
        return next(iter((*same, *against, *self.effects)), None)


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting's test figures, pooled over its finished folds; every image is tested once.

    Attributes
    ----------
    setting, title : the setting and the network's name
    folds, images, defective : what was tested
    iterations, seconds : the longest run's steps, and the mean training time of a fold
    accuracy, accuracy_interval : share of right images in [0, 1], exact 95 %
    auc, auc_low, auc_high : mean over folds and Student's t interval over them
    overkills, escapes : counts, of (images - defective) and of defective
    overkill_interval, escape_interval : exact 95 %, None without a normal class
    augmented : whether its windows were shifted, turned or flipped
    runs : names of its runs
    """

    setting: Setting
    title: str
    folds: int
    images: int
    defective: int
    iterations: int
    seconds: float
    accuracy: float
    accuracy_interval: tuple[float, float]
    auc: float | None
    auc_low: float | None
    auc_high: float | None
    overkills: int
    escapes: int
    overkill_interval: tuple[float, float] | None
    escape_interval: tuple[float, float] | None
    augmented: bool
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """When one run's live validation first reached an AUC.

    Attributes
    ----------
    setting, fold, auc : whose and what
    iteration : of the first validation at or above it; the last one where it never was
    reached : whether it was; else the run is censored at `iteration`
    missed : iteration of the last validation below it before that, 0 without any: the run arrived
        after `missed`, at `iteration` at the latest
    step : iterations between its validations: how coarse the figure is
    images : live images the AUC is measured on
    """

    setting: Setting
    fold: int
    auc: float
    iteration: int
    reached: bool
    step: int
    images: int
    missed: int = 0


@dataclass(frozen=True, slots=True)
class CurveDraw:
    """One run of the curve of labelled defects, on its own fold's test images."""

    draw: int
    auc: float | None
    accuracy: float
    overkills: int
    normal: int
    escapes: int
    defective: int


@dataclass(frozen=True, slots=True)
class CurveDot:
    """One point of the curve of labelled defects.

    Attributes
    ----------
    setting : of its runs
    defects : labelled defects that trained (the mean over draws where all did)
    everything : whether these are all there were
    draws : one run each
    auc, auc_low, auc_high : mean over draws, Student's t interval (None with one draw)
    overkill, escape : pooled over draws, None where undefined
    overkill_interval, escape_interval : exact 95 % of the pooled counts
    """

    setting: Setting
    defects: int
    everything: bool
    draws: tuple[CurveDraw, ...]
    auc: float | None
    auc_low: float | None
    auc_high: float | None
    overkill: float | None
    escape: float | None
    overkill_interval: tuple[float, float] | None
    escape_interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Budget:
    """What more labelled defects would bring a setting; see :mod:`engine.study.budget`.

    Attributes
    ----------
    defects, more, draws : beyond the most that were tried, so many more; over so many draws
    auc, auc_low, auc_high : change of the AUC with its 95 % interval; None of one draw
    escape, escape_low, escape_high : by how much escape falls, at each draw's own threshold
    words : the same in a sentence
    """

    setting: Setting
    defects: int
    more: int
    draws: int
    auc: float
    auc_low: float | None
    auc_high: float | None
    escape: float | None
    escape_low: float | None
    escape_high: float | None
    words: Sentence


@dataclass(frozen=True, slots=True)
class Board:
    """Everything a study found so far.

    Attributes
    ----------
    study, plan, data : its name, what was asked, and the folder of the data set
    fingerprint, images, defective, baseline : of the data set
    on_test : whether live curves were measured on test folds (article preset)
    target : AUC x of claims 3 and 4
    rows : one a setting
    rival : what the small network shows
    rivals : what plain filters, the probe and the small network show, said first
    findings : the ten claims
    reach : every run of the board at several AUCs
    curve, answer : labelled defects, and the answer in one sentence
    done, total : finished runs and runs of the plan
    failed : (run, why) of those that failed
    device, versions, created : how and when it was made
    rules, rules_hash : version and hash of the rules it was filled by
    """

    study: str
    plan: StudyPlan
    data: str
    fingerprint: str
    images: int
    defective: int | None
    baseline: float
    on_test: bool
    target: float
    rows: tuple[SettingRow, ...]
    rival: Sentence | None
    findings: tuple[Finding, ...]
    reach: tuple[Reach, ...]
    curve: tuple[CurveDot, ...]
    answer: Sentence | None
    done: int
    total: int
    failed: tuple[tuple[str, str], ...]
    device: str
    versions: dict[str, str]
    created: str
    rules: int = RULES_VERSION
    budgets: tuple[Budget, ...] = ()
    rivals: tuple[Sentence, ...] = ()
    rules_hash: str = ""


@dataclass(frozen=True, slots=True)
class StudyTask:
    """One run of a study as it stands: its place in the queue and its run.

    `state` is waiting, running, done, stopped, interrupted or failed; `run` the run's folder.
    """

    part: str
    setting: Setting
    fold: int
    defects: int
    iterations: int
    state: str
    run: str = ""


@dataclass(frozen=True, slots=True)
class StudySummary:
    """A study as it stands on disk; `board` is None before it was filled."""

    plan: StudyPlan
    tasks: tuple[StudyTask, ...]
    board: Board | None


def kaplan_meier(reach: Sequence[Reach]) -> list[tuple[int, float]]:
    """Share of runs that have not reached the AUC yet: (iteration, share in [0, 1]) steps.

    Kaplan and Meier's estimate: at each iteration where runs arrive, the share left is
    multiplied by (1 - arrived / still under way); censored runs leave without arriving.
    """
    left, steps = 1.0, [(0, 1.0)]
    ordered = sorted(reach, key=lambda item: item.iteration)
    for iteration, group in groupby(ordered, key=lambda item: item.iteration):
        result = list(group)
        under_way = sum(item.iteration >= iteration for item in ordered)
        arrived = sum(item.reached for item in result)
        left *= 1 - arrived / under_way
        steps.append((iteration, left))
    return steps
