"""Sets whose label files say where defects are: what each image is, by its marks and folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from engine.core.values import Problem, ReaderOptions
from engine.data.marks import Mark
from engine.data.readers.annotations.drawn import Drawn
from engine.data.readers.annotations.read import FORMATS, SILENT, Annotations
from engine.data.readers.listing import UNLABELLED, folded
from engine.data.readers.masks import Masks
from engine.data.readers.reading import Reading, kind_of, said_by_folder, split_of
from engine.data.readers.tree import Tree
from engine.data.sample import Label, Sample

NORMAL = Label("", "", False)

FEWEST = 0.2
"""Share of the images from which on label files of single images tell what a set is."""

UNSAID = (
    "{count} images in it have no label file, so nothing says whether they are normal. They are "
    "not read until you say: unlabelled = normal, or unlabelled = out."
)
LEFT_UNSAID = "{count} images in it are left out, as you said: nothing says what they are."
UNLABELLED_PART = (
    "{count} images in it are the set's own unlabelled part and are not read. They can be judged: "
    "inspect that folder."
)
SEVERAL = (
    "{count} images have regions of several kinds of defect. Each counts as the kind that covers "
    "most of it; all its regions are used."
)
AGAINST = (
    "Its folder's name says normal, its label file says {label}. The label file counts: move the "
    "image or mend the file."
)
TWO_FORMATS = "{count} images have labels in {kind} too. The files that were found first count."


def is_annotated(found: Annotations, tree: Tree) -> bool:
    """Whether the label files tell what the set is."""
    if found.whole and found.of:
        return True
    return len(found.of) >= max(1, FEWEST * tree.images)


def read_annotated(
    found: Annotations, tree: Tree, masks: Masks, options: ReaderOptions
) -> tuple[str, Reading]:
    """Read a set by its label files; returns the commonest format and the set."""
    result = Reading(problems=list(found.problems), used=dict(found.used))
    kind = Counter(found.format_of.values()).most_common(1)[0][0]
    silent = bool(SILENT & set(found.format_of.values()))
    normal = folded(options.normal)
    left: dict[str, int] = defaultdict(int)
    several = 0
    unused = masks.all
    for folder in tree.seen():
        inside = [folder.at(name) for name in folder.images]
        inside = [path for path in inside if path not in unused]
        any_said = any(path in found.of for path in inside)
        said = said_by_folder(folder, options.normal)
        part = split_of(folder)
        for path in inside:
            drawn = found.of.get(path)
            label: Label | None
            if drawn is not None:
                label, many = _label(drawn, normal)
                several += many
                if label.defective and said is False:
                    result.problems.append(Problem(path, AGAINST, {"label": label.name}, "note"))
            elif said is not None:
                label = Label("", "defective" if said else "", said)
            elif (silent and any_said) or options.answer("unlabelled") == "normal":
                label = Label("", "", False)
            else:
                left[folder.path] += 1
                continue
            marks: tuple[Mark, ...] = ()
            if drawn is not None and label.defective:
                marks = tuple(m for m in drawn.marks if kind_of(m.label)[0] and not (
                    normal and folded(m.label) == normal))  # fmt: skip
            its = masks.of.get(path, []) if label.defective and not marks else []
            result.samples.append(
                Sample(
                    path,
                    label,
                    Path(its[0]) if its else None,
                    part=found.parts.get(path, part),
                    marks=marks,
                    more=tuple(map(Path, its[1:])),
                )
            )
    _say_left(result, tree, left, options)
    if several:
        result.problems.append(Problem(str(tree.root), SEVERAL, {"count": str(several)}, "note"))
    for other, count in found.twice.items():
        values = {"count": str(count), "kind": FORMATS[other]}
        result.problems.append(Problem(str(tree.root), TWO_FORMATS, values, "note"))
    return kind, result


def _say_left(result: Reading, tree: Tree, left: dict[str, int], options: ReaderOptions) -> None:
    """Name the images that nothing says anything of."""
    for path, count in left.items():
        name = folded(Path(path).name) if path != str(tree.root) else ""
        if name in UNLABELLED:
            text, kind = UNLABELLED_PART, "note"
        elif options.answer("unlabelled") == "out":
            text, kind = LEFT_UNSAID, "note"
        else:
            text, kind = UNSAID, "ask"
        result.problems.append(Problem(path, text, {"count": str(count)}, kind, files=count))


def _label(drawn: Drawn, normal: str) -> tuple[Label, bool]:
    """What an image is by its marks, else by what is said of the whole; and whether by several."""
    if not drawn.marks and not drawn.labels:
        return NORMAL, False
    areas: dict[str, float] = defaultdict(float)
    for mark in drawn.marks:
        defective, kind = kind_of(mark.label)
        if defective and not (normal and folded(mark.label) == normal):
            areas[kind] += max(mark.area, 1e-12)
    if areas:
        return Label("", max(areas, key=lambda kind: (areas[kind], kind)), True), len(areas) > 1
    for said in drawn.labels:
        defective, kind = kind_of(said)
        if defective and not (normal and folded(said) == normal):
            return Label("", kind, True), False
    return Label("", "", False), False
