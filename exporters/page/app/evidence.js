// A fact's proof: the quoted words, the file, and where in it they stand.
import { el, said } from "./dom.js";

/** A quote with the words of the fact marked. */
export function quotation(evidence, surface) {
  return figure(markedSurface(evidence.quote ?? "", surface), evidence);
}

/** A quote with several words marked. */
export function markedQuotation(proof) {
  const text = proof.quote;
  const places = proof.marks.map((mark) => [place(text, mark), mark.length]).filter(([at]) => at >= 0);
  const parts = [];
  let at = 0;
  for (const [start, length] of places.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < at) continue;
    parts.push(text.slice(at, start), el("mark", {}, text.slice(start, start + length)));
    at = start + length;
  }
  return figure([...parts, text.slice(at)], proof);
}

function figure(content, { document: path, start, end, page }) {
  const where = [page ? `page ${page}` : "", `characters ${start.toLocaleString("en")}–${end.toLocaleString("en")}`]
    .filter(Boolean)
    .join(", ");
  return el(
    "figure",
    { class: "evidence" },
    el("blockquote", { dir: "auto" }, content),
    path && el("figcaption", {}, el("span", { class: "file", title: path }, said(path.split("/").at(-1))), ` · ${where}`),
  );
}

function markedSurface(quote, surface) {
  const at = surface ? place(quote, surface) : -1;
  if (at < 0) return [quote];
  return [quote.slice(0, at), el("mark", {}, quote.slice(at, at + surface.length)), quote.slice(at + surface.length)];
}

function place(quote, surface) {
  const exact = new RegExp(`(?<![\\p{L}\\p{N}])${surface.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u").exec(quote);
  return exact ? exact.index : quote.indexOf(surface);
}
