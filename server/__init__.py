"""The graph in a browser on this machine: the page and a small JSON API, read and never written.

In: a way to open the workspace's graph. Out: an HTTP server on 127.0.0.1.
"""

from skillgraph.server.http import PageServer
from skillgraph.server.workspace import Workspace

__all__ = ["PageServer", "Workspace"]
