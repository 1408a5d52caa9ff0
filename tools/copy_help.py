"""Copy what Help shows from docs/ to resources/help/, which travels with the program.

    python tools/copy_help.py            copy
    python tools/copy_help.py --check    only say what differs; exit 1 if anything does

The pages are written in docs/. A wheel holds no docs, and links between files do not survive on every
system, so the few pages that the window shows, and the pictures they name, lie there a second time.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS, HELP = ROOT / "docs", ROOT / "resources" / "help"

PAGES = (
    "user-guide.md", "user-guide.ko.md", "glossary.md", "glossary.ko.md", "command-line.md",
)  # fmt: skip


def wanted() -> list[str]:
    """Return the pages and the pictures they name, as paths below docs/."""
    pictures = {
        name
        for page in PAGES
        for name in re.findall(r"\]\((images/[^)]+)\)", (DOCS / page).read_text("utf-8"))
    }
    return [*PAGES, *sorted(pictures)]


def differing() -> list[str]:
    """Return what is missing in resources/help/, differs from docs/, or is wanted no more."""
    names = wanted()
    there = {
        path.relative_to(HELP).as_posix()
        for path in HELP.rglob("*")
        if path.is_file() and path.suffix in (".md", ".png")
    }
    wrong = {
        name
        for name in names
        if name not in there or (HELP / name).read_bytes() != (DOCS / name).read_bytes()
    }
    return sorted(wrong | (there - set(names)))


def main() -> int:
    """Copy, or check."""
    wrong = differing()
    if "--check" in sys.argv[1:]:
        print("\n".join(wrong) or "resources/help is docs")
        return 1 if wrong else 0
    for name in wrong:
        (HELP / name).parent.mkdir(parents=True, exist_ok=True)
        if name in wanted():
            shutil.copyfile(DOCS / name, HELP / name)
        else:
            (HELP / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
