"""The report's language: English texts are their own keys, Korean ones lie in resources."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import resources

from engine.core.recipe import Setting
from engine.core.values import Sentence

LANGUAGES = ("en", "ko")

_SETTINGS = re.compile(
    r"(?<![\w-])(" + "|".join(sorted(Setting, key=len, reverse=True)) + r")(?![\w-])"
)
_PHOTOGRAPHS = re.compile(r"photographs in (?P<folder>.+) \(not ImageNet\)", re.DOTALL)
"""How a folder of photographs is called, see `engine.measures.features`."""
STAND_INS = (
    "two sample photographs of scikit-learn (not ImageNet)",
    "the same photographs, split in two at random",
)
"""What the engine calls photographs where nobody gave any. A name of a class or a run is never
translated, whatever words it is made of.
"""


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, str]:
    """English text to translated text; empty for English."""
    if language == "en":
        return {}
    file = resources.files("resources") / "translations" / f"report_{language}.json"
    result: dict[str, str] = json.loads(file.read_text("utf-8"))
    return result


class Words:
    """Translates texts and sentences into one language; what is missing stays English."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = catalogue(language)

    def __call__(self, text: str, **values: str) -> str:
        """Translate an English text, then fill in its values."""
        result = self._texts.get(text, text)
        return result.format(**values) if values else result

    def sentence(self, sentence: Sentence | None) -> str:
        """Translate a sentence of the board."""
        if sentence is None:
            return ""
        return self(sentence.template, **{n: self._value(v) for n, v in sentence.values.items()})

    def _value(self, value: str) -> str:
        """A value may itself hold words: names of settings, but not those in paths and runs."""
        if "/" in value or "\\" in value:
            return value
        photographs = _PHOTOGRAPHS.fullmatch(value)
        if photographs is not None:
            return self("photographs in {folder} (not ImageNet)", folder=photographs["folder"])
        if value in STAND_INS:
            return self(value)
        return _SETTINGS.sub(lambda found: self(found[0]), value)
