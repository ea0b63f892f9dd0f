// The list beside the map: every statement once, by report, first those with a place and then those without.
const listElement = part("list");
const chosenElement = part("chosen");

function entry(statement) {
  const meta = element("p", "meta");
  const parts = [];
  for (const at of statement.at) {
    const [line] = whereSaid({ at: [at] });
    if (at.place !== null) {
      const place = places[at.place];
      const button = element("button", "place", words(place.name));
      button.type = "button";
      button.title = extent(place);
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        chooseArea(place, true);
      });
      line.prepend(button, " ");
      if (at.words === place.name) line.children[1].remove();
    }
    parts.push(line);
  }
  parts.push(whenSaid(statement));
  parts.forEach((each, i) => meta.append(...(i ? [element("span", "dot", " · "), each] : [each])));
  const line = spoken(statement);
  line.prepend(element("span", "number", String(statement.number)), " ");
  const item = element("li", "", line, statement.content ? said(statement) : null, meta);
  item.tabIndex = 0;
  item.dataset.id = statement.id;
  item.addEventListener("click", () => String(getSelection()) || choose(statement));
  item.addEventListener("keydown", (event) => {
    if (event.target !== item || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    choose(statement);
  });
  statement.item = item;
  return item;
}

function heading(report) {
  const title = report.url ? element("a", "", words(report.title)) : words(report.title);
  if (report.url) Object.assign(title, { href: report.url, rel: "noreferrer noopener nofollow" });
  const about = [report.publisher, report.published, report.id].filter(Boolean).join(" · ");
  return element("h3", "", title, about ? element("span", "sort", about) : null);
}

const sections = [
  { title: "On the map", about: "", of: (statement) => statement.places.length > 0 },
  {
    title: "Without a place",
    about: "They name no place, or one of which it is not known which is meant.",
    of: (statement) => statement.places.length === 0,
  },
];

function buildList() {
  for (const section of sections) {
    section.number = element("span", "tally");
    section.groups = [];
    section.element = element("section", "", element("h2", "", section.title, section.number));
    section.about = element("p", "about", section.about);
    section.none = element("p", "about none");
    section.element.append(section.about, section.none);
    reports.forEach((report, index) => {
      const those = statements.filter((statement) => statement.report === index && section.of(statement));
      if (!those.length) return;
      const group = element("div", "group", heading(report), element("ol", "", ...those.map(entry)));
      section.groups.push([group, those]);
      section.element.append(group);
    });
    listElement.append(section.element);
  }
  const bare = reports.filter((report) => report.bare.length);
  if (!bare.length) return;
  for (const report of bare) report.outside = element("div", "group", heading(report), element("p", "bare", words(report.bare.join(", "))));
  listElement.append(element("section", "", element("h2", "", "Named outside statements"),
    element("p", "about", "Places in what reports say in their own voice, in the reports’ words; they are not on the map."),
    ...bare.map((report) => report.outside)));
}

function listChanged() {
  for (const statement of statements) {
    statement.item.hidden = !statement.shown;
    statement.item.classList.toggle("at", asked.place >= 0 && statement.places.includes(asked.place));
    statement.item.classList.toggle("chosen", statement.index === asked.statement);
    if (statement.index === asked.statement) statement.item.setAttribute("aria-current", "true");
    else statement.item.removeAttribute("aria-current");
  }
  for (const section of sections) {
    let shown = 0;
    let all = 0;
    for (const [group, those] of section.groups) {
      const here = those.filter((statement) => statement.shown).length;
      group.hidden = !here;
      shown += here;
      all += those.length;
    }
    section.number.textContent = shown === all ? counted(all, "statement") : `${shown} of ${counted(all, "statement")}`;
    section.about.hidden = !section.about.textContent || !shown;
    section.none.hidden = shown > 0;
    section.none.textContent = all ? "None of them answers to what is asked for." : "None.";
  }
  reports.forEach((report, index) => {
    if (report.outside) report.outside.hidden = asked.report >= 0 && asked.report !== index;
  });
  const place = places[asked.place];
  chosenElement.hidden = !place;
  if (!place) return;
  const only = element("button", "quiet", asked.only ? "show the others too" : "show only these");
  const drop = element("button", "quiet", "let go");
  for (const button of [only, drop]) button.type = "button";
  only.addEventListener("click", () => ask({ only: !asked.only }));
  drop.addEventListener("click", letGo);
  chosenElement.replaceChildren(element("p", "", element("b", "", words(place.name)), ` ${counted(place.shown.length, "statement")} `, only, " ", drop));
}

// Scrolls only as far as it must, and without the page around where the list has a scroll of its own.
function bringUp(item) {
  const side = part("side");
  if (side.scrollHeight > side.clientHeight + 1 && getComputedStyle(side).overflowY === "auto") {
    const [inner, outer] = [item.getBoundingClientRect(), side.getBoundingClientRect()];
    const head = part("filters").offsetHeight + chosenElement.offsetHeight + 60;
    if (inner.top < outer.top + head) side.scrollTop += inner.top - outer.top - head;
    else if (inner.bottom > outer.bottom - 20) side.scrollTop += Math.min(inner.top - outer.top - head, inner.bottom - outer.bottom + 40);
  }
}

function choose(statement) {
  hideCard(true);
  ask({ statement: statement.index, place: -1 });
  bringUp(statement.item);
  const boxes = statement.places.map((number) => boxOf(places[number]));
  const outside = statement.places.some((number) => {
    const [x, y] = screen(nearest(places[number].at));
    return x < 30 || y < 30 || x > view.width - 30 || y > view.height - 30;
  });
  if (outside) fit(boxes, Math.max(view.k, widest() * 4));
}

function chooseArea(place, fromList = false) {
  ask({ place: place.index, statement: -1 });
  const [x, y] = screen(nearest(place.at));
  if (fromList && (x < 30 || y < 30 || x > view.width - 30 || y > view.height - 30)) fit([boxOf(place)], Math.max(view.k, widest() * 4));
  layout();
  showCard([place], true);
  if (place.shown.length) bringUp(place.shown[0].item);
}

function letGo() {
  hideCard(true);
  if (asked.place >= 0 || asked.statement >= 0) ask({ place: -1, statement: -1 });
}

function boxOf(place) {
  if (!place.ring || place.km > 2500) return [...place.at, ...place.at];
  const corners = place.ring.map(([lon, lat]) => project(lon, lat));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const west = Math.min(...xs);
  const shift = -Math.floor(west + 0.5);
  return [west + shift, Math.min(...ys), Math.max(...xs) + shift, Math.max(...ys)];
}
