import pytest

from dateline.read.moments import address_date, moment, settled
from dateline.read.stamps import stamps


@pytest.mark.parametrize(
    "written, value",
    [
        ("2031-03-05T23:30:00-05:00", "2031-03-05"),
        ("2031-03-05", "2031-03-05"),
        ("20310305", "2031-03-05"),
        ("2031-03", "2031-03"),
        ("Wed, 05 Mar 2031 10:00:00 GMT", "2031-03-05"),
        ("March 5, 2031 6:27 PM", "2031-03-05"),
        ("5 March 2031", "2031-03-05"),
        ("03/25/2031", "2031-03-25"),
        ("25/03/2031", "2031-03-25"),
        (1_930_435_200, "2031-03-05"),
        (1_930_435_200_000, "2031-03-05"),
        ("03/04/2031", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("2031-02-30", None),
        ("soon", None),
        (None, None),
        (True, None),
    ],
)
def test_moments(written, value):
    found = moment(written)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    "url, value",
    [
        ("https://valdora.example/2031/03/05/ferry", "2031-03-05"),
        ("https://valdora.example/news/2031/mar/05/ferry", "2031-03-05"),
        ("https://valdora.example/ferry-20310305.html", "2031-03-05"),
        ("https://valdora.example/2031/13/05/ferry", None),
        ("https://valdora.example/12345678", None),
    ],
)
def test_days_in_addresses(url, value):
    found = address_date(url)
    assert (found.value if found else None) == value


def test_a_crawl_date_is_no_publication_date():
    given, address = moment("2033-01-29"), moment("2031-03-05")
    assert settled(given, None, address).value == "2031-03-05"
    assert "crawl" in settled(given, None, address).why[0]
    assert settled(moment("2031-03-06"), None, address).value == "2031-03-06"
    assert settled(None, moment("2031-03-04", "stated"), None).basis == "stated"
    assert settled(None, None, None) is None


def test_stamps_in_a_text():
    text = "Ferry returns\nPosted: Tuesday, March 4, 2031 8:18 PM\nUpdated: Mar 5, 2031 - 9:00 AM\nThe ferry returned."
    published, updated = stamps("r", text)
    assert (published.value, updated.value) == ("2031-03-04", "2031-03-05")
    start, end = map(int, published.source[0].removeprefix("r:").split("-"))
    assert text[start:end] == "Tuesday, March 4, 2031"
    assert published.basis == "stated"
    assert stamps("r", "He posted bail on March 4, 2031.") == (None, None)
