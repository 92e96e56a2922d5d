"""English is told by its own small words, whatever names stand in it; other languages by the model."""

import pytest

from dateline.read.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Vier Arbeiter wurden am Montag in einer Fabrik bei Linz verletzt, sagte die Polizei am Abend.", "de"),
        ("Due operai sono rimasti feriti lunedì in una fabbrica vicino a Bergamo, ha detto la polizia.", "it"),
        ("Пожар произошёл на складе в понедельник. Двое рабочих ранены.", "ru"),
        ("اندلع حريق في مستودع يوم الاثنين وأصيب عاملان.", "ar"),
        ("General Qadir Ozturk and Colonel Emre Demirci met Brigadier Yusuf Karaman in Diyarbakir.", "en"),
        ("Fire in Bergamo", None),
        ("Demirci, Karaman, Ozturk", None),
    ],
)
def test_a_language_is_told(text, code):
    assert language(text) == code
