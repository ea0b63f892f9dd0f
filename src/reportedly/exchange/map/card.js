// A statement in words: nothing of a report is ever more than the text of an element.
function element(tag, name, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

function words(text, name = "") {
  return element("bdi", name, text);
}

function quoted(text, name = "") {
  return element("span", name, "“", words(text), "”");
}

function spoken(statement) {
  const line = element("p", "who");
  for (const [kind, text] of statement.who) line.append(words(text, kind));
  if (!statement.facts.some(([kind]) => kind === "stance") && statement.cue) line.append(" ", words(statement.cue, "cue"));
  for (const [kind, text] of statement.facts) line.append(element("span", "dot", " · "), words(text, `fact ${kind}`));
  return line;
}

function said(statement) {
  const content = element("p", "content", statement.content);
  content.dir = "auto";
  return content;
}

function whenSaid(statement) {
  const about = { stated: "", said: "said ", published: "published " }[statement.basis];
  const line = element("span", "when");
  statement.times.forEach((text, i) => line.append(i ? ", " : "", quoted(text)));
  if (!statement.days.length) {
    line.append(statement.times.length ? " (no date)" : "no time stated");
  } else {
    line.append(statement.times.length ? " " : "", element("span", "date", about + statement.days.map(span).join(", ")));
  }
  return line;
}

function whereSaid(statement, only) {
  const made = [];
  for (const at of statement.at) {
    if (only !== undefined && at.place !== only) continue;
    const line = element("span", "where", quoted(at.words));
    if (at.part) line.append(" (", quoted(at.part), ")");
    if (at.role) line.append(` ${at.role}`);
    if (at.place === null) line.append(element("span", "unknown", " which place is not known"));
    made.push(line);
  }
  return made;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function dayText(number, short = false) {
  const date = new Date(number * DAY);
  const month = MONTHS[date.getUTCMonth()];
  return `${date.getUTCDate()} ${short ? month.slice(0, 3) : month} ${date.getUTCFullYear()}`;
}

function isStart(number) {
  return new Date(number * DAY).getUTCDate() === 1;
}

// A period of days as precisely as it is: a day, a month, a year, or from when to when.
function span([from, to]) {
  if (from === -Infinity) return `until ${dayText(to)}`;
  if (to === Infinity) return `since ${dayText(from)}`;
  if (from === to) return dayText(from);
  const [first, last] = [new Date(from * DAY), new Date(to * DAY)];
  if (isStart(from) && isStart(to + 1)) {
    const [begin, end] = [`${MONTHS[first.getUTCMonth()]} ${first.getUTCFullYear()}`, `${MONTHS[last.getUTCMonth()]} ${last.getUTCFullYear()}`];
    if (begin === end) return begin;
    if (first.getUTCMonth() === 0 && last.getUTCMonth() === 11) {
      return first.getUTCFullYear() === last.getUTCFullYear() ? `${first.getUTCFullYear()}` : `${first.getUTCFullYear()}–${last.getUTCFullYear()}`;
    }
    return `${begin} – ${end}`;
  }
  return `${dayText(from)} – ${dayText(to)}`;
}

function origin(report) {
  const line = element("span", "origin", words(report.title, "title"));
  for (const about of [report.publisher, report.published]) if (about) line.append(element("span", "dot", " · "), words(about));
  return line;
}

function extent(place) {
  const sort = place.in ? `${place.sort}, ${place.in}` : place.sort;
  if (!place.ring) return sort;
  if (outlined(place)) return `${sort}, in its outline`;
  return `${sort}; an area of about ${Math.max(1, Math.round(place.km)).toLocaleString("en")} km around its centre`;
}

const card = part("card");
const opened = { places: [], pinned: false };

function fillCard() {
  card.replaceChildren();
  const listed = new Set();
  for (const place of opened.places) {
    card.append(element("h3", "", words(place.name), element("span", "sort", extent(place))));
    const list = element("ol");
    for (const statement of place.shown) {
      if (listed.has(statement)) continue;
      listed.add(statement);
      const meta = element("p", "meta", ...[...whereSaid(statement, place.index), whenSaid(statement)].flatMap((each, i) => (i ? [element("span", "dot", " · "), each] : [each])));
      const item = element("li", "", spoken(statement), said(statement), meta, element("p", "meta", origin(reports[statement.report])));
      item.addEventListener("click", () => choose(statement));
      list.append(item);
    }
    if (!list.children.length) list.append(element("li", "again", `${counted(place.shown.length, "statement")}, as above`));
    card.append(list);
  }
}

function showCard(those, pinned) {
  const shown = those.filter((place) => place.shown.length);
  if (!shown.length) return hideCard(true);
  if (opened.pinned && !pinned) return undefined;
  clearTimeout(card.leaving);
  Object.assign(opened, { places: shown, pinned });
  fillCard();
  card.hidden = false;
  card.scrollTop = 0;
  placeCard();
  return view.changed();
}

function hideCard(evenPinned) {
  if (card.hidden || (opened.pinned && !evenPinned)) return;
  card.hidden = true;
  Object.assign(opened, { places: [], pinned: false });
  view.changed();
}

function leaveCard() {
  clearTimeout(card.leaving);
  card.leaving = setTimeout(() => hideCard(false), 220);
}
card.addEventListener("pointerenter", () => clearTimeout(card.leaving));
card.addEventListener("pointerleave", leaveCard);

// Beside its mark, on the side that has room; at the bottom where the map is narrow (the style sheet does that).
function placeCard() {
  if (card.hidden) return;
  const anchor = opened.places[0].spot ?? screen(nearest(opened.places[0].at));
  const [wide, high] = [card.offsetWidth, card.offsetHeight];
  const right = anchor[0] + 26 + wide <= view.width - 8;
  const left = right ? anchor[0] + 26 : anchor[0] - 26 - wide;
  card.style.left = `${Math.max(8, Math.min(view.width - wide - 8, left))}px`;
  card.style.top = `${Math.max(8, Math.min(view.height - high - 8, anchor[1] - 40))}px`;
}
