from collections.abc import Iterator
from skillgraph.loaders.blocks import Draft
def read_latex(text: str) -> Iterator[Draft]:
    return iter(())
