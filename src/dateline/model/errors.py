"""The one family of errors that Dateline raises on purpose."""


class DatelineError(Exception):
    """Something a user can mend: the text says what was found, what was expected and what to do."""
