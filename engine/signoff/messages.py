"""Signing an inspection model off: what its held-out images prove, and the signed record.

Values, commands and events. Nothing here imports torch or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import Sentence

CONFIDENCE = 0.95
"""What a statement is made with."""


OVERKILL_LIMIT = 0.2
"""A network that surely rejects more good parts than this is called no inspector."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was written down before looking: so many `parts`, or so many `looks`; when (UTC)."""

    number: int
    kind: str
    amount: int
    limit: float
    confidence: float
    made: str


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a proof: of which run, what was stated, what came of it, and when (UTC)."""

    run: str
    limit: float
    confidence: float
    defective: int
    escapes: int
    upper: float
    passed: bool
    made: str


@dataclass(frozen=True, slots=True)
class TextureProof:
    """Defective test images of one texture, escapes among them, and the upper bound of the rate."""

    texture: str
    defective: int
    escapes: int
    upper: float


@dataclass(frozen=True, slots=True)
class Proof:
    """What a run's test images say about "escape <= limit with this confidence".

    Counted are pictures, not files: copies of a picture are one, which escapes if one of them does;
    pictures that the network was shown in training or validation do not count.

    Attributes
    ----------
    run, threshold : the run's folder, and the threshold its verdicts are made with
    limit, confidence : of the statement, in (0, 1)
    defective, escapes : pictures
    upper : one-sided exact (Clopper-Pearson) upper bound of the escape rate; 1 without images
    passed : `upper` <= `limit`, and nothing stands in `hollow`
    more : defective parts, all found, that would still be needed to prove it; 0 if it is proven
    normal, overkills, overkill_upper : the same of normal images, as information
    unjudged : test images without a verdict; nothing is proven before all are judged
    textures : one by one, where there are several
    caveats : what a reader must know
    blocked : why it cannot be signed, None if it can
    copies : defective files that show what another one shows
    seen : test files, of either kind, that show what the network was shown
    overkill_lower : one-sided exact lower bound of overkill
    overkill_limit : above which that bound makes the proof hollow; a person sets it
    auc, auc_interval : of the pictures, None without both kinds
    level : confidence that bounds are worked out with: more than `confidence` where looks share it
    hollow : why it is not called proven although, or whether or not, the bound holds
    tied : it is known what made the verdicts
    plan : what was written down before, None if nothing was
    looks : looks before this one, the first one first
    """

    run: str
    threshold: float
    limit: float
    confidence: float
    defective: int
    escapes: int
    upper: float
    passed: bool
    more: int
    normal: int
    overkills: int
    overkill_upper: float
    unjudged: int
    textures: tuple[TextureProof, ...] = ()
    caveats: tuple[Sentence, ...] = ()
    blocked: Sentence | None = None
    copies: int = 0
    seen: int = 0
    overkill_lower: float = 0.0
    overkill_limit: float = 1.0
    auc: float | None = None
    auc_interval: tuple[float, float] | None = None
    level: float = CONFIDENCE
    hollow: tuple[Sentence, ...] = ()
    tied: bool = True
    plan: Plan | None = None
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signed record, as it is read back.

    Attributes
    ----------
    path : its file, in the project's folder ``sign-offs``
    proof : what was proven
    name, comment, signed : who, what they wrote, and when (UTC, ISO 8601)
    key : short fingerprint of the key it was signed with
    own : that key is this user's on this computer
    intact : the record is as it was signed
    holds : all that the verdicts depend on is as it was signed; None if the run is gone
    why : what is wrong where it is not intact or does not hold
    counted : the proof is what the record's own images come to
    thresholds : each texture's, of the plain probability, where each has its own
    """

    path: str
    proof: Proof
    name: str
    comment: str
    signed: str
    key: str
    own: bool
    intact: bool
    holds: bool | None
    why: Sentence | None = None
    counted: bool = True
    thresholds: dict[str, float] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """As it was signed, by this user's key, and still true of the run."""
        return self.intact and self.counted and self.own and self.holds is True


# ------------------------------------------------------------------ commands


@dataclass(frozen=True, slots=True)
class CheckSignOff(Command):
    """SignOffChecked: what the kept verdicts of a run prove. Interactive.

    It is a look, which the project keeps.
    """

    priority = Priority.INTERACTIVE

    run: str
    limit: float
    confidence: float = CONFIDENCE
    overkill_limit: float = OVERKILL_LIMIT


@dataclass(frozen=True, slots=True)
class PlanSignOff(Command):
    """SignOffPlanned: write down before looking how many "parts" or "looks" there will be.

    Interactive; nothing is looked at.
    """

    priority = Priority.INTERACTIVE
    kept_at_close = True

    run: str
    kind: str
    amount: int
    limit: float
    confidence: float = CONFIDENCE


@dataclass(frozen=True, slots=True)
class SignRun(Command):
    """RunSigned: freeze a proof, passed or failed, in a signed record. Interactive.

    Records are never overwritten.
    """

    priority = Priority.INTERACTIVE

    run: str
    limit: float
    name: str
    comment: str = ""
    confidence: float = CONFIDENCE
    overkill_limit: float = OVERKILL_LIMIT


@dataclass(frozen=True, slots=True)
class ReadSignOffs(Command):
    """SignOffsRead: all records of a project, the newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class WriteSignOff(Command):
    """SignOffWritten: a record as one HTML file, "en" or "ko". Interactive.

    `path` "": beside the record.
    """

    priority = Priority.INTERACTIVE

    record: str
    path: str = ""
    language: str = "en"


# ------------------------------------------------------------------ events


@dataclass(frozen=True, slots=True)
class SignOffChecked(Event):
    """What a run's test images prove, and how the bound falls with further parts.

    `curve`: (defective parts, upper bound of the escape rate) with the escapes there are, by number
    of parts.
    """

    proof: Proof
    curve: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class SignOffPlanned(Event):
    """A plan that was written down."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class RunSigned(Event):
    """A record that was signed just now."""

    record: SignOff


@dataclass(frozen=True, slots=True)
class SignOffsRead(Event):
    """Records of a project; `damaged` names files that are none."""

    project: str
    records: tuple[SignOff, ...]
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignOffWritten(Event):
    """Where a record's page was written."""

    path: str
