// What is painted under the marks: sea, land, borders, the areas that statements name, and the names of countries.
const canvas = part("ground");
const ink = canvas.getContext("2d");
const CIRCLE_DASH = [5, 4];

function colours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["sea", "land", "border", "coast", "name", "halo", "mark", "area", "area-lit"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
let colour = colours();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  colour = colours();
  view.changed();
});

function ringPath(ring) {
  const path = new Path2D();
  ring.forEach(([lon, lat], i) => path[i ? "lineTo" : "moveTo"](...project(lon, lat)));
  path.closePath();
  return path;
}

// The outline of a country where the ground has it, else the circle; `of` is "outlines" to fill, "edges" to draw.
function areaPath(place, of) {
  place.circle ??= ringPath(place.ring);
  return LEVELS.find((level) => view.k < level.below)[of].get(place.outline) ?? place.circle;
}

function outlined(place) {
  return LEVELS[0].outlines.has(place.outline);
}

function copies() {
  const half = view.width / 2 / view.k;
  const made = [];
  for (let copy = Math.floor(view.x - half + 0.5); copy <= Math.ceil(view.x + half - 0.5); copy++) made.push(copy);
  return made;
}

function paint(areas, lit, taken, hidden) {
  const ratio = devicePixelRatio || 1;
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.fillStyle = colour.sea;
  ink.fillRect(0, 0, width, height);
  const level = LEVELS.find((each) => view.k < each.below);
  const k = view.k * ratio;
  for (const copy of copies()) {
    ink.setTransform(k, 0, 0, k, width / 2 + (copy - view.x) * k, height / 2 - view.y * k);
    ink.lineJoin = "round";
    ink.fillStyle = colour.land;
    ink.fill(level.land, "evenodd");
    stroke(level.seams, colour.land, 1.5, k, ratio); // so that the cut does not show where two copies meet
    for (const place of areas) paintArea(place, lit.has(place), false, k, ratio);
    stroke(level.lines.b, colour.border, 0.9, k, ratio);
    stroke(level.lines.d, colour.border, 0.9, k, ratio, [3, 3]);
    stroke(level.lines.c, colour.coast, 0.7, k, ratio);
    for (const place of areas) paintArea(place, lit.has(place), true, k, ratio);
  }
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintNames(taken, hidden);
  paintScale();
}

function stroke(path, style, width, k, ratio, dash = []) {
  ink.strokeStyle = style;
  ink.lineWidth = (width * ratio) / k;
  ink.setLineDash(dash.map((length) => (length * ratio) / k));
  ink.stroke(path);
}

function paintArea(place, isLit, edge, k, ratio) {
  if (!edge) {
    ink.fillStyle = isLit ? colour["area-lit"] : colour.area;
    ink.fill(areaPath(place, "outlines"), "evenodd");
    return;
  }
  stroke(areaPath(place, "edges"), colour.mark, isLit ? 2 : view.k < 2500 ? 0.8 : 1.2, k, ratio, outlined(place) ? [] : CIRCLE_DASH);
}

function paintNames(taken, hidden) {
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  ink.lineJoin = "round";
  ink.setLineDash([]);
  for (const country of NAMES) {
    if (hidden.has(country.code)) continue;
    const room = country.width * view.k;
    if (room < 34) break;
    const size = Math.max(10.5, Math.min(15, room / 14));
    ink.font = `italic ${size}px ${getComputedStyle(document.body).fontFamily}`;
    ink.letterSpacing = `${size * 0.06}px`;
    const wide = ink.measureText(country.name).width;
    if (wide > room * 1.5) continue;
    const [x, y] = screen(nearest(country.at));
    const box = [x - wide / 2 - 3, y - size * 0.7, x + wide / 2 + 3, y + size * 0.7];
    if (x < 0 || y < 0 || x > view.width || y > view.height || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    ink.lineWidth = 3;
    ink.strokeStyle = colour.halo;
    ink.strokeText(country.name, x, y);
    ink.fillStyle = colour.name;
    ink.fillText(country.name, x, y);
  }
  ink.letterSpacing = "0px";
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function paintScale() {
  const across = (EQUATOR_KM / view.k) * Math.cos((latitude(view.y) * Math.PI) / 180); // kilometres a pixel
  const most = across * 110;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((step) => step * power).find((step) => step <= most);
  const bar = part("scale");
  bar.style.width = `${km / across}px`;
  bar.firstElementChild.textContent = km < 1 ? `${Math.round(km * 1000)} m` : `${km.toLocaleString("en")} km`;
}
