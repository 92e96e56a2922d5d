"""Make knowledge/data/rarity.tsv, the fixed table of how rare English words are, from the wheel of wordfreq 3.1.1.

python scripts/rarity.py WHEEL      # pip download --no-deps wordfreq==3.1.1
"""

from __future__ import annotations

import gzip
import sys
import zipfile
from pathlib import Path

import msgspec

OUT = Path(__file__).parents[1] / "src" / "dateline" / "knowledge" / "data" / "rarity.tsv"
RAREST = 700  # hundredths of a power of ten below every word: once in ten million
STEP = 20
HEAD = """\
# How rare English words are: hundredths of a power of ten below all words (300: once in a thousand), then words.
# Source: wordfreq 3.1.1 (Robyn Speer, https://doi.org/10.5281/zenodo.7199437), large_en, made by scripts/rarity.py.
# Licence of this file: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), as of wordfreq's data, which
# rests on Google Books Ngrams (http://books.google.com/ngrams), the Leeds Internet Corpus, Wikipedia, ParaCrawl, OPUS
# OpenSubtitles 2018 (http://www.opensubtitles.org/) and SUBTLEX by Marc Brysbaert et al.
# (http://crr.ugent.be/programs-data/subtitle-frequencies), a freely available word list.
"""


def main() -> None:
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        packed = gzip.decompress(wheel.read("wordfreq/data/large_en.msgpack.gz"))
    _, *buckets = msgspec.msgpack.decode(packed)
    joined: dict[int, list[str]] = {}
    for rarity, words in enumerate(buckets[:RAREST]):
        joined.setdefault(-(-rarity // STEP) * STEP, []).extend(w for w in words if w.isalpha() and w.isascii())
    lines = [f"{rarity}\t{' '.join(sorted(words))}\n" for rarity, words in sorted(joined.items()) if words]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
