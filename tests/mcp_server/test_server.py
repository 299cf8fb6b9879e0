"""The MCP server, spoken to over stdin and stdout by the SDK's own client."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp")

from mcp import Client, StdioServerParameters, stdio_client

from skillgraph.pipeline import ingest
from skillgraph.queries.library import load_queries

SAMPLES = Path(__file__).parents[2] / "samples"
PROGRAM = "import sys; from skillgraph.cli.mcp import mcp; mcp(sys.argv[1:])"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two résumés."""
    folder = tmp_path_factory.mktemp("mcp")
    ingest([SAMPLES / "amara_okonkwo.md", SAMPLES / "jonas_reinhardt.md"], folder, workers=1)
    return folder


@asynccontextmanager
async def _client(workspace: Path) -> AsyncIterator[Client]:
    parameters = StdioServerParameters(command=sys.executable, args=["-c", PROGRAM, "--workspace", str(workspace)], env=dict(os.environ))
    async with Client(stdio_client(parameters)) as client:
        yield client


def _call(workspace: Path, tool: str, **arguments: Any) -> tuple[bool, Any]:
    """Return whether a tool failed, and its structured answer or its error's words."""

    async def call() -> tuple[bool, Any]:
        async with _client(workspace) as client:
            result = await client.call_tool(tool, arguments)
            text = "".join(getattr(part, "text", "") for part in result.content)
            return bool(result.is_error), text if result.is_error else result.structured_content or json.loads(text)

    return anyio.run(call)


def test_tools_only_read(workspace: Path) -> None:
    async def tools() -> dict[str, bool | None]:
        async with _client(workspace) as client:
            return {tool.name: tool.annotations.read_only_hint if tool.annotations else None for tool in (await client.list_tools()).tools}

    assert anyio.run(tools) == {"ask": True, "cypher": True, "query": True, "schema": True}


def test_ask_gives_proof(workspace: Path) -> None:
    failed, answer = _call(workspace, "ask", question="Who built DLQ-based retry systems?")
    assert (failed, answer["text"], [r["person"] for r in answer["results"]]) == (False, "1 person answers it in full.", ["Amara Okonkwo"])
    assert answer["results"][0]["evidence"][0]["quote"].startswith("Designed the payout retry pipeline")


def test_cypher_reads_and_refuses_to_write(workspace: Path) -> None:
    statement = "MATCH (p:Person) WHERE p.name STARTS WITH $start RETURN p.name AS name ORDER BY name"
    failed, table = _call(workspace, "cypher", statement=statement, parameters={"start": ""}, limit=1)
    assert (failed, table) == (False, {"columns": ["name"], "rows": [["Amara Okonkwo"]], "more": 1})
    assert _call(workspace, "cypher", statement="MATCH (p:Person) DETACH DELETE p")[0]
    assert _call(workspace, "cypher", statement="MATCH (p:Person) RETURN count(p) AS n")[1]["rows"] == [[2]]


def test_queries_and_schema(workspace: Path) -> None:
    failed, schema = _call(workspace, "schema")
    assert (failed, [query["name"] for query in schema["queries"]]) == (False, sorted(load_queries()))
    assert "Achievement" in schema["labels"]
    failed, table = _call(workspace, "query", name="career", parameters={"person": "Amara Okonkwo"})
    assert (failed, len(table["rows"])) == (False, 3)
    failed, words = _call(workspace, "query", name="carer")
    assert (failed, "career" in words) == (True, True)
