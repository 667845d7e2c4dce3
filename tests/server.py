"""A small web server for tests: a base path, types, ranges, a 404 page, as GitHub Pages has."""

from __future__ import annotations

import gzip
import io
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

# What GitHub Pages compresses.
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class Compressing(SimpleHTTPRequestHandler):
    """Sends text as GitHub Pages does: gzip of level 6, to be kept for ten minutes."""

    compressing: ClassVar = False

    def send_head(self) -> Any:
        """Send the headers of a file, and return what follows them."""
        if self.path == "/favicon.ico":  # of the host, not of the archive; asked for plain text
            self.send_response(204)
            self.end_headers()
            return None
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if not self.compressing or file.suffix not in COMPRESSED or not file.is_file():
            return super().send_head()
        data = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def end_headers(self) -> None:
        """Say how long an answer may be kept."""
        if self.compressing:
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


class Server(ThreadingHTTPServer):
    """Says nothing of a browser that has left in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of every other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, base: str, *, compress: bool = False) -> Iterator[str]:
    """Serve a folder at a base path on a free port; yield the address.

    With ``compress``, text travels compressed and is kept, as from GitHub Pages.
    """

    class Handler(Compressing):
        """Serves the folder below the base path."""

        compressing: ClassVar = compress
        protocol_version = "HTTP/1.1" if compress else "HTTP/1.0"

        extensions_map: ClassVar[dict[str, str]] = {
            **SimpleHTTPRequestHandler.extensions_map,
            ".vtt": "text/vtt",
            ".webp": "image/webp",
            ".woff2": "font/woff2",
            ".mp3": "audio/mpeg",
        }

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, directory=str(folder), **options)

        def translate_path(self, path: str) -> str:
            """Take the base path away; what lies outside it does not exist."""
            if not path.startswith(base):
                return str(folder / "missing")
            return super().translate_path("/" + path.removeprefix(base))

        def do_GET(self) -> None:
            """Answer a range of bytes with that range: a player seeks by it."""
            file = Path(self.translate_path(self.path))
            wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            if not wanted or not file.is_file():
                super().do_GET()
                return
            data = file.read_bytes()
            first, last = int(wanted[1]), min(int(wanted[2] or len(data)), len(data) - 1)
            self.send_response(206)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
            self.send_header("Content-Length", str(last - first + 1))
            self.end_headers()
            self.wfile.write(data[first : last + 1])

        def end_headers(self) -> None:
            """Say that ranges are answered."""
            self.send_header("Accept-Ranges", "bytes")
            super().end_headers()

        def send_error(self, code: int, *arguments: Any, **options: Any) -> None:
            """Answer a missing address with the site's own page."""
            page = folder / "404.html"
            if code != 404 or not page.exists():
                super().send_error(code, *arguments, **options)
                return
            body = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Keep the tests quiet."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
