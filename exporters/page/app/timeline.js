// Bars over years, as SVG: a career and the use of skills.
import { el, svg } from "./dom.js";

const ROW = 30;
const TOP = 26;

/**
 * A chart of rows `{label, note, href, bars: [{start, end, kind, text, open}]}`; starts and ends are years with fractions.
 * The same facts stand in `description`, for those who do not see it.
 */
export function bars(rows, { width, title, description, labels }) {
  const all = rows.flatMap((row) => row.bars);
  const [first, last] = [Math.floor(Math.min(...all.map((bar) => bar.start))), Math.ceil(Math.max(...all.map((bar) => bar.end)))];
  const left = Math.min(labels, width * 0.4);
  const right = 76;
  const scale = (year) => left + ((year - first) / Math.max(1, last - first)) * (width - left - right);
  const height = TOP + rows.length * ROW + 6;
  return el(
    "div",
    { class: "chart" },
    svg(
      "svg",
      { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title },
      svg("title", {}, title),
      svg("desc", {}, description),
      grid(first, last, scale, height, width),
      rows.map((row, at) => drawRow(row, TOP + at * ROW, { left, scale, width, right })),
    ),
  );
}

function grid(first, last, scale, height, width) {
  const room = scale(first + 1) - scale(first);
  const every = [1, 2, 5, 10].find((years) => years * room > 44) ?? 20;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => year % every === 0);
  return years.map((year) => [
    svg("line", { class: "grid", x1: scale(year), x2: scale(year), y1: TOP - 6, y2: height }),
    scale(year) < width - 20 && svg("text", { class: "tick", x: scale(year), y: TOP - 12, "text-anchor": "middle" }, year),
  ]);
}

function drawRow(row, y, { left, scale, width }) {
  return svg(
    "g",
    {},
    svg("text", { class: "label", x: left - 12, y: y + ROW / 2 + 4, "text-anchor": "end" }, clipped(row.label, left / 6.9)),
    row.bars.map((bar) => drawBar(bar, y, scale)),
    row.note && svg("text", { class: "note", x: width - 4, y: y + ROW / 2 + 4, "text-anchor": "end" }, row.note),
  );
}

function drawBar({ start, end, kind, text, open }, y, scale) {
  const [x, width] = [scale(start), Math.max(4, scale(end) - scale(start) - 1)];
  const inside = text && clipped(text, (width - 14) / 6.4);
  return svg(
    "g",
    {},
    svg("rect", { class: `bar bar-${kind}`, x, y: y + 5, width, height: ROW - 10, rx: 4 }, svg("title", {}, text)),
    open && svg("path", { class: `bar bar-${kind}`, d: `M${x + width - 1} ${y + 5} l8 ${ROW / 2 - 5} l-8 ${ROW / 2 - 5} z` }),
    inside && inside.length > 4 && svg("text", { class: "inside", x: x + 7, y: y + ROW / 2 + 4 }, inside),
  );
}

function clipped(text, letters) {
  const all = [...String(text)];
  return all.length <= letters ? all.join("") : `${all.slice(0, Math.max(0, Math.floor(letters) - 1)).join("")}…`;
}
