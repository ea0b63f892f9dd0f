// What every page does: keys, the choice of a row, the token on writes, and notices.
import { bind, listen } from "./keys.js";
import { rowKeys } from "./rows.js";
import { say } from "./notices.js";

const csrf = document.querySelector('meta[name="csrf"]')?.content ?? "";

document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRF-Token"] = csrf;
});
document.addEventListener("htmx:error", () => say("The desk does not answer. Nothing was lost; try again.", { wrong: true }));

const search = () => document.querySelector("[data-search]");
bind({ keys: ["/"], group: "Anywhere", does: "Search", run: () => search()?.select() ?? search()?.focus() });
for (const link of document.querySelectorAll("[data-go]")) {
  bind({ keys: ["g", link.dataset.go], group: "Go to", does: link.textContent.trim(), run: () => link.click() });
}
rowKeys();
listen(document.getElementById("keys-open"));
