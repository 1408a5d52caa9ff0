"""Write the software bill of materials of this environment: CycloneDX 1.6, from what is installed.

    python -m tools.sbom [FILE]                       # sbom.json
    python -m tools.sbom --advisories OSV_FOLDER      # what of it has known advisories; exit 1 if any

Nothing is fetched. The advisories are OSV files (https://ossf.github.io/osv-schema), one JSON each,
as the PyPA advisory database offers them for download; without a folder they are not checked.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.version import InvalidVersion, Version

ROOT = "transferlens"


def plain(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(
    root: str = ROOT, extras: frozenset[str] = frozenset({"export"})
) -> dict[str, Distribution]:
    """All installed packages that a package asks for, itself first."""
    found: dict[str, Distribution] = {}
    waiting: list[tuple[str, frozenset[str]]] = [(root, extras)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, wanted = waiting.pop()
        if (plain(name), wanted) in seen:
            continue
        seen.add((plain(name), wanted))
        try:
            held = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or an extra that is not installed
        found.setdefault(plain(name), held)
        for text in held.requires or ():
            need = Requirement(text)
            given = [{"extra": extra} for extra in (wanted or {""})]
            if need.marker is None or any(need.marker.evaluate(each) for each in given):
                waiting.append((need.name, frozenset(need.extras)))
    return found


def bill(found: dict[str, Distribution]) -> dict[str, Any]:
    """The bill of materials as CycloneDX says it."""
    parts = {name: _component(name, held) for name, held in sorted(found.items())}
    needs = []
    for name, held in sorted(found.items()):
        names = {plain(Requirement(text).name) for text in held.requires or ()}
        needs.append(
            {
                "ref": parts[name]["bom-ref"],
                "dependsOn": sorted(parts[n]["bom-ref"] for n in names if n in parts),
            }
        )
    main = parts.pop(plain(ROOT), None)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            **({"component": main | {"type": "application"}} if main else {}),
        },
        "components": list(parts.values()),
        "dependencies": needs,
    }


def _component(name: str, held: Distribution) -> dict[str, Any]:
    address = f"pkg:pypi/{name}@{held.version}"
    licence = held.metadata.get("License-Expression") or held.metadata.get("License") or ""
    classes = [
        c.split(" :: ")[-1]
        for c in held.metadata.get_all("Classifier") or []
        if c.startswith("License")
    ]
    said = licence.splitlines()[0][:80] if licence.strip() else ", ".join(classes)
    result: dict[str, Any] = {
        "type": "library", "bom-ref": address, "name": held.metadata["Name"],
        "version": held.version, "purl": address,
    }  # fmt: skip
    if said:
        result["licenses"] = [{"license": {"name": said}}]
    return result


def advisories(folder: Path, found: dict[str, Distribution]) -> Iterator[str]:
    """A line for each known advisory that touches what is installed."""
    for path in sorted(folder.rglob("*.json")):
        try:
            known = json.loads(path.read_text("utf-8"))
            if known.get("withdrawn"):
                continue
            for part in known["affected"]:
                name = plain(part["package"]["name"])
                if part["package"].get("ecosystem") != "PyPI" or name not in found:
                    continue
                if touches(part, found[name].version):
                    yield f"{name} {found[name].version}: {known['id']} {known.get('summary', '')}"
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            yield f"{path.name}: not an advisory ({error})"


def touches(part: dict[str, Any], version: str) -> bool:
    """Whether an OSV ``affected`` entry holds for a version (its list, or its ranges of events)."""
    if version in part.get("versions", ()):
        return True
    try:
        mine = Version(version)
        for span in part.get("ranges", ()):
            if span.get("type") != "ECOSYSTEM":
                continue
            inside = False
            events = [(key, value) for event in span["events"] for key, value in event.items()]
            for key, value in sorted(
                events, key=lambda pair: Version(pair[1] if pair[1] != "0" else "0")
            ):
                at = Version(value)
                if key == "introduced" and mine >= at:
                    inside = True
                elif (key == "fixed" and mine >= at) or (key == "last_affected" and mine > at):
                    inside = False
            if inside:
                return True
    except InvalidVersion:
        return False
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path, default=Path("sbom.json"))
    parser.add_argument("--advisories", type=Path, metavar="OSV_FOLDER")
    arguments = parser.parse_args()
    found = closure()
    if arguments.advisories is not None:
        lines = list(advisories(arguments.advisories, found))
        print("\n".join(lines) or f"no known advisory touches the {len(found)} packages")
        return int(bool(lines))
    arguments.file.write_text(json.dumps(bill(found), indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{arguments.file}: {len(found)} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
