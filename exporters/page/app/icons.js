// Small pictures for buttons, drawn here so that no font needs to have them.
import { svg } from "./dom.js";

const LINES = {
  link: ["M9.5 14.5l5-5", "M11 7l1.8-1.8a4 4 0 0 1 5.7 5.7L16.7 12.7", "M13 17l-1.8 1.8a4 4 0 0 1-5.7-5.7L7.3 11.3"],
  print: ["M7 9V4h10v5", "M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17", "M7 14h10v6H7z"],
  system: ["M12 4a8 8 0 1 0 0 16z", "M12 4a8 8 0 0 1 0 16"],
  light: [
    "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z",
    "M12 2.5v2",
    "M12 19.5v2",
    "M2.5 12h2",
    "M19.5 12h2",
    "M5.3 5.3l1.4 1.4",
    "M17.3 17.3l1.4 1.4",
    "M5.3 18.7l1.4-1.4",
    "M17.3 6.7l1.4-1.4",
  ],
  dark: ["M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"],
  in: ["M12 5v14", "M5 12h14"],
  out: ["M5 12h14"],
  all: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"],
};

export function icon(name) {
  return svg(
    "svg",
    { class: `sign sign-${name}`, viewBox: "0 0 24 24", width: 19, height: 19, "aria-hidden": "true" },
    LINES[name].map((d) => svg("path", { d })),
  );
}
