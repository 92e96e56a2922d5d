"""What is asked again is answered as before, and worked out once."""

from types import SimpleNamespace

from dateline.within.once import once, once_a_token


class Counter:
    def __init__(self):
        self.asked = []

    @once
    def twice(self, number, *, plus=0):
        """Double a number."""
        self.asked.append((number, plus))
        return None if number == 0 else number * 2 + plus


def test_a_method_is_worked_out_once_for_the_same_arguments():
    one, other = Counter(), Counter()
    assert [one.twice(2), one.twice(2), one.twice(2, plus=1), one.twice(2, plus=1), one.twice(0), one.twice(0)] == [
        4,
        4,
        5,
        5,
        None,
        None,
    ]
    assert one.asked == [(2, 0), (2, 1), (0, 0)]
    assert other.twice(2) == 4
    assert other.asked == [(2, 0)]
    assert Counter.twice.__doc__ == "Double a number."


def test_a_token_is_asked_about_once_in_each_parse():
    asked = []

    @once_a_token
    def word(parse, token):
        asked.append(token)
        return parse.words[token]

    @once_a_token
    def capital(parse, token):
        return parse.words[token].isupper()

    one, other = (SimpleNamespace(words=words, asked={}) for words in (["a", "B"], ["c", "d"]))
    assert [word(one, 0), word(one, 0), word(one, 1), word(other, 0)] == ["a", "a", "B", "c"]
    assert asked == [0, 1, 0]
    assert [capital(one, 1), capital(one, 0)] == [True, False]
