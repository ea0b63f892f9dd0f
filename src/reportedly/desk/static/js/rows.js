// Lists: the chosen row has the focus, and its id is in the address. To choose never opens, and never decides.
import { bind } from "./keys.js";

const rows = () => [...document.querySelectorAll("[data-rows] [data-row]")];
const handle = (row) => row.querySelector(".row-open") ?? row;

function chosen() {
  return document.querySelector("[data-row].chosen");
}

/** Choose a row: focus it, and keep it in the address. */
export function choose(row) {
  if (!row) return;
  chosen()?.classList.remove("chosen");
  row.classList.add("chosen");
  handle(row).focus({ preventScroll: true });
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  if (row.id) history.replaceState(history.state, "", `#${row.id}`);
}

function step(by) {
  const all = rows();
  const at = all.indexOf(chosen());
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

/** Bind the keys of lists, and let a click on a row choose it. */
export function rowKeys() {
  if (!document.querySelector("[data-rows]") && !document.querySelector("[hx-target='#list']")) return;
  bind({ keys: ["j"], group: "In a list", does: "Next", run: () => step(1) });
  bind({ keys: ["k"], group: "In a list", does: "Previous", run: () => step(-1) });
  bind({ keys: ["Enter"], group: "In a list", does: "Open what is chosen", run: (event) => open(event) });
  document.addEventListener("click", (event) => {
    const row = event.target.closest?.("[data-row]");
    if (row && !event.target.closest("a, button, input, label, summary")) choose(row);
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("[data-row]");
    if (row && row !== chosen()) {
      chosen()?.classList.remove("chosen");
      row.classList.add("chosen");
    }
  });
  const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named && named.matches("[data-row]")) choose(named);
}

function open(event) {
  const focused = event.target.closest?.("a, button, summary");
  const target = focused ?? (chosen() && handle(chosen()));
  target?.click();
}
