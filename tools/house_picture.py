"""Draw the rooms as they are into docs/images/house.svg: floors from below, each room a box.

    python -m tools.house_picture

The rooms are those of the folders; the floors are those that tests/test_architecture.py holds.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

HERE = Path(__file__).parent.parent
LIBRARY = ("data", "network", "inspection", "project", "training")
GROUND = {"style", "words", "store", "toolkit", "shell"}
WIDTH, BOX, GAP, TOP = 1180, 26, 8, 40
SIDE = (WIDTH - 60) // 2
COLOURS = ("#eef3f8", "#dfe9f2", "#fdf3e2", "#e9f4ec")


def rooms(side: str) -> list[str]:
    """Folders of a side that hold modules."""
    folders = (path for path in sorted((HERE / side).iterdir()) if path.is_dir())
    return [path.name for path in folders if any(path.glob("[!_]*.py"))]


def floors() -> tuple[list[tuple[str, list[str]]], list[tuple[str, list[str]]]]:
    """(what a floor is, its rooms) of engine and window, lowest first."""
    engine, gui = rooms("engine"), rooms("gui")
    features = [name for name in engine if name not in (*LIBRARY, "core")]
    views = [name for name in gui if name not in GROUND]
    return (
        [
            ("the ground: errors, files, recipe, values, commands and events as such", ["core"]),
            (
                "what each room says: messages, values, plan (no torch)",
                ["messages.py", "values.py"],
            ),
            ("the library, usable from a notebook", list(LIBRARY)),
            ("features: their mathematics", features),
            ("what a lane has open", ["workspace.py"]),
            ("one generator a command", ["jobs.py of each room"]),
            ("the queue", ["session.py"]),
        ],
        [
            ("the ground: looks and words", ["style", "words"]),
            ("the client of the engine, and what all share", ["store"]),
            ("features: their state, intents, answers", ["store.py, state.py of each"]),
            ("all of them, made in one place", ["stores.py"]),
            ("frames, tables, plots, galleries", ["toolkit"]),
            ("features: what is seen", views),
            ("window, menus, palette, registry of pages", ["shell"]),
        ],
    )


def column(x: int, title: str, stack: list[tuple[str, list[str]]], heights: list[int]) -> list[str]:
    """One side, drawn from above."""
    out = [f'<text x="{x}" y="24" class="title">{escape(title)}</text>']
    y = TOP
    for number in reversed(range(len(stack))):
        words, names = stack[number]
        fill = COLOURS[number % 2]
        out.append(f'<rect x="{x}" y="{y}" width="{SIDE}" height="{heights[number]}" rx="6" '
                   f'fill="{fill}" stroke="#b9c6d3"/>')  # fmt: skip
        out.append(f'<text x="{x + 10}" y="{y + 17}" class="small">{escape(words)}</text>')
        left, top = x + 10, y + 26
        for name in names:
            wide = 14 + round(6.7 * len(name))
            if left + wide > x + SIDE - 10:
                left, top = x + 10, top + BOX + GAP
            out.append(f'<rect x="{left}" y="{top}" width="{wide}" height="{BOX}" rx="4" '
                       f'fill="#fff" stroke="#7a8ea3"/>')  # fmt: skip
            out.append(f'<text x="{left + 7}" y="{top + 17}">{escape(name)}</text>')
            left += wide + GAP
        y += heights[number] + GAP
    return out


def height(names: list[str]) -> int:
    """Of a floor with these rooms."""
    lines, left = 1, 10
    for name in names:
        wide = 14 + round(6.7 * len(name))
        if left + wide > SIDE - 10:
            lines, left = lines + 1, 10
        left += wide + GAP
    return 26 + lines * (BOX + GAP) + 2


def main() -> None:
    """Write the picture."""
    engine, gui = floors()
    heights = [[height(names) for _, names in stack] for stack in (engine, gui)]
    total = TOP + max(sum(side) + GAP * len(side) for side in heights)
    body = column(20, "engine: no Qt", engine, heights[0])
    body += column(40 + SIDE, "gui: no torch (cli drives the same session)", gui, heights[1])
    style = ("text{font:12px sans-serif;fill:#1f2d3a}.title{font-size:15px;font-weight:bold}"
             ".small{fill:#4a5b6c}")  # fmt: skip
    picture = HERE / "docs" / "images" / "house.svg"
    picture.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{total + 12}">'
        f'<style>{style}</style><rect width="{WIDTH}" height="{total + 12}" fill="#fff"/>'
        + "".join(body)
        + "</svg>\n",
        encoding="utf-8",
    )
    print(picture)


if __name__ == "__main__":
    main()
