"""`skillgraph completion`: the shell's script."""

from __future__ import annotations

import click

from skillgraph.cli.options import Verb


@click.command(cls=Verb)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script that completes commands, people and skills.

    \b
    bash: eval "$(skillgraph completion bash)" in ~/.bashrc
    zsh:  eval "$(skillgraph completion zsh)" in ~/.zshrc
    fish: skillgraph completion fish > ~/.config/fish/completions/skillgraph.fish
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(context.find_root().command, {}, "skillgraph", "_SKILLGRAPH_COMPLETE").source())
