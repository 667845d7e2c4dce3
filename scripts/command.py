"""The command ``archive``: all that staff, developers and workflows run, each by its name.

A module of this folder defines one command of the same name; only the one that is asked for is
imported.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
# Who runs what.
GROUPS = {
    "Obsah / Content": ("check", "site", "stamp", "episode", "import", "health", "lock-audio"),
    "Uchování / Keeping": ("ledger", "audit", "bag", "restore", "offline", "catalogue"),
    "Vývoj / Developing": ("untyped", "derive", "lock", "artwork", "standins", "geography"),
    "Měření / Measuring": ("bench", "lighthouse"),
}
# Where the name of a module says more than that of its command, or must.
_MODULES = {
    "episode": "new_episode",
    "import": "import_feed",
    "lock-audio": "lock_audio",
    "site": "build_site",  # Python has a module site of its own
}

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=ROOT,
    help="složka archivu / the archive's folder",
)


def module_of(name: str) -> str:
    """Return the name of the module that defines a command."""
    return _MODULES.get(name, name)


class Archive(click.Group):
    """Finds each command in its module and lists them by who runs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which they are told."""
        return [name for names in GROUPS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(module_of(cmd_name))
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands below headings that say who runs them."""
        for heading, names in GROUPS.items():
            commands = ((name, self.get_command(ctx, name)) for name in names)
            rows = [(name, command.get_short_help_str(90)) for name, command in commands if command]
            with formatter.section(heading):
                formatter.write_dl(rows)


@click.group(cls=Archive, context_settings={"max_content_width": 100})
def archive() -> None:
    """Nástroje archivu / The archive's tools."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; what is asked wrongly is told."""
    try:
        return archive.main(arguments, prog_name="archive", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130


if __name__ == "__main__":
    sys.exit(main())
