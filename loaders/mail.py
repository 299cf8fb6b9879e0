"""Messages and what is attached to them.

In: the bytes of a mailbox or message. Out: messages one after the other, attachments with their names.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from typing import IO

from skillgraph.errors import LoadError

_MOST_PARTS = 200
_EXTENSIONS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
}


def messages(file: IO[bytes], most: int) -> Iterator[bytes | None]:
    """Yield the messages of a mailbox; None for one that is larger than `most` bytes."""
    lines: list[bytes] = []
    size = 0
    blank = True
    begun = False
    while line := file.readline(1 << 20):
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(lines) if size <= most else None
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= most:
                lines.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if not begun:
        raise LoadError("it is no mailbox")
    yield b"".join(lines) if size <= most else None


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the files attached to a message, those of forwarded messages too.

    Raises:
        LoadError: The message is damaged.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        for number, part in enumerate(message.walk()):
            if number > _MOST_PARTS:
                raise LoadError(f"it has more than {_MOST_PARTS} parts")
            if isinstance(part, EmailMessage) and not part.is_multipart():
                yield from _attachment(part, number)
    except (MessageError, ValueError, LookupError, RecursionError, TypeError, AttributeError) as error:
        raise LoadError(f"this message is damaged: {error}") from None


def _attachment(part: EmailMessage, number: int) -> Iterator[tuple[str, bytes]]:
    kind = part.get_content_type()
    name = part.get_filename() or ""
    if not name and kind not in _EXTENSIONS:
        return
    content = part.get_payload(decode=True)
    if isinstance(content, bytes) and content:
        yield name or f"attachment {number}{_EXTENSIONS[kind]}", content
