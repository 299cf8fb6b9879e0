// The vendored libraries by name.
export const { UndirectedGraph, Sigma, forceAtlas2, noverlap } = globalThis.SkillgraphLibraries;
