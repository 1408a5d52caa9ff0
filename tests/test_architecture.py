"""The two import rules of the house, and its one direction: imports only point down."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent

ROOMS = {"main": 4, "cli": 3, "gui": 3, "engine": 1, "resources": 0}

# Floors of the engine; a module may import from its own floor or below.
FLOORS = [
    {"errors", "stopping", "arrays"},
    {"files", "recipe"},
    {"values", "measured", "lines", "compressed", "plan", "findings", "evaluated"},
    {
        "commands",
        "events",
        "adopted",
        "audited",
        "signed",
        "history",
        "reviewed",
        "versus",
        "batches",
        "line_messages",
        "compress_messages",
        "messages",
        "runtime",
        "core",
    },
    {"data"},
    {"network"},
    {"numerics"},
    {"inspection", "project"},
    {"training"},
    {"measures", "latent", "evaluation", "review", "operation"},
    {"compression"},
    {"study"},
    {"signoff"},
    {"report"},
    {"line_shelf"},
    {"desk"},
    {
        "jobs",
        "data_jobs",
        "signoff_jobs",
        "history_jobs",
        "region_jobs",
        "line_jobs",
        "study_jobs",
        "compress_jobs",
        "inspector_jobs",
        "evaluation_jobs",
        "review_jobs",
        "batch_jobs",
    },
    {"session"},
]

HEAVY = {
    "matplotlib",
    "matplotlib.axes",
    "matplotlib.figure",
    "matplotlib.ticker",
    "onnx",
    "onnxruntime",
    "onnxruntime.quantization",
    "onnxscript",
    "gui.shell.app",
    "cli.arguments",
    "cli.dispatch",
    "engine.session",
    "torch",
    "torchvision",
}
"""What may be imported inside a function: optional or slow to load."""


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def imports(path: Path) -> list[tuple[str, bool]]:
    """(imported module, whether inside a function)."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in hidden) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, id(node) in hidden))
    return found


def floor(module: str) -> int:
    room = module.split(".")[1]
    return next(number for number, names in enumerate(FLOORS) if room in names)


def test_engine_never_imports_qt():
    wrong = [
        (path.name, name)
        for path in modules("engine", "cli")
        for name, _ in imports(path)
        if name.split(".")[0] in {"PySide6", "pyqtgraph", "qtpy"}
    ]
    assert wrong == []


def test_views_never_import_torch_or_the_engines_rooms():
    allowed = {"engine.messages", "engine.core.recipe", "engine.core.errors"}
    wrong = []
    for path in modules("gui"):
        for name, hidden in imports(path):
            lazily = name == "engine.session" and hidden and path.name == "engine_thread.py"
            if name.split(".")[0] in {"torch", "torchvision", "cv2", "sklearn"} or (
                name.startswith("engine.") and name not in allowed and not lazily
            ):
                wrong.append((path.name, name))
    assert wrong == []


def test_imports_point_down_between_rooms():
    wrong = []
    for path in modules("engine", "gui", "cli"):
        own = ROOMS[path.relative_to(ROOT).parts[0]]
        for name, _ in imports(path):
            room = name.split(".")[0]
            if ROOMS.get(room, 0) > own:
                wrong.append((str(path.relative_to(ROOT)), name))
    assert wrong == []


def test_imports_point_down_inside_the_engine():
    wrong = []
    for path in modules("engine"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if len(parts) < 2 or path.name == "__init__.py":
            continue
        own = floor(".".join(parts[:2]))
        for name, _ in imports(path):
            if name.startswith("engine.") and floor(name) > own:
                wrong.append((str(path.relative_to(ROOT)), name))
    assert wrong == []


def test_only_heavy_imports_hide_inside_functions():
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path in [*modules("engine", "gui", "cli"), ROOT / "main.py"]
        for name, hidden in imports(path)
        if hidden and name not in HEAVY
    ]
    assert wrong == []


def test_only_one_file_uses_opencv():
    users = [path.name for path in modules("engine", "cli") if ("cv2", False) in imports(path)]
    assert users == ["image.py"]


def test_init_files_are_empty():
    assert [
        p for p in modules("engine", "cli", "gui") if p.name == "__init__.py" and p.stat().st_size
    ] == []


def test_engine_runs_without_qt_installed():
    code = (
        "import sys\n"
        "class Block:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'pyqtgraph', 'shiboken6'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Block())\n"
        "import engine.session, cli.dispatch\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_window_loads_without_torch():
    code = (
        "import sys, gui.shell.main_window\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'torch', 'torchvision', 'cv2', 'sklearn'}, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
