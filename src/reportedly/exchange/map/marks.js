// The marks over the ground: a round one for a city, words within an area, and one for several that lie too close.
const marksElement = part("marks");
const NEAR = 21; // pixels between marks that are still told apart
const measure = document.createElement("canvas").getContext("2d");

for (const place of [...places].sort((a, b) => b.statements.length - a.statements.length)) {
  const button = element("button", "mark", element("b", "count"), element("span", "label"));
  button.type = "button";
  place.button = button;
  place.group = [place];
  button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && showCard(place.group, false));
  button.addEventListener("pointerleave", leaveCard);
  button.addEventListener("focus", () => button.matches(":focus-visible") && showCard(place.group, false));
  button.addEventListener("blur", leaveCard);
  button.addEventListener("click", () => {
    if (mapElement.classList.contains("dragged")) return;
    if (place.group.length > 1 && apart(place.group)) fit(place.group.map((each) => [...each.at, ...each.at]), view.k * 12);
    else chooseArea(place);
  });
  marksElement.append(button);
}

function apart(group) {
  const [west, north, east, south] = around(group.map((each) => [...each.at, ...each.at]));
  return Math.max(east - west, south - north) * (EQUATOR_KM / SMALLEST_KM) > NEAR;
}

function radius(place) {
  return place.ring ? (place.km / EQUATOR_KM / Math.cos((Math.max(-80, Math.min(80, place.lat)) * Math.PI) / 180)) * view.k : 0;
}

// Places whose marks would lie on one another become one group, under the one with the most to say.
function grouped(shown) {
  const cells = new Map();
  const groups = [];
  for (const place of shown) {
    place.spot = screen(nearest(place.at));
    const [x, y] = place.spot;
    if (x < -60 || y < -60 || x > view.width + 60 || y > view.height + 60) continue;
    if (radius(place) > NEAR * 1.4) {
      groups.push({ lead: place, places: [place] });
      continue;
    }
    const [column, row] = [Math.floor(x / NEAR), Math.floor(y / NEAR)];
    let found = null;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const other = cells.get(`${column + dx},${row + dy}`);
        if (other && Math.hypot(other.lead.spot[0] - x, other.lead.spot[1] - y) < NEAR) found = other;
      }
    }
    if (found) {
      found.places.push(place);
      continue;
    }
    const group = { lead: place, places: [place] };
    groups.push(group);
    cells.set(`${column},${row}`, group);
  }
  return groups;
}

function fontOf(name) {
  const style = getComputedStyle(document.documentElement);
  return `${name} ${style.getPropertyValue("--label").trim()} ${style.fontFamily}`;
}

function layout() {
  const lit = litPlaces();
  const shown = places.filter((place) => place.shown.length)
    .sort((a, b) => lit.has(b) - lit.has(a) || b.shown.length - a.shown.length || a.index - b.index);
  const groups = grouped(shown);
  const taken = [];
  measure.font = fontOf("600");
  for (const group of groups) {
    group.count = new Set(group.places.flatMap((place) => place.shown)).size;
    group.area = group.places.every((place) => place.ring);
    const digits = group.count > 1 ? String(group.count).length : 0;
    group.half = group.area ? [digits ? 6 + digits * 4 : 5, digits ? 9 : 5] : Array(2).fill(digits ? 7.5 + digits * 2.5 : 5.5);
    const others = group.places.length - 1;
    group.text = others ? `${group.lead.name} and ${others} more` : group.lead.name;
    const [x, y] = group.lead.spot;
    taken.push([x - group.half[0], y - group.half[1], x + group.half[0], y + group.half[1]]);
  }
  taken.push([0, view.height - 40, 130, view.height], [view.width - 48, view.height - 112, view.width, view.height]); // scale and buttons
  groups.forEach((group, number) => placeMark(group, taken, number, lit));
  // Only those that are gone are hidden: a mark that is hidden, if for a moment, loses the focus.
  const leads = new Set(groups.map((group) => group.lead));
  for (const place of places) if (!leads.has(place)) place.button.hidden = true;
  const named = new Set(groups.map((group) => group.lead.outline).filter(Boolean));
  const areas = shown.filter((place) => place.ring).sort((a, b) => b.km - a.km);
  paint(areas, lit, taken, named);
}

function placeMark(group, taken, number, lit) {
  const { lead, half, text, count } = group;
  const [x, y] = lead.spot;
  const wide = measure.measureText(text).width + 8;
  const sides = {
    right: [x + half[0], y - 9, x + half[0] + wide, y + 9],
    left: [x - half[0] - wide, y - 9, x - half[0], y + 9],
    below: [x - wide / 2, y + half[1], x + wide / 2, y + half[1] + 18],
    above: [x - wide / 2, y - half[1] - 18, x + wide / 2, y - half[1]],
  };
  const free = (box) => box[0] > 0 && box[2] < view.width && !taken.some((other, i) => i !== number && overlap(box, other));
  const forced = lit.has(lead) ? "right" : "none";
  const order = group.area ? ["below", "above", "right", "left"] : ["right", "left", "below", "above"];
  const side = order.find((each) => free(sides[each])) ?? forced;
  if (side !== "none") taken.push(sides[side]);
  const button = lead.button;
  const [badge, label] = button.children;
  badge.textContent = count > 1 ? count : "";
  label.textContent = text;
  lead.group = group.places;
  const classes = ["mark", group.area ? "area" : "point", side];
  if (count > 1) classes.push("several");
  if (group.places.some((place) => lit.has(place))) classes.push("lit");
  button.className = classes.join(" ");
  button.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  button.setAttribute("aria-label", `${text}: ${counted(count, "statement")}`);
  button.hidden = false;
}

function litPlaces() {
  const lit = new Set(opened.places);
  if (asked.place >= 0) lit.add(places[asked.place]);
  if (asked.statement >= 0) for (const number of statements[asked.statement].places) lit.add(places[number]);
  return lit;
}

// The smallest area under the pointer.
function areaAt(event) {
  const box = mapElement.getBoundingClientRect();
  const x = view.x + (event.clientX - box.left - view.width / 2) / view.k;
  const y = view.y + (event.clientY - box.top - view.height / 2) / view.k;
  ink.setTransform(1, 0, 0, 1, 0, 0);
  return places.filter((place) => place.ring && place.shown.length).sort((a, b) => a.km - b.km)
    .find((place) => [0, 1, -1].some((copy) => ink.isPointInPath(areaPath(place, "outlines"), x + copy, y, "evenodd")));
}

let waiting = 0;
mapElement.addEventListener("pointermove", (event) => {
  if (event.pointerType !== "mouse" || fingers.size || event.target.closest("#card, #zoom, .mark")) return clearTimeout(waiting);
  const place = areaAt(event);
  mapElement.classList.toggle("over", Boolean(place));
  clearTimeout(waiting);
  if (place && opened.places[0] === place) return clearTimeout(card.leaving);
  if (!card.hidden) leaveCard();
  if (place) waiting = setTimeout(() => showCard([place], false), 300);
  return undefined;
});
mapElement.addEventListener("pointerleave", () => {
  clearTimeout(waiting);
  leaveCard();
});
mapElement.addEventListener("click", (event) => {
  if (mapElement.classList.contains("dragged") || event.target.closest("#card, #zoom, .mark")) return;
  const place = areaAt(event);
  if (place) chooseArea(place);
  else letGo();
});
