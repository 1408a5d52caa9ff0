"""A sign-off as one self-contained HTML page: no network, no script, printable."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.report_words import LANGUAGES, Words
from engine.signoff.proof import MOST_PARTS
from engine.signoff.record import digest, load, read
from engine.study.report import percent_text


def write_sign_off(record: Path, path: Path | None, language: str) -> Path:
    """Write a record's page; what is wrong with the record stands on top of it.

    Parameters
    ----------
    path
        HTML file; None: beside the record, with the language in its name.

    Raises
    ------
    RunError
        The record cannot be read, the language is none of the report's, or the page cannot be
        written.
    """
    if language not in LANGUAGES:
        raise RunError("'{language}' is no language of the report: en or ko.", language=language)
    result, values = read(record), load(record)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    source = (resources.files("resources") / "report" / "sign-off.html").read_text("utf-8")
    html = environment.from_string(source).render(
        record=result,
        proof=result.proof,
        signed=values["signed"],
        public=values["key"],
        signature=values["signature"],
        digest=digest(record),
        file=record.name,
        words=Words(language),
        percent=percent_text,
        most=MOST_PARTS,
    )
    file = path or record.with_name(f"{record.stem}-{language}.html")
    make_folder(file.parent)
    write_atomic(file, html)
    return file
