"""Reaching a Neo4j server: its address, the password, and one clear line for everything that can be wrong.

In: a store URL. Out: a driver that answers, or a `StoreError`.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, unquote, urlsplit

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable
from pydantic import Field

from skillgraph.errors import QueryError, StoreError
from skillgraph.model import Frozen

OLDEST = (5, 26)
PASSWORD_VARIABLES = ("SKILLGRAPH_NEO4J_PASSWORD", "NEO4J_PASSWORD")
USER_VARIABLES = ("SKILLGRAPH_NEO4J_USER", "NEO4J_USERNAME")
KEYRING_SERVICE = "skillgraph-neo4j"
CONNECT_SECONDS = 10.0
RETRY_SECONDS = 20.0
_HOW_TO_GIVE_A_PASSWORD = f"set {PASSWORD_VARIABLES[0]}, or store it with `keyring set {KEYRING_SERVICE} USER@HOST:PORT`"


class Address(Frozen):
    """Where a server is and which part of it is ours; never holds a password."""

    uri: str = Field(description="scheme, host and port, as the driver takes them")
    user: str
    database: str | None = None
    workspace: str | None = Field(None, description="key of the workspace; without it the only one there counts")

    @property
    def place(self) -> str:
        """Host and port, for messages."""
        return self.uri.partition("://")[2]


def parse_address(url: str, *, workspace: str | None = None) -> Address:
    """Return the address in a store URL.

    Args:
        url: `neo4j+s://USER@HOST:PORT?database=NAME&workspace=KEY`; user, port, database and workspace may be left out.
        workspace: key of the workspace when the URL names none.

    Raises:
        StoreError: The URL holds a password, lacks a host, or has an unknown part.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or 7687
    except ValueError as error:
        raise StoreError("the store URL is not well formed: write neo4j://USER@HOST:PORT?database=NAME") from error
    if parts.password is not None:
        raise StoreError(f"leave the password out of the store URL: {_HOW_TO_GIVE_A_PASSWORD}")
    if not host or parts.path.strip("/") or parts.fragment:
        raise StoreError("the store URL is not well formed: write neo4j://USER@HOST:PORT?database=NAME")
    options = dict(parse_qsl(parts.query))
    strange = sorted(set(options) - {"database", "workspace"})
    if strange:
        raise StoreError(f"unknown option {strange[0]!r} in the store URL; known: database, workspace")
    user = unquote(parts.username or "") or _first_set(USER_VARIABLES) or "neo4j"
    shown = f"[{host}]" if ":" in host else host
    return Address(
        uri=f"{parts.scheme}://{shown}:{port}", user=user, database=options.get("database"), workspace=options.get("workspace") or workspace
    )


def _first_set(names: tuple[str, ...]) -> str | None:
    return next((os.environ[name] for name in names if os.environ.get(name)), None)


def connect(address: Address, prompt: Callable[[str], str] | None = None) -> Driver:
    """Return a driver whose server answers, accepts the password and is new enough.

    Raises:
        StoreError: One of these is not so.
    """
    password = (
        _first_set(PASSWORD_VARIABLES) or _from_keyring(address) or (prompt and prompt(f"Password of {address.user} at {address.place}"))
    )
    # The driver logs what it raises too; without a handler Python would print that beside our line.
    if not logging.getLogger("neo4j").hasHandlers():
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
    with plain_errors(address):
        driver = GraphDatabase.driver(
            address.uri,
            auth=(address.user, password) if password else None,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF",
        )
    try:
        with plain_errors(address):
            agent = driver.get_server_info().agent
            check_version(address, agent)
            with driver.session(database=address.database) as session:
                # A managed transaction, because a server that has just started refuses for some seconds.
                session.execute_read(lambda work: work.run("RETURN 1").consume())
    except StoreError:
        driver.close()
        raise
    return driver


def _from_keyring(address: Address) -> str | None:
    try:
        import keyring
    except ImportError:
        return None
    # A keyring without a working backend raises many kinds of errors; the prompt and the environment are still there.
    try:
        found: str | None = keyring.get_password(KEYRING_SERVICE, f"{address.user}@{address.place}")
    except Exception:
        return None
    return found


def check_version(address: Address, agent: str) -> None:
    """Refuse a server of which the agent line tells that it is too old; one that tells no version is taken."""
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise StoreError(f"{address.place} runs {agent}: Neo4j {OLDEST[0]}.{OLDEST[1]} or newer is needed")


@contextmanager
def plain_errors(address: Address, *, timeout: float = 0.0) -> Iterator[None]:
    """Turn what driver and server say into one line that names the reason and the remedy.

    Args:
        address: the server, for the message.
        timeout: seconds that the statement was allowed.
    """
    try:
        yield
    except AuthError as error:
        raise StoreError(f"{address.place} refuses the password of user {address.user!r}: {_HOW_TO_GIVE_A_PASSWORD}") from error
    except ServiceUnavailable as error:
        raise StoreError(_no_answer(address)) from error
    except Neo4jError as error:
        raise _from_server(address, error, timeout) from error
    except (ConfigurationError, DriverError, OSError, ValueError) as error:
        raise StoreError(f"{address.place} cannot be used: {_first_line(error)}") from error


def _no_answer(address: Address) -> str:
    scheme = address.uri.partition("://")[0]
    if "+" not in scheme:
        return f"no Neo4j answers at {address.place}: check that it runs and that scheme, host and port are right"
    plain = scheme.partition("+")[0]
    return f"no Neo4j answers with TLS at {address.place}: check that it runs and has a certificate, or use {plain}:// where it has none"


def _from_server(address: Address, error: Neo4jError, timeout: float) -> StoreError | QueryError:
    code = error.code or ""
    for part, kind, message in _ANSWERS:
        if part in code:
            return kind(
                message.format(place=address.place, user=address.user, database=address.database or "the default one", timeout=timeout)
            )
    if ".Statement." in code:
        return QueryError(_first_line(error))
    return StoreError(f"{address.place} answers {code.rpartition('.')[2] or 'an error'}: {_first_line(error)}")


_ANSWERS: tuple[tuple[str, type[StoreError] | type[QueryError], str], ...] = (
    ("Statement.AccessMode", QueryError, "the statement would write: only reading is allowed here"),
    (
        "Transaction.TransactionTimedOut",
        StoreError,
        "the statement ran longer than {timeout:g} s: narrow it, or allow more time with --timeout",
    ),
    ("Database.DatabaseNotFound", StoreError, "{place} has no database {database!r}: create it, or choose another with ?database=NAME"),
    (
        "Security.CredentialsExpired",
        StoreError,
        "{place} wants the password of user {user!r} changed first: change it in the Neo4j Browser",
    ),
    ("Security.AuthenticationRateLimit", StoreError, "{place} refuses user {user!r} after too many wrong passwords: wait some seconds"),
    ("ReadOnly", StoreError, "{place} keeps the database {database!r} read-only: choose another with ?database=NAME, or make it writable"),
    ("WriteOnReadOnlyAccessDatabase", StoreError, "{place} keeps the database {database!r} read-only: choose another with ?database=NAME"),
    ("NotALeader", StoreError, "{place} is a replica that takes no writes: use neo4j:// instead of bolt:// in the URL"),
    (
        "Security.Forbidden",
        StoreError,
        "user {user!r} at {place} lacks the rights for this: ask for a role that may read, write and create indexes",
    ),
)


def _first_line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error)
    return str(text).strip().split("\n", 1)[0]
