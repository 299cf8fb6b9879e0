// Of very many lines the strongest are drawn: more would be one grey cloud, and slow.

export const MOST_LINES = 20_000;
const RANK = { job: 3, demonstrated: 3, work: 2, stated: 1, paper: 1, inferred: 0, ontology: 0 };

/** `{drawn, left}`: at most `MOST_LINES` edges, the best of each node before the second best of any, and those left out. */
export function strongest(edges) {
  const all = [...edges];
  if (all.length <= MOST_LINES) return { drawn: all, left: [] };
  const ordered = all.sort(
    (a, b) =>
      (RANK[b.kind] ?? 0) - (RANK[a.kind] ?? 0) || (b.weight ?? 0) - (a.weight ?? 0) || a.a.index - b.a.index || a.b.index - b.b.index,
  );
  const seen = new Map();
  const turn = ordered.map((edge) => Math.min(next(seen, edge.a), next(seen, edge.b)));
  const places = ordered.map((_, at) => at).sort((a, b) => turn[a] - turn[b] || a - b);
  return { drawn: places.slice(0, MOST_LINES).map((at) => ordered[at]), left: places.slice(MOST_LINES).map((at) => ordered[at]) };
}

function next(seen, node) {
  const number = seen.get(node) ?? 0;
  seen.set(node, number + 1);
  return number;
}
