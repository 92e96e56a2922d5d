"""What keeps the pages safe: headers that allow nothing from elsewhere, and tokens that bind writes to a session."""

from __future__ import annotations

import hashlib
import hmac
import secrets

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
COOKIE = "dateline_session"


class Sessions:
    """Sessions of one running server, and the token that a form needs to be taken from one of them."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    @staticmethod
    def new() -> str:
        """A session nobody can guess."""
        return secrets.token_urlsafe(24)

    def token(self, session: str) -> str:
        """The token that forms of a session carry."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def holds(self, session: str | None, token: str | None) -> bool:
        """Say whether a form came from a page of this session."""
        return bool(session and token) and hmac.compare_digest(self.token(session or ""), token or "")
