"""Ask for addresses: over TLS alone, with few redirects, parts of files, nothing compressed."""

from __future__ import annotations

import http.client
import re
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPResponse
from typing import BinaryIO
from urllib.parse import quote, urljoin, urlsplit

REDIRECTS = 5
TIMEOUT = 30.0  # seconds without a sign of life
_AGENT = "archive-lock-audio (podcast archive; reads each recording once)"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)$")
# What goes wrong on the way, besides an answer that says so.
FAILURES = (OSError, http.client.HTTPException)


class Refused(Exception):
    """An address that cannot be read, and why, in both languages."""


@dataclass(frozen=True)
class Answer:
    """What a server said; ``address`` is where the last of so many ``redirects`` led."""

    address: str
    redirects: int
    status: int
    headers: Message
    body: BinaryIO

    @property
    def kind(self) -> str:
        """The media type, without its parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def length(self) -> int | None:
        """How many bytes the body is said to have."""
        told = self.headers.get("Content-Length", "")
        return int(told) if told.isdigit() else None

    @property
    def part(self) -> tuple[int, int] | None:
        """Where the part begins that the body holds, and the size of the whole."""
        match = _RANGE.match(self.headers.get("Content-Range", ""))
        return (int(match[1]), int(match[3])) if match and self.status == 206 else None

    @property
    def validator(self) -> str:
        """What proves that two parts are of the same file: a strong ETag, or the time."""
        tag = self.headers.get("ETag", "")
        return tag if tag.startswith('"') else self.headers.get("Last-Modified", "")


class _Plain(urllib.request.HTTPErrorProcessor):
    """Hands every answer on as it is: redirects and errors are read here."""

    def http_response(
        self, request: urllib.request.Request, response: HTTPResponse
    ) -> HTTPResponse:
        return response

    https_response = http_response


class Client:
    """Asks for addresses; ``insecure_local``: a server on this machine may do without TLS.

    With ``insecure`` every server may: whoever moves in may come from one that has none.
    """

    def __init__(
        self, *, insecure_local: bool = False, insecure: bool = False, timeout: float = TIMEOUT
    ) -> None:
        self._insecure_local, self._insecure, self._timeout = insecure_local, insecure, timeout
        self._opener = urllib.request.build_opener(_Plain)

    @contextmanager
    def ask(
        self, address: str, *, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> Iterator[Answer]:
        """Ask for an address and follow where it leads. Raises Refused, or one of FAILURES."""
        place = address
        for redirects in range(REDIRECTS + 1):
            response = self._open(place, method, headers or {})
            with response:
                onward = response.headers.get("Location")
                if response.status not in (301, 302, 303, 307, 308) or not onward:
                    answer = Answer(place, redirects, response.status, response.headers, response)
                    if answer.headers.get("Content-Encoding", "identity") != "identity":
                        raise Refused(f"server soubor balí / the server compresses: {place}")
                    yield answer
                    return
            place = urljoin(place, onward)
        raise Refused(f"více než {REDIRECTS} přesměrování / more than {REDIRECTS} redirects")

    def part(
        self, address: str, start: int, end: int | None = None, same: str = ""
    ) -> AbstractContextManager[Answer]:
        """Ask for the bytes from ``start`` up to ``end``, if the file is still the ``same``."""
        headers = {"Range": f"bytes={start}-{'' if end is None else end - 1}"}
        return self.ask(address, headers=headers | ({"If-Range": same} if same else {}))

    def _open(self, address: str, method: str, headers: Mapping[str, str]) -> HTTPResponse:
        parts = urlsplit(address)
        local = self._insecure_local and parts.hostname in _LOOPBACK
        if parts.scheme != "https" and not (parts.scheme == "http" and (local or self._insecure)):
            raise Refused(f"adresa bez https:// / an address without https://: {address}")
        own = {"User-Agent": _AGENT, "Accept-Encoding": "identity", **headers}
        safe = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
        request = urllib.request.Request(safe, headers=own, method=method)
        try:
            response: HTTPResponse = self._opener.open(request, timeout=self._timeout)
            return response
        except urllib.error.URLError as error:
            if isinstance(error.reason, ssl.SSLCertVerificationError):
                why = error.reason.verify_message
                raise Refused(f"neplatný certifikát / invalid certificate: {why}") from error
            raise
