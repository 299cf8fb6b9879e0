// Questions to the server that a live page came from, and their answers while the page is open.

const asked = new Map();

/** The questions that were asked, the newest first. */
export function questions() {
  return [...asked.keys()].reverse();
}

/** `{answer}`, `{error}`, or `{}` while the server is thinking; `changed` is called when that ends. */
export function replyTo(question, changed) {
  if (!asked.has(question)) {
    asked.set(question, {});
    fetchAnswer(question).then((reply) => {
      asked.set(question, reply);
      changed();
    });
  }
  return asked.get(question);
}

export function knownReply(question) {
  return asked.get(question) ?? {};
}

export function forget(question) {
  asked.delete(question);
}

async function fetchAnswer(question) {
  try {
    const response = await fetch(`/api/ask?${new URLSearchParams({ question })}`);
    const found = await response.json();
    return response.ok ? { answer: found } : { error: found.error };
  } catch {
    return { error: "The server does not answer. Is skillgraph serve still running?" };
  }
}
