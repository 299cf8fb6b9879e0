// The vendored libraries by name.
export const { UndirectedGraph, Sigma, EdgeRectangleProgram, NodeCircleProgram, forceAtlas2, noverlap } = globalThis.SkillgraphLibraries;
