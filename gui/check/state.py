"""What is odd about the open data set, what was decided of it, its folds and views. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.check.messages import ViewsShown
from engine.core.values import SampleRow
from engine.data.messages import SampleShown
from engine.data.values import CheckItem, FoldPlan, GroupRule
from gui.store.steps import Steps

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """A change of what is decided of findings: (key, before, after) of each."""

    changes: tuple[tuple[Key, str, str], ...]
    order: int


@dataclass(frozen=True, slots=True)
class FoldChoice:
    """The rule that groups come from, how many folds there are, and the seed of their draw."""

    rule: GroupRule = field(default_factory=GroupRule)
    folds: int = 5
    seed: int = 0


def made_of(plan: FoldPlan) -> FoldChoice:
    """Return what a plan was made of."""
    return FoldChoice(plan.rule, len(plan.counts), plan.seed)


Moves = tuple[tuple[str, int], ...]
"""Groups and the folds they are put into."""


@dataclass(frozen=True, slots=True)
class FoldUse:
    """A change of the project's groups and folds; `back` and `forth` move single groups."""

    before: FoldChoice
    after: FoldChoice
    order: int
    back: Moves = ()
    forth: Moves = ()


@dataclass(slots=True)
class Checking:
    """A look at the open data set.

    Attributes
    ----------
    items
        All findings, the gravest first.
    known
        The set was checked; without it there may be findings yet.
    place
        The finding looked at, by its place in `items`; -1 for none.
    other
        Of a pair, keys act on the other image.
    pictures, failed
        Images of the finding looked at, and why one cannot be shown, by index.
    steps
        What was decided since the data set was opened.
    views, views_failed
        Training views asked for last, and why there are none, translated.
    """

    items: list[CheckItem] = field(default_factory=list)
    known: bool = False
    place: int = -1
    other: bool = False
    pictures: dict[int, SampleShown] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)
    steps: Steps[Decision] = field(default_factory=Steps)
    views: ViewsShown | None = None
    views_failed: str = ""

    @property
    def item(self) -> CheckItem | None:
        """The finding looked at."""
        return self.items[self.place] if 0 <= self.place < len(self.items) else None

    @property
    def decided(self) -> int:
        """Findings that were decided."""
        return sum(bool(item.decision) for item in self.items)

    @property
    def left_out(self) -> int:
        """Images that the next data version is made without."""
        return len({item.leaves for item in self.items if item.leaves >= 0})

    def place_of(self, key: Key) -> int:
        """Return the place of a finding, -1 if it is not there."""
        return next((n for n, item in enumerate(self.items) if item.key == key), -1)

    def decide(self, decisions: dict[Key, str]) -> None:
        """Write decisions into the findings."""
        for place, item in enumerate(self.items):
            said = decisions.get(item.key)
            if said is not None and said != item.decision:
                self.items[place] = replace(item, decision=said)

    def place_pairs(self, samples: tuple[SampleRow, ...]) -> bool:
        """Say anew which pairs lie in different folds; True if that changed."""
        changed = False
        for place, item in enumerate(self.items):
            if item.other >= 0:
                apart = samples[item.index].fold != samples[item.other].fold
                if apart != item.straddles:
                    self.items[place] = replace(item, straddles=apart)
                    changed = True
        return changed


@dataclass(slots=True)
class Folding:
    """Groups and folds of the open data set.

    Attributes
    ----------
    plan, failed
        Those of the rule asked for last, and why there are none, translated.
    choice
        Those in use; None before the engine has said it.
    uses
        What was used and moved since the data set was opened.
    """

    plan: FoldPlan | None = None
    failed: str = ""
    choice: FoldChoice | None = None
    uses: Steps[FoldUse] = field(default_factory=Steps)

    @property
    def rule(self) -> GroupRule | None:
        """The rule in use; None before the engine has said it."""
        return None if self.choice is None else self.choice.rule
