// The keys of the desk, in one table: what is bound here is what `?` shows.
const table = [];
const PATIENCE_MS = 1200;
let begun = null;
let since = 0;

/**
 * Bind a key, or a sequence of two.
 * @param {{keys: string[], group: string, does: string, run: (event: KeyboardEvent) => void, hidden?: boolean}} binding
 *   `keys` as `KeyboardEvent.key` has them; `group` and `does` are what the sheet shows.
 */
export function bind(binding) {
  table.push(binding);
}

/** Listen to keys; `opener` is the button that shows the sheet. */
export function listen(opener) {
  bind({ keys: ["?"], group: "Anywhere", does: "Show these keys", run: sheet });
  document.addEventListener("keydown", pressed);
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", sheet);
  }
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const sequence = begun && event.timeStamp - since < PATIENCE_MS ? begun : null;
  begun = null;
  const wanted = (binding) =>
    sequence
      ? binding.keys.length === 2 && binding.keys[0] === sequence && binding.keys[1] === event.key
      : binding.keys.length === 1 && binding.keys[0] === event.key;
  // What a page binds later goes before what every page has.
  const found = table.findLast(wanted);
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (table.some((binding) => binding.keys.length === 2 && binding.keys[0] === event.key)) {
    begun = event.key;
    since = event.timeStamp;
  }
}

function writing(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function sheet() {
  const dialog = document.getElementById("keys") ?? made();
  if (!dialog.open) dialog.showModal();
}

function made() {
  const dialog = element("dialog", { id: "keys", className: "sheet" });
  dialog.setAttribute("aria-labelledby", "keys-title");
  const form = element("form", { method: "dialog" });
  form.append(
    element("h2", { id: "keys-title", textContent: "Keys" }),
    element("button", { className: "button quiet", textContent: "Close" }),
  );
  dialog.append(form);
  for (const group of new Set(table.map((binding) => binding.group))) {
    const list = element("dl", { className: "keys" });
    for (const { keys, does } of table.filter((binding) => binding.group === group && !binding.hidden)) {
      const term = element("dt");
      term.append(...keys.map((key) => element("kbd", { textContent: key })));
      list.append(term, element("dd", { textContent: does }));
    }
    dialog.append(element("h3", { textContent: group }), list);
  }
  document.body.append(dialog);
  return dialog;
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
