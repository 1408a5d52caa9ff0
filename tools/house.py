"""Measure the house: how large it is, how its rooms hang together, what one thing costs.

    python -m tools.house [TREE]              print the table of a checkout (this one)
    python -m tools.house --beside OTHER      this checkout beside another one, for example
                                              the build before the house was rebuilt:
                                              git worktree add ../before 8363c73

Everything is read from the source, nothing is run. What counts as what stands beside each figure.
"""

from __future__ import annotations

import argparse
import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent.parent
SIDES = ("engine", "gui", "cli")

THINGS = {
    "the page sign-off": (
        r"SignOffPage|SignOffWriter|SignoffStore|signoff_page|gui\.signoff",
        r"sign",
    ),
    "the command NoteRun": (r"\bNoteRun\b|\bRunNoted\b", r"history|/runs/"),
    "the measure flatness": (r"[Ff]latness", r"flatness"),
}
"""A page, a command and a measure that exist before and after: what names them in the code and its
tests, and the paths of files that are theirs alone."""
HANDLES = re.compile(r"def _on_ended\(|def _answer_failed\(|isinstance\(event, JobEnded\)")
FACADE = "from engine import messages"
LOOP = re.compile(r"except StopIteration as \w+:")


def sources(tree: Path, *sides: str) -> list[Path]:
    """Modules of these sides."""
    return [path for side in sides for path in sorted((tree / side).rglob("*.py"))]


def imports(path: Path, tree: Path) -> Iterator[str]:
    """Modules of the house that a module imports, dotted."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module.split(".")[0] not in SIDES:
                continue
            for alias in node.names:
                inner = tree / Path(*node.module.split("."), f"{alias.name}.py")
                yield f"{node.module}.{alias.name}" if inner.is_file() else node.module


def room(module: str) -> str:
    """Folder of a module; one that lies loose is a room of its own."""
    parts = module.split(".")
    return ".".join(parts[:2])


def arrows(tree: Path, side: str) -> set[tuple[str, str]]:
    """Pairs (room that imports, room that is imported) inside a side."""
    found = set()
    for path in sources(tree, side):
        own = room(".".join(path.relative_to(tree).with_suffix("").parts))
        for module in imports(path, tree):
            if module.startswith(f"{side}.") and room(module) != own:
                found.add((own, room(module)))
    return found


def bases(tree: Path) -> dict[str, str]:
    """Class -> the class it inherits from first, of all classes of the window."""
    found = {}
    for path in sources(tree, "gui"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and node.bases:
                found[node.name] = ast.unparse(node.bases[0])
    return found


def tower(tree: Path) -> int:
    """Classes of the longest line of descent among stores and writers."""
    of = bases(tree)
    named = re.compile(r"(Writer|Controller|Store)$")

    def height(name: str) -> int:
        return 1 + (height(of[name]) if named.search(of.get(name, "")) else 0)

    return max((height(name) for name in of if named.search(name)), default=0)


def cost(tree: Path, word: str, own: str) -> tuple[int, int]:
    """Modules and tests that name a thing, and how many of those are not its own."""
    files = sources(tree, *SIDES, "tests")
    named = [path for path in files if re.search(word, path.read_text("utf-8"))]
    others = [path for path in named if not re.search(own, str(path.relative_to(tree)))]
    return len(named), len(others)


def measure(tree: Path) -> dict[str, str]:
    """All figures of a checkout, by name."""
    code = sources(tree, *SIDES)
    texts = {path: path.read_text("utf-8") for path in code}
    lines = {path: text.count("\n") for path, text in texts.items()}
    statements = sum(
        sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(text)))
        for text in texts.values()
    )
    found = {
        "lines of engine, gui and cli": f"{sum(lines.values()):,}",
        "statements in them": f"{statements:,}",
        "modules": f"{sum(path.name != '__init__.py' for path in code)}",
        "lines of a module, median": f"{statistics.median(n for n in lines.values() if n):.0f}",
        "modules over 400 lines": f"{sum(n > 400 for n in lines.values())}",
    }
    for side in ("engine", "gui"):
        loose = [p for p in (tree / side).glob("*.py") if p.name != "__init__.py"]
        rooms = {room(".".join(p.relative_to(tree).with_suffix("").parts))
                 for p in sources(tree, side) if p.name != "__init__.py"}  # fmt: skip
        found[f"{side}: loose modules"] = f"{len(loose)}"
        found[f"{side}: rooms"] = f"{len(rooms)}"
        found[f"{side}: arrows between rooms"] = f"{len(arrows(tree, side))}"
    gui = [texts[path] for path in sources(tree, "gui")]
    found |= {
        "stores that inherit from each other": f"{tower(tree)}",
        "modules of gui that take a JobEnded": f"{sum(bool(HANDLES.search(t)) for t in gui)}",
        "loops that follow a generator": f"{sum(len(LOOP.findall(t)) for t in texts.values())}",
        "fmt: skip": f"{sum(t.count('# fmt: skip') for t in texts.values())}",
        "modules that import engine.messages": f"{sum(FACADE in t for t in texts.values())}",
    }  # fmt: skip
    for name, (word, own) in THINGS.items():
        all_of, others = cost(tree, word, own)
        found[f"files that name {name}"] = f"{all_of} ({others} of others)"
    return found


def main() -> None:
    """Print one checkout's figures, or two side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tree", nargs="?", type=Path, default=HERE)
    parser.add_argument("--beside", type=Path, metavar="OTHER", help="a checkout of another build")
    asked = parser.parse_args()
    columns = [measure(tree) for tree in (asked.beside, asked.tree) if tree is not None]
    width = max(map(len, columns[-1]))
    for name in columns[-1]:
        print(f"{name:<{width}}", *(f"{found[name]:>22}" for found in columns))


if __name__ == "__main__":
    main()
