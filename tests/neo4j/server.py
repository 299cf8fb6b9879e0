"""A real Neo4j Community for tests, from Maven Central, without containers; by hand: `python tests/neo4j/server.py`.

In: Java 17 and Maven. Out: a server on free ports of 127.0.0.1 with a password, gone with its files when it is stopped.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

VERSION = "5.26.30"
POM = Path(__file__).with_name("pom.xml")
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
START_SECONDS = 90
_OPEN = tuple(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch"))
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
internal.server.bolt.thread_pool_shutdown_wait_time=0s
{more}
"""


class Unavailable(Exception):
    """The server cannot be assembled or started here; the message says why."""


class Server(NamedTuple):
    """A running server."""

    bolt: int
    http: int
    user: str
    password: str
    home: Path

    @property
    def url(self) -> str:
        """Bolt address with the user's name and without the password."""
        return f"bolt://{self.user}@127.0.0.1:{self.bolt}"


def cache_folder() -> Path:
    """Return the folder of the server's jars."""
    root = os.environ.get("SKILLGRAPH_CACHE") or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "skillgraph"
    return Path(root) / f"neo4j-{VERSION}"


def assemble() -> Path:
    """Return the folder of jars, filled by Maven when it is not there yet.

    Raises:
        Unavailable: Java or Maven is missing, or Maven cannot load the jars.
    """
    if shutil.which("java") is None:
        raise Unavailable("java is not installed")
    folder = cache_folder()
    if folder.is_dir():
        return folder
    if shutil.which("mvn") is None:
        raise Unavailable("mvn is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as part:
        command = ["mvn", "-q", "-B", "-f", str(POM), PLUGIN, f"-DoutputDirectory={part}/lib"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise Unavailable(f"Maven cannot load Neo4j {VERSION}: {(done.stdout + done.stderr).strip()[:300]}")
        if not folder.is_dir():
            Path(part, "lib").rename(folder)
    return folder


def admin(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run neo4j-admin on the server's home; the server must not run for most of its commands."""
    command = ["java", *_OPEN, "-cp", _classpath(home), "org.neo4j.cli.AdminTool", *words]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env={**os.environ, **places})


def _classpath(home: Path) -> str:
    return f"{home}/conf/*:{assemble()}/*"


def prepare(home: Path, *, settings: Sequence[str] = ()) -> Server:
    """Write a home folder with configuration, free ports and a random password.

    Args:
        home: an empty folder.
        settings: more lines for neo4j.conf.

    Raises:
        Unavailable: The password cannot be set.
    """
    bolt, http = _free_ports()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    text = _CONFIGURATION.format(bolt=bolt, http=http, more="\n".join(settings))
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
    password = secrets.token_hex(8)
    done = admin(home, "dbms", "set-initial-password", password)
    if done.returncode:
        raise Unavailable(f"neo4j-admin cannot set the password: {done.stderr.strip()[:300]}")
    return Server(bolt, http, "neo4j", password, home)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


@contextmanager
def started(server: Server) -> Iterator[Server]:
    """Run a prepared server until the block ends; only its own process is stopped.

    Raises:
        Unavailable: It ends or does not answer in time.
    """
    log = server.home / "console.log"
    places = [f"--home-dir={server.home}", f"--config-dir={server.home}/conf"]
    command = ["java", "-Xmx512m", *_OPEN, "-cp", _classpath(server.home), "org.neo4j.server.CommunityEntryPoint", *places]
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        _wait(process, server, log)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], server: Server, log: Path) -> None:
    limit = time.monotonic() + START_SECONDS
    while not _answers(server.bolt):
        if process.poll() is not None:
            raise Unavailable(f"Neo4j ended while starting: {log.read_text(encoding='utf-8', errors='replace')[-300:]}")
        if time.monotonic() > limit:
            raise Unavailable(f"Neo4j does not answer after {START_SECONDS} s")
        time.sleep(0.25)


def _answers(port: int) -> bool:
    """Tell whether a Bolt handshake succeeds."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(bytes.fromhex("6060b01700000405000000000000000000000000"))
            return len(connection.recv(4)) == 4
    except OSError:
        return False


@contextmanager
def temporary_server(*, settings: Sequence[str] = ()) -> Iterator[Server]:
    """Run a new, empty server in a temporary folder.

    Raises:
        Unavailable: It cannot be assembled or started here.
    """
    assemble()
    with (
        tempfile.TemporaryDirectory(prefix="skillgraph-neo4j-", ignore_cleanup_errors=True) as folder,
        started(prepare(Path(folder), settings=settings)) as server,
    ):
        yield server


def main() -> None:
    """Run a server until Ctrl-C or SIGTERM and say how to reach it."""
    # Without this a terminated script would leave the server running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with temporary_server() as server:
        sys.stdout.write(f"store:    {server.url}\npassword: {server.password}\nbrowser:  http://127.0.0.1:{server.http}/browser/\n")
        sys.stdout.flush()
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
