"""Builds without waiting for imports: MkDocs and the core are imported once, and each build forks.

What a build leaves in memory goes with its process, as it would with one of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

_COMMAND = [sys.executable, "-m", "mkdocs"]
# Read once, when an interpreter starts; and a project's own core must not meet the imported one.
_AT_START = ("PYTHON", "LC_", "LANG", "TZ")
_servers: list[subprocess.Popen[str]] = []


def _is_of_its_own(root: Path, environment: dict[str, str]) -> bool:
    return (root / "hooks" / "archive").exists() or any(
        name.startswith(_AT_START) for name in environment
    )


def _server() -> subprocess.Popen[str]:
    """Return the process that has everything imported, started when it is first needed."""
    if not _servers:
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        _servers.append(subprocess.Popen([sys.executable, __file__], **pipes))
    return _servers[0]


def close() -> None:
    """End the process that has everything imported."""
    while _servers:
        with _servers.pop() as server:
            assert server.stdin is not None
            server.stdin.close()


def run(
    root: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a folder and return what it said."""
    environment = environment or {}
    variables = {**os.environ, **environment}
    command = [*_COMMAND, *arguments]
    if _is_of_its_own(root, environment):
        return subprocess.run(
            command, cwd=root, env=variables, capture_output=True, text=True, check=False
        )
    with tempfile.TemporaryDirectory() as folder:
        said = [str(Path(folder, name)) for name in ("stdout", "stderr")]
        server = _server()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps([str(root), arguments, variables, said]) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        texts = [Path(name).read_text(encoding="utf-8") for name in said]
    return subprocess.CompletedProcess(command, code, *texts)


def _build(root: str, arguments: list[str], variables: dict[str, str], said: list[str]) -> None:
    """Be the process of one build; never returns."""
    code = 1
    try:
        os.chdir(root)
        os.environ.clear()
        os.environ.update(variables)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, name in enumerate(said, start=1):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), number)
        from mkdocs.__main__ import cli

        cli.main(arguments, prog_name="mkdocs", standalone_mode=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter does: told, and the end
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Import everything, then build what each line of standard input asks for."""
    import material  # noqa: F401 - imported for those that are forked
    import mkdocs_static_i18n.plugin  # noqa: F401

    import archive.build  # noqa: F401

    for line in sys.stdin:
        root, arguments, variables, said = json.loads(line)
        child = os.fork()
        if child == 0:
            _build(root, arguments, variables, said)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
