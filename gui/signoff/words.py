"""A proof and a record in words. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.signoff.messages import Proof, SignOff
from gui.words.text import count, engine_text, fixed, moment, percent

tr = QCoreApplication.translate

MOST_NEEDED = 1_000_000
"""More parts than that are no help to anybody."""


def title(proof: Proof) -> str:
    """Say whether it is proven."""
    values = {"limit": percent(proof.limit), "confidence": percent(proof.confidence, 0)}
    if proof.passed:
        template = tr("signoff", "Proven: escape at most {limit} with {confidence} confidence")
    else:
        template = tr("signoff", "Not proven: escape at most {limit} with {confidence} confidence")
    return template.format(**values)


def reason(proof: Proof) -> str:
    """Say what was counted and what is lacking."""
    if proof.blocked is not None:
        return engine_text(proof.blocked.template, proof.blocked.values)
    template = tr(
        "signoff",
        "{escapes} of {n} defective test images escaped: that bounds the rate to {upper} "
        "(exact, one-sided).",
        "",
        proof.defective,
    )
    words = template.format(
        escapes=count(proof.escapes), n=count(proof.defective), upper=percent(proof.upper)
    )
    hollow = " ".join(engine_text(each.template, each.values) for each in proof.hollow)
    return " ".join(filter(None, (words, needed(proof), hollow)))


def auc_words(proof: Proof) -> list[str]:
    """Say how well defects are told from good parts, if that is known."""
    if proof.auc is None or proof.auc_interval is None:
        return []
    template = tr("signoff", "AUC {auc}, 95 % interval {low} to {high}.")
    low, high = proof.auc_interval
    return [template.format(auc=fixed(proof.auc), low=fixed(low), high=fixed(high))]


def plan_words(proof: Proof) -> list[str]:
    """Say what was planned, and which looks there were before."""
    lines = []
    if proof.plan is not None:
        template = (
            tr("signoff", "Planned on {date}: {n} defective parts.", "", proof.plan.amount)
            if proof.plan.kind == "parts"
            else tr("signoff", "Planned on {date}: {n} looks.", "", proof.plan.amount)
        )
        lines.append(template.format(date=proof.plan.made[:10], n=count(proof.plan.amount)))
    for look in proof.looks:
        template = tr("signoff", "Looked at on {date}: {run}, {escapes} of {n} escaped.")
        lines.append(
            template.format(
                date=look.made[:10],
                run=look.run,
                escapes=count(look.escapes),
                n=count(look.defective),
            )
        )
    return lines


def needed(proof: Proof) -> str:
    """Say how many further parts would prove it; "" if it is proven."""
    if not proof.more:
        return ""
    if proof.more >= MOST_NEEDED:
        return tr("signoff", "No number of further parts that is of any use would prove it.")
    if proof.escapes and proof.escapes / proof.defective > proof.limit:
        template = tr(
            "signoff",
            "{n} further defective parts without any escape would prove it; the rate seen is "
            "above the limit, so that is unlikely.",
            "",
            proof.more,
        )
    else:
        template = tr(
            "signoff",
            "{n} further defective parts without any escape would prove it.",
            "",
            proof.more,
        )
    return template.format(n=count(proof.more))


def when(record: SignOff) -> str:
    """When it was signed, in the user's time."""
    return moment(record.signed)


def standing(record: SignOff) -> str:
    """Whether a record can be relied on."""
    if not record.intact:
        return tr("signoff", "changed after signing")
    if not record.counted:
        return tr("signoff", "its figures are not its images'")
    if record.holds is None:
        return tr("signoff", "intact; the run is gone")
    if not record.holds:
        return tr("signoff", "intact; the run is another now")
    return tr("signoff", "intact")


def whose(record: SignOff) -> str:
    """Whose key signed it."""
    if record.own:
        return tr("signoff", "yours")
    return tr("signoff", "another than yours: {key}").format(key=record.key)
