// The libraries, bundled once into vendor/libraries.min.js; app/libraries.js takes them from there.
import { UndirectedGraph } from "graphology";
import helpers from "graphology-layout-forceatlas2/helpers";
import iterate from "graphology-layout-forceatlas2/iterate";
import defaults from "graphology-layout-forceatlas2/defaults";
import noverlap from "graphology-layout-noverlap";
import Sigma from "sigma";
import { EdgeRectangleProgram, NodeCircleProgram } from "sigma/rendering";

globalThis.SkillgraphLibraries = { UndirectedGraph, Sigma, EdgeRectangleProgram, NodeCircleProgram, forceAtlas2: { helpers, iterate, defaults }, noverlap };
