"""Open the window of the installed program once, look at every page, close it: exit 0 if all is there.

    QT_QPA_PLATFORM=offscreen python CHECKOUT/tools/open_window.py

Started from elsewhere, so that what is imported is what was installed and not the checkout.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

import engine
from gui.shell.app import application, build, install_excepthook, languages, load_language
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.settings import Memory


def main() -> int:
    here = Path(__file__).resolve().parent.parent
    found = Path(engine.__file__).resolve()
    if here in found.parents:
        print(f"{found} is the checkout's, not the installed one", file=sys.stderr)
        return 2
    app = application()
    LOOK.apply(Mode.LIGHT)
    translated = load_language(app, "ko")
    parts = build(Memory())
    install_excepthook(parts)
    faults: list[str] = []
    hook = sys.excepthook

    def note(kind, error, trace) -> None:  # type: ignore[no-untyped-def]
        faults.append(f"{kind.__name__}: {error}")
        hook(kind, error, trace)

    sys.excepthook = note
    app.aboutToQuit.connect(parts.stores.client.shut_down)
    parts.window.show()
    window = parts.window

    def look() -> None:
        if "ko" not in languages() or not translated:
            faults.append("Korean is missing")
        if app.windowIcon().isNull():
            faults.append("the icon is missing")
        if window.grab().toImage().allGray():
            faults.append("the window is empty")
        window.close()

    QTimer.singleShot(1500, look)
    code = app.exec()
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"opened and closed: {found.parent.parent}")
    return code or (1 if faults else 0)


if __name__ == "__main__":
    sys.exit(main())
