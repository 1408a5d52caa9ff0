"""Collect every text people read into resources/translations/transferlens_<language>.ts.

    python tools/extract_texts.py            write the .ts files
    python tools/extract_texts.py --check    only say what is missing; exit 1 if anything is

Reads the source (never runs it): the window's texts, and the engine's sentences, which the
window translates by their English template in the context "engine". Qt's own pyside6-lupdate
sees neither those nor `tr = QCoreApplication.translate`. Translations that are there are kept;
new texts are marked unfinished; texts that are gone are dropped. Texts asked for with a number have
a form for each kind of number, in English too, whose file holds nothing else. See
docs/translating.md.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"en": "en_US", "ko": "ko_KR"}
FORMS = {"en": 2, "ko": 1}
"""Kinds of number that a language tells apart: one and many in English."""
BETWEEN = "\f"
"""Stands between the forms of a text in what `read_ts` returns."""

ENGINE = "engine"
ERRORS = {
    "TransferLensError",
    "DataError",
    "RecipeError",
    "WeightsError",
    "RunError",
    "ClusterError",
    "NotDefinedError",
    "UnclearError",
}
PLACES = {"Problem": 1, "Sentence": 0, "_check": 2, **dict.fromkeys(ERRORS, 0)}
"""Where a call of the engine holds its template."""
NAMES = {
    "CLAIMS", "RULES", "LAYOUTS", "STAND_IN", "SPLIT", "SAME", "NEAR", "CONTRADICTED",
    "OTHER_TEXTURE", "LEFT_OUT", "CUT_OFF", "CURES", "OTHERWISE", "template", "offline",
    "UNSAID", "LEFT_UNSAID", "UNLABELLED_PART", "SEVERAL", "AGAINST", "TWO_FORMATS", "ONLY_NORMAL",
    "NO_CLASS_SAID", "IGNORED", "LOOSE", "BLANK_DEFECT", "MARKED_NORMAL", "MASK_SAYS", "EMPTY",
    "LIES", "PAGES", "LEFT_PICTURES", "NOT_DECODED", "UNKNOWN_LABELS", "OTHERS", "HIDDEN",
    "WINDOW_FOUND", "WINDOW_SAID", "WINDOW_FRACTIONS", "DOUBTS", "NOT_TEXT", "NO_FILE", "LOOP",
    "DEAD_LINK", "TOO_DEEP", "NO_NORMAL", "DAMAGED", "SEVERAL_KINDS", "CONTRADICTING", "NOTHING",
    "OUTSIDE", "LABEL_LAYOUTS",
}  # fmt: skip
"""Names of the engine that are given texts: constants, and templates chosen before their call."""
SPEAKERS = {("engine/data/views.py", "choose_view")}
"""Functions of the engine that return sentences."""

Key = tuple[str, str]
"""(context, English text)."""


def is_plural(call: ast.Call) -> bool:
    """Whether a text is asked for with a number: self.tr(text, "", n), tr(context, text, "", n)."""
    return len(call.args) == (3 if ast.unparse(call.func) == "self.tr" else 4)


class UntranslatableError(ValueError):
    """A text put together at run time: no translator will ever see it."""


def window_texts(path: Path) -> Iterator[Key]:
    """Yield what a module of the window asks to be translated."""
    tree = ast.parse(path.read_text("utf-8"))
    yield from _window_texts(tree, "", path)


def _window_texts(node: ast.AST, owner: str, path: Path) -> Iterator[Key]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield from _asked(child, inner, path)
        yield from _window_texts(child, inner, path)


def _asked(call: ast.Call, owner: str, path: Path) -> Iterator[Key]:
    function = ast.unparse(call.func)
    if function == "self.tr":
        yield owner, _literal(call.args[0], path)
    elif function in ("QCoreApplication.translate", "tr"):
        context = _literal(call.args[0], path)
        # The window hands the engine's sentences on; their texts are found in the engine.
        if context != ENGINE or isinstance(call.args[1], ast.Constant):
            yield context, _literal(call.args[1], path)
    elif function.endswith(".tr"):
        raise UntranslatableError(
            f"{path}:{call.lineno}: use self.tr or QCoreApplication.translate"
        )


def _literal(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise UntranslatableError(f"{path}:{node.lineno}: not a literal: {ast.unparse(node)}")


def engine_texts(path: Path, root: Path = ROOT) -> Iterator[Key]:
    """Yield the sentences a module of the engine may say."""
    tree = ast.parse(path.read_text("utf-8"))
    name = path.relative_to(root).as_posix()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = PLACES.get(node.func.id)
            if place is not None:
                yield from _sentences(node, place)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id in NAMES for t in targets):
                yield from _values(node.value)
        elif isinstance(node, ast.FunctionDef) and (name, node.name) in SPEAKERS:
            yield from _returned(node)


def _sentences(call: ast.Call, place: int) -> Iterator[Key]:
    given = call.args[place] if place < len(call.args) else None
    for keyword in call.keywords:
        if keyword.arg == "template":
            given = keyword.value
        elif keyword.arg == "hint":
            yield from _strings(keyword.value)
    if given is not None:
        yield from _strings(given)


def _strings(node: ast.expr) -> Iterator[Key]:
    """Yield a literal, or both branches of a conditional one; what is passed on is skipped."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield ENGINE, node.value
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)


def _values(node: ast.expr) -> Iterator[Key]:
    for part in node.values if isinstance(node, ast.Dict) else [node]:
        yield from _strings(part)


def _returned(function: ast.FunctionDef) -> Iterator[Key]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield ENGINE, part.value


def texts(root: Path = ROOT) -> dict[Key, list[str]]:
    """Return every text and the files that hold it, in a fixed order."""
    found: dict[Key, set[str]] = {}
    for folder, read in (("gui", window_texts), ("engine", engine_texts)):
        for path in sorted((root / folder).rglob("*.py")):
            for key in read(path):
                if any(letter.isalpha() for letter in key[1]):
                    found.setdefault(key, set()).add(path.relative_to(root).as_posix())
    return {key: sorted(found[key]) for key in sorted(found)}


def plurals(root: Path = ROOT) -> set[Key]:
    """Return the texts of the window that are asked for with a number."""
    found = set()
    for path in sorted((root / "gui").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        owners: list[tuple[ast.AST, str]] = [(tree, "")]
        while owners:
            node, owner = owners.pop()
            for child in ast.iter_child_nodes(node):
                inner = child.name if isinstance(child, ast.ClassDef) else owner
                owners.append((child, inner))
                if isinstance(child, ast.Call) and is_plural(child):
                    found |= set(_asked(child, inner, path))
    return found


def read_ts(path: Path) -> dict[Key, str]:
    """Return the translations of a .ts file, "" for the unfinished, forms joined by `BETWEEN`."""
    if not path.is_file():
        return {}
    result = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            forms = [form.text or "" for form in message.iter("numerusform")]
            whole = BETWEEN.join(forms) if all(forms) else ""
            result[key] = whole if forms else message.findtext("translation", "")
    return result


def wanted_texts(language: str, root: Path = ROOT) -> dict[Key, list[str]]:
    """Return the texts that a language's file holds: English says those with a number alone."""
    found, several = texts(root), plurals(root)
    return {k: files for k, files in found.items() if language[:2] != "en" or k in several}


def write_ts(path: Path, language: str, known: dict[Key, str], root: Path = ROOT) -> None:
    """Write a .ts file of every text it is to hold, with the translations known."""
    top = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    name, holder, several = "", top, plurals(root)
    for key, files in wanted_texts(language, root).items():
        if key[0] != name or holder is top:
            name, holder = key[0], ET.SubElement(top, "context")
            ET.SubElement(holder, "name").text = name
        message = ET.SubElement(holder, "message")
        for file in files:
            ET.SubElement(message, "location", filename=f"../../{file}")
        ET.SubElement(message, "source").text = key[1]
        translation = ET.SubElement(message, "translation")
        if not known.get(key):
            translation.set("type", "unfinished")
        if key in several:
            message.set("numerus", "yes")
            forms = known.get(key, "").split(BETWEEN)
            for number in range(FORMS[language[:2]]):
                form = ET.SubElement(translation, "numerusform")
                form.text = forms[number] if number < len(forms) else ""
        else:
            translation.text = known.get(key) or None
    ET.indent(top, " ")
    body = ET.tostring(top, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", "utf-8", newline="\n")


def main() -> int:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    missing = 0
    for language, locale in LANGUAGES.items():
        path = FOLDER / f"transferlens_{language}.ts"
        known, wanted = read_ts(path), wanted_texts(language)
        lacking = [key for key in wanted if not known.get(key)]
        gone = [key for key in known if key not in wanted]
        missing += len(lacking) + len(gone)
        print(f"{path.name}: {len(wanted)} texts, {len(lacking)} untranslated, {len(gone)} gone")
        for context, text in lacking:
            print(f"  {context}: {text!r}")
        if not check:
            write_ts(path, locale, known)
    return int(check and bool(missing))


if __name__ == "__main__":
    sys.exit(main())
