"""The report's language: English texts are their own keys, Korean ones lie in resources."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

from engine.findings import Sentence

LANGUAGES = ("en", "ko")


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, str]:
    """English text to translated text; empty for English."""
    if language == "en":
        return {}
    file = resources.files("resources") / "translations" / f"report_{language}.json"
    found: dict[str, str] = json.loads(file.read_text("utf-8"))
    return found


class Words:
    """Translates texts and sentences into one language; what is missing stays English."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = catalogue(language)

    def __call__(self, text: str, **values: str) -> str:
        """Translate an English text, then fill in its values."""
        found = self._texts.get(text, text)
        return found.format(**values) if values else found

    def sentence(self, sentence: Sentence | None) -> str:
        """Translate a sentence of the board."""
        if sentence is None:
            return ""
        # A value may itself be a word, such as a setting's name.
        return self(sentence.template, **{n: self(v) for n, v in sentence.values.items()})
