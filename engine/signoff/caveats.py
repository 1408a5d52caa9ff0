"""What a reader of a proof must know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.core.errors import RunError
from engine.core.values import Sentence
from engine.data.sample import DataSet
from engine.project.runs import RunFolder, list_runs
from engine.review.store import ReviewStore
from engine.signoff.messages import Proof
from engine.signoff.pictures import Pictures


def caveats_of(
    folder: RunFolder, data: DataSet, test: Sequence[int], pictures: Pictures, proof: Proof
) -> list[Sentence]:
    """What makes the figures better than they are, or narrower than they look."""
    record = folder.record
    result = [*proof.hollow, *_of_pictures(pictures, proof), *_of_looks(proof)]
    if record.on_test:
        result.append(
            Sentence(
                "This run kept no validation images: its progress was watched on these test "
                "images, so they are not unseen."
            )
        )
    rivals = _rivals(folder, data, frozenset(test))
    if rivals:
        result.append(
            Sentence(
                "{n} other run was tested on some of these images. If this one was chosen because "
                "it did better there, the figures flatter it: judge images that no run has seen."
                if rivals == 1
                else "{n} other runs were tested on some of these images. If this one was chosen "
                "because it did best there, the figures flatter it: judge images that no run has "
                "seen.",
                {"n": str(rivals)},
            )
        )
    doubted = _doubted(folder, data, test)
    if doubted:
        result.append(
            Sentence(
                "A person marked {n} of these labels for relabel, and the counts still follow the "
                "old ones. Make the data version and judge it first.",
                {"n": str(doubted)},
            )
        )
    groups = [data.samples[i].group for i in test]
    if any(groups):
        apart = len({group or f"\0{i}" for i, group in zip(test, groups, strict=True)})
        result.append(
            Sentence(
                "The bound takes parts as independent. These images come from {n} group; where "
                "parts of a lot are alike, it is too narrow."
                if apart == 1
                else "The bound takes parts as independent. These images come from {n} groups; "
                "where parts of a lot are alike, it is too narrow.",
                {"n": str(apart)},
            )
        )
    result.append(
        Sentence(
            "It speaks of parts and defects like these. Kinds of defect that are not among the "
            "test images are not covered."
        )
    )
    return result


def _of_pictures(pictures: Pictures, proof: Proof) -> Iterator[Sentence]:
    if proof.seen:
        yield Sentence(
            "{n} of its test images show what the network was shown in training or validation; "
            "they are not counted.",
            {"n": str(proof.seen)},
        )
    if proof.copies:
        yield Sentence(
            "{n} of its defective test images are copies of others: {all} pictures are counted.",
            {"n": str(proof.copies), "all": str(proof.defective)},
        )
    if not pictures.checked:
        yield Sentence(
            "This data set was never checked, so that pictures that are nearly the same are "
            "counted apart: check it on the Data page."
        )
    elif pictures.open:
        yield Sentence(
            "{n} findings of the check of this data set are open. Decide them first.",
            {"n": str(pictures.open)},
        )


def _of_looks(proof: Proof) -> Iterator[Sentence]:
    if proof.looks:
        yield Sentence(
            "There were {n} looks before, at other parts of this project; the record lists what "
            "came of them.",
            {"n": str(len(proof.looks))},
        )
    plan = proof.plan
    if plan is not None and plan.kind == "looks":
        yield Sentence(
            "{n} looks were planned beforehand, so each is made with {level} confidence.",
            {"n": str(plan.amount), "level": f"{100 * proof.level:.2f} %"},
        )
    elif plan is not None:
        yield Sentence("{n} defective parts were planned beforehand.", {"n": str(plan.amount)})


def _doubted(folder: RunFolder, data: DataSet, test: Sequence[int]) -> int:
    """Test images whose label a person marked for relabel."""
    with ReviewStore(folder.project) as store:
        marked = {r.file for r in store.of_data(data.fingerprint) if r.said == "relabel"}
    return sum(data.files[i] in marked for i in test)


def _rivals(folder: RunFolder, data: DataSet, test: frozenset[int]) -> int:
    """Other finished runs of the project that were tested on any of these images."""
    count = 0
    for other in list_runs(folder.project):
        record = other.record
        if other.path.name == folder.path.name or record.test is None:
            continue
        if record.fingerprint == data.fingerprint and _meet(other, data, test):
            count += 1
    return count


def _meet(other: RunFolder, data: DataSet, test: frozenset[int]) -> bool:
    try:
        return not test.isdisjoint(other.read_split(data).test)
    except RunError:
        return False
