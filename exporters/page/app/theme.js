// Light, dark, or as the system says; light on paper.
import { el, replace } from "./dom.js";
import { icon } from "./icons.js";

const NAMES = { "": "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };
const KEY = "skillgraph-theme";

export function themeButton(changed) {
  const button = el("button", { type: "button", id: "theme", class: "icon" });
  const set = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    button.setAttribute("aria-label", NAMES[theme]);
    button.title = NAMES[theme];
    replace(button, icon(theme || "system"));
    keep(theme);
    changed();
  };
  button.addEventListener("click", () => set({ "": "light", light: "dark", dark: "" }[document.documentElement.dataset.theme ?? ""]));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  set(kept());
  return button;
}

/** Call `begin` and `end` around printing, while the page is light. */
export function onPaper(begin, end) {
  const root = document.documentElement.dataset;
  let theme;
  addEventListener("beforeprint", () => {
    theme = root.theme;
    root.theme = "light";
    begin();
  });
  addEventListener("afterprint", () => {
    if (theme) root.theme = theme;
    else delete root.theme;
    end();
  });
}

// A browser may forbid a page from a file to keep anything: then the choice lasts as long as the page.
function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}

function kept() {
  try {
    const theme = localStorage.getItem(KEY) ?? "";
    return theme in NAMES ? theme : "";
  } catch {
    return "";
  }
}
