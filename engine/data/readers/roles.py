"""Folders by what their names are: classes, products, parts, lots, masks, or nothing.

The roles are proposed from names and from what lies where; a person can say others. Whatever they
are, every picture is read by them or named.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from engine.core.values import FOLDER_ROLES, Problem, ReaderOptions
from engine.data.readers.annotated import LEFT_UNSAID, UNLABELLED_PART
from engine.data.readers.listing import (
    DEFECT_NAMES,
    NO_CLASS,
    NORMAL_NAMES,
    PUT_AWAY,
    UNLABELLED,
    folded,
    split_name,
)
from engine.data.readers.masks import Blanks, Masks, find_masks, is_mask_folder
from engine.data.readers.reading import MASK, Reading
from engine.data.readers.tree import Folder, Tree
from engine.data.sample import Label, Sample

Roles = dict[tuple[str, ...], str]

ONLY_NORMAL = (
    "There are only normal images. The set can be looked over, judged by runs of other sets, and "
    "told from what is unfamiliar; training needs images of at least one kind of defect."
)
NO_CLASS_SAID = (
    "{count} images in it are left out: no folder above them is a class. Say which folder is one, "
    "or name their classes in a labels.csv."
)
IGNORED = "{count} images in it are left out, as its role says."
LOOSE = "A mask without its image. Copy the image or delete it."
BLANK_DEFECT = "Its mask marks nothing, but its folder says {label}. Draw the region, or move it."
MARKED_NORMAL = (
    "Its folder says normal, but its mask {mask} marks a defect. The folder counts: move the image "
    "or mend the mask."
)
MASK_SAYS = (
    "{count} images are normal or defective by their masks: a mask that marks nothing, or none, "
    "means normal."
)


@dataclass(slots=True)
class Proposal:
    """Roles for the folders of a tree, and whether they are certain.

    Attributes
    ----------
    roles : of every folder that readers look into
    clear : they need no answer: every picture gets a class, and one class is called normal
    why : key of what is not clear: "" if it is
    masks : which picture is a mask of which
    """

    roles: Roles = field(default_factory=dict)
    clear: bool = False
    why: str = ""
    masks: Masks = field(default_factory=Masks)


def lot_like(name: str) -> bool:
    """Whether a folder's name numbers or dates lots, days or parts."""
    plain = folded(name)
    if re.fullmatch(r"[\d ._:-]+", plain):
        return True
    return bool(
        re.fullmatch(
            r"(lot|batch|day|date|charge|los|part|teil|serie|series|sample|s|p|kos|cam|camera|group|"
            r"shift|run|session|woche|week|kw|로트)[ _.-]*\d[\d ._-]*",
            plain,
        )
    )


def propose(tree: Tree, options: ReaderOptions, masks: Masks | None = None) -> Proposal:
    """Propose a role for every folder."""
    normal = folded(options.normal)
    seen = tree.seen()
    found = masks if masks is not None else find_masks(seen)
    result = Proposal(masks=found)
    drawn = found.all
    for folder in seen:
        only_masks = folder.images and all(folder.at(name) in drawn for name in folder.images)
        result.roles[folder.parts] = "mask" if only_masks else _by_name(folder, normal)
    # What is said counts before the rest is proposed: below a product there are classes.
    given = {tuple(p for p in path.split("/") if p): role for path, role in options.roles}
    for parts, role in given.items():
        if role in FOLDER_ROLES and parts in result.roles:
            result.roles[parts] = role
    _nested(tree, result.roles)
    _unnamed(tree, result)
    if any(role == "mask" for role in given.values()) or "mask" in result.roles.values():
        chosen = frozenset(parts for parts, role in result.roles.items() if role == "mask")
        result.masks = find_masks(seen, chosen)
    return result


def _by_name(folder: Folder, normal: str) -> str:
    """The role that a folder's own name says; "" for none."""
    if not folder.parts:
        return "through"
    name = folded(folder.name)
    if normal and name == normal:
        return "class"
    if name in UNLABELLED or name in PUT_AWAY:
        return "ignore"
    if is_mask_folder(folder.name):
        return "mask"
    if split_name(folder.name):
        return "split"
    if name in NO_CLASS:
        return "through"
    if name.isdecimal():
        return ""  # 0 and 1 are classes only side by side
    if _word(name) is not None:
        return "class"
    return ""


def _word(name: str) -> bool | None:
    """Whether a class name says defective; None where it says nothing. Words around it count not:
    ``MT_Free``, ``NODefect_images``.
    """
    if name in NORMAL_NAMES:
        return False
    if name in DEFECT_NAMES:
        return True
    plain = re.sub(r"[ _-]+(images?|imgs?|parts?|samples?|teile)$", "", name)
    if plain in NORMAL_NAMES:
        return False
    if plain in DEFECT_NAMES:
        return True
    return None


def _nested(tree: Tree, roles: Roles) -> None:
    """Kinds below a folder that says defective, and lots below classes."""
    for parts, role in list(roles.items()):
        if role != "class" or not parts:
            continue
        folder = tree.folders[parts]
        below = [name for name in folder.below if roles.get((*parts, name)) == ""]
        kinds = (
            _word(folded(folder.name)) is True
            and not folder.images
            and below
            and not all(map(lot_like, below))
        )
        for name in below:
            roles[(*parts, name)] = "class" if kinds and not lot_like(name) else "lot"
            _lots(tree, roles, (*parts, name))


def _lots(tree: Tree, roles: Roles, parts: tuple[str, ...]) -> None:
    for name in tree.folders[parts].below:
        if roles.get((*parts, name)) == "":
            roles[(*parts, name)] = "lot"
            _lots(tree, roles, (*parts, name))


def _unnamed(tree: Tree, result: Proposal) -> None:
    """Folders whose names say nothing: products above classes, else classes, else lots."""
    roles, masks = result.roles, result.masks
    masked = masks.of.keys()
    open_ones = [parts for parts, role in roles.items() if role == ""]
    for parts in sorted(open_ones, key=len):
        if roles[parts] != "":
            continue
        deep = len(parts)
        below = [role for p, role in roles.items() if len(p) > deep and p[:deep] == parts]
        if "class" in below or "split" in below:
            roles[parts] = "product"
    for parts in [parts for parts in open_ones if roles[parts] == ""]:
        above = [roles.get(parts[:k], "") for k in range(len(parts))]
        roles[parts] = "lot" if "class" in above else "class"
    new = [parts for parts in open_ones if roles[parts] == "class"]
    if not new:
        return
    # Masks that tell normal from defective inside one folder: its name is that of a lot.
    images = [f.at(n) for parts in new for f in [tree.folders[parts]] for n in f.images]
    rest = [path for path in images if path not in masks.all]
    if rest and sum(path in masked for path in rest) >= 0.9 * len(rest):
        blanks, mixed = Blanks(), 0
        for parts in new:
            folder = tree.folders[parts]
            mine = [folder.at(n) for n in folder.images if folder.at(n) in masked]
            told = {all(blanks.blank(m) for m in masks.of[path]) for path in mine[:200]}
            mixed += len(told) == 2
        if 2 * mixed > len(new):
            for parts in new:
                roles[parts] = "lot"
            return


def judge_clear(reading: Reading) -> str:
    """Why a proposal needs an answer; "" if it is clear."""
    labels = {sample.label for sample in reading.samples}
    if not reading.samples:
        return "none"
    if any(problem.template == NO_CLASS_SAID for problem in reading.problems):
        return "unclear"
    if not any(label.defective is False for label in labels):
        return "normal"
    return ""


def read_roles(tree: Tree, proposal: Proposal, options: ReaderOptions) -> Reading:
    """Read a tree by the roles of its folders."""
    result = Reading()
    masks, roles = proposal.masks, proposal.roles
    no_image = masks.all
    normal = folded(options.normal)
    blanks = Blanks()
    left: dict[tuple[str, str], int] = defaultdict(int)
    by_mask = 0
    classes = any(role == "class" for role in roles.values())
    prefix = _prefix(roles)
    for folder in tree.seen():
        images = [name for name in folder.images if folder.at(name) not in no_image]
        if not images:
            continue
        chain = [(parts, roles.get(parts, "")) for parts in _above(folder.parts)]
        if any(role in ("ignore", "mask") for _, role in chain):
            top = next(parts for parts, role in chain if role in ("ignore", "mask"))
            name = folded(top[-1]) if top else ""
            why = "unlabelled" if name in UNLABELLED else "ignored"
            left[tree.folders[top].path, why] += len(images)
            continue
        product = " ".join(
            parts[-1] if parts else tree.root.name for parts, role in chain if role == "product"
        )
        part = next((split_name(p[-1]) or "" for p, role in chain if role == "split" and p), "")
        group = "/".join(parts[-1] for parts, role in chain if role == "lot" and parts)
        names = [
            parts[-1].removeprefix(prefix) if parts else tree.root.name
            for parts, role in chain
            if role == "class"
        ]
        whole = [folded(p[-1]) if p else folded(tree.root.name) for p, r in chain if r == "class"]
        said = (False, "") if normal and normal in whole else _class(names, normal)
        for name in images:
            path = folder.at(name)
            its = masks.of.get(path, [])
            marked = [mask for mask in its if not blanks.blank(mask)]
            if said is None:
                if classes and not its:
                    left[folder.path, "class"] += 1
                    continue
                if not classes and not masks.of:
                    left[folder.path, "class"] += 1
                    continue
                by_mask += 1
                label = Label(product, "defective" if marked else "", bool(marked))
            else:
                label = Label(product, said[1], said[0])
            result.used |= dict.fromkeys(its, MASK)
            result.samples.append(
                Sample(
                    path,
                    label,
                    Path(marked[0]) if marked and label.defective else None,
                    group=group,
                    part=part,
                    more=tuple(map(Path, marked[1:])) if label.defective else (),
                )
            )
            if marked and not label.defective:
                values = {"mask": Path(marked[0]).name}
                result.problems.append(Problem(path, MARKED_NORMAL, values, "mask"))
    _black_means_normal(result, masks)
    for mask in masks.loose:
        result.problems.append(Problem(mask, LOOSE, kind="mask", files=1))
    for (path, why), count in left.items():
        text = {"class": NO_CLASS_SAID, "ignored": IGNORED, "unlabelled": UNLABELLED_PART}[why]
        if why == "class" and options.answer("unlabelled") == "out":
            text = LEFT_UNSAID
        kind = "note" if text != NO_CLASS_SAID else "ask"
        result.problems.append(Problem(path, text, {"count": str(count)}, kind, files=count))
    if by_mask:
        values = {"count": str(by_mask)}
        result.problems.append(Problem(str(tree.root), MASK_SAYS, values, "note"))
    return result


def _above(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [parts[:k] for k in range(len(parts) + 1)]


def _class(names: list[str], normal: str) -> tuple[bool, str] | None:
    """What folders that are classes say, the lowest first: defective or not, and the kind."""
    if not names:
        return None
    for name in reversed(names):
        plain = folded(name)
        if normal and plain == normal:
            return False, ""
        word = _word(plain)
        if word is False:
            return False, ""
        if word is None:
            return True, name
    return True, "defective"


def _black_means_normal(result: Reading, masks: Masks) -> None:
    """A class all of whose masks mark nothing is normal, whatever it is called.

    Only where other classes are marked: a set that is not drawn yet has black masks too.
    """
    drawn: Counter[Label] = Counter()
    count: Counter[Label] = Counter()
    for sample in result.samples:
        count[sample.label] += 1
        drawn[sample.label] += bool(sample.mask)
    black = {
        label
        for label in count
        if label.defective
        and not drawn[label]
        and all(s.location in masks.of for s in result.samples if s.label == label)
    }
    if not black or not any(drawn[label] for label in count):
        return
    if any(label.defective is False for label in count):
        # A normal class is there: a defective one without a mark is a finding.
        for sample in result.samples:
            if sample.label in black:
                values = {"label": sample.label.name}
                result.problems.append(Problem(sample.location, BLANK_DEFECT, values, "mask"))
        return
    result.samples = [
        Sample(s.location, Label(s.label.texture, "", False), group=s.group, part=s.part)
        if s.label in black
        else s
        for s in result.samples
    ]


def _prefix(roles: Roles) -> str:
    """What all names of classes begin with, up to a separator: it says nothing of a class."""
    names = [parts[-1] for parts, role in roles.items() if role == "class" and parts]
    if len(set(names)) < 2:
        return ""
    first, last = min(names), max(names)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    match = re.match(r".*[_-]", first[:same])

    return match[0] if match and all(len(name) > len(match[0]) for name in names) else ""
