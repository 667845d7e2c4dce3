"""A small web server for tests that gives parts of files, and fails in chosen ways."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class House:
    """What is served, and how badly; ``asked`` notes each request's method, path and range."""

    files: dict[str, bytes] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    kind: str = "audio/mpeg"
    etag: str = '"one"'
    ranges: bool = True
    head: bool = True
    cut_after: list[int] = field(default_factory=list)  # bytes of each next answer, then whole
    failing: list[int] = field(default_factory=list)  # the statuses of the next answers
    extra: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    address: str = ""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    house: House


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_HEAD(self) -> None:
        if self.server.house.head:
            self._answer(send=False)
        else:
            self.send_error(405)

    def do_GET(self) -> None:
        self._answer(send=True)

    def _answer(self, *, send: bool) -> None:
        house = self.server.house
        house.asked.append((self.command, self.path, self.headers.get("Range", "")))
        if house.failing:
            self.send_error(house.failing.pop(0))
        elif onward := house.redirects.get(self.path):
            self.send_response(302)
            self.send_header("Location", onward)
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif (data := house.files.get(self.path)) is None:
            self.send_error(404)
        else:
            self._send(data, send=send)

    def _send(self, data: bytes, *, send: bool) -> None:
        house, start, end = self.server.house, 0, len(data)
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        same = self.headers.get("If-Range", house.etag) == house.etag
        if wanted and same and house.ranges:
            start, end = int(wanted[1]), min(int(wanted[2] or len(data)) + 1, len(data))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(data)}")
        else:
            self.send_response(200)
        headers = {"Content-Type": house.kind, "Content-Length": str(end - start)}
        headers |= {"ETag": house.etag} if house.etag else {}
        for name, value in {**headers, **house.extra}.items():
            self.send_header(name, value)
        self.end_headers()
        if send:
            cut = house.cut_after.pop(0) if house.cut_after else end - start
            self.wfile.write(data[start:end][:cut])

    def log_message(self, *arguments: object) -> None:
        """Keep the tests quiet."""


@contextmanager
def serve(**told: Any) -> Iterator[House]:
    """Serve files on a free port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.house = House(**told, address=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.house
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
