// All of it together: the address, the keys, the counts.
const [searchField, reportField, stanceField] = [part("search"), part("report"), part("stance")];

function written() {
  const hash = new URLSearchParams();
  if (asked.q) hash.set("q", asked.q);
  if (asked.from !== null) hash.set("from", iso(asked.from));
  if (asked.to !== null) hash.set("to", iso(asked.to));
  if (!asked.undated) hash.set("undated", "0");
  if (asked.report >= 0) hash.set("report", asked.report + 1);
  if (asked.stance) hash.set("stance", asked.stance);
  if (asked.statement >= 0) hash.set("statement", statements[asked.statement].id);
  if (asked.place >= 0) hash.set("place", asked.place + 1);
  if (asked.only) hash.set("only", "1");
  return hash.toString();
}

function read() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const number = (name, list) => (list[hash.get(name) - 1] ? hash.get(name) - 1 : -1);
  const date = (name) => (/^\d{4}-\d\d-\d\d$/.test(hash.get(name)) && Number.isFinite(day(hash.get(name))) ? day(hash.get(name)) : null);
  const stance = hash.get("stance") ?? "";
  return {
    ...ASKED,
    q: hash.get("q") ?? "",
    from: date("from"),
    to: date("to"),
    undated: hash.get("undated") !== "0",
    report: number("report", reports),
    stance: statements.some((statement) => statement.stance === stance) ? stance : "",
    statement: statements.findIndex((statement) => statement.id === hash.get("statement")),
    place: number("place", places),
    only: hash.get("only") === "1",
  };
}

function options(field, all, entries) {
  field.append(new Option(all, ""), ...entries.map(([value, text]) => new Option(text, value)));
  field.hidden = entries.length < 2;
  field.addEventListener("change", () => ask({ [field.id]: field.id === "report" ? (field.value === "" ? -1 : +field.value) : field.value }));
}

function step(by) {
  const shown = sections.flatMap((section) => section.groups.flatMap(([, those]) => those)).filter((statement) => statement.shown);
  if (!shown.length) return;
  const at = shown.findIndex((statement) => statement.index === asked.statement);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + by));
  choose(shown[next]);
  shown[next].item.focus({ preventScroll: true });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => searchField.focus(),
  "+": () => zoomAt(view.width / 2, view.height / 2, 1.6),
  "=": () => zoomAt(view.width / 2, view.height / 2, 1.6),
  "-": () => zoomAt(view.width / 2, view.height / 2, 1 / 1.6),
  0: () => fitAll(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (document.activeElement === searchField) searchField.blur();
    return letGo();
  }
  if (event.target.matches("input:not([type=range], [type=checkbox]), select") || !KEYS[event.key]) return undefined;
  event.preventDefault();
  return KEYS[event.key]();
});

function fitAll() {
  const shown = places.filter((place) => place.shown.length);
  fit((shown.length ? shown : places).map(boxOf), widest() * 24);
}

let drawn = 0;
view.changed = () => {
  cancelAnimationFrame(drawn);
  drawn = requestAnimationFrame(() => {
    layout();
    placeCard();
  });
};

watchers.push(() => {
  part("counts").textContent = counts();
  if (searchField.value !== asked.q) searchField.value = asked.q;
  reportField.value = asked.report < 0 ? "" : asked.report;
  stanceField.value = asked.stance;
  const hash = written();
  if (location.hash.slice(1) !== hash) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}, listChanged, sliderChanged, () => {
  if (!card.hidden) {
    opened.places = opened.places.filter((each) => each.shown.length);
    if (opened.places.length) fillCard();
    else hideCard(true);
  }
  view.changed();
});

const hasStance = [...new Set(statements.map((statement) => statement.stance).filter(Boolean))];
options(reportField, "All reports", reports.map((report, index) => [index, [report.publisher, report.title].filter(Boolean).join(": ")]));
options(stanceField, "Whatever they do", hasStance.map((stance) => [stance, stance]));
part("filters").addEventListener("submit", (event) => event.preventDefault());
searchField.addEventListener("input", () => ask({ q: searchField.value }));
part("closer").addEventListener("click", KEYS["+"]);
part("wider").addEventListener("click", KEYS["-"]);
part("all").addEventListener("click", fitAll);
if (!places.length) {
  part("nowhere").hidden = false;
  part("nowhere").textContent = statements.length ? "None of these statements names a place that is known." : "No statements were found.";
}

// Shows what the address asks for.
function follow() {
  ask(read());
  const { statement, place } = asked;
  if (statement >= 0) choose(statements[statement]);
  else if (place >= 0) chooseArea(places[place], true);
}

measured();
buildList();
buildSlider();
ask(read());
fitAll();
follow();
addEventListener("hashchange", () => location.hash.slice(1) !== written() && follow());
new ResizeObserver(() => {
  const narrow = view.width;
  measured();
  if (narrow !== view.width) look(view.x, view.y, view.k);
  view.changed();
}).observe(mapElement);
