// Where the map looks: the middle of the window on the plane, and how many pixels the world is wide.
const SMALLEST_KM = 0.05; // kilometres a pixel, at the closest
const EQUATOR_KM = 40075;
const KEEP = 0.46; // how far north and south the middle may go

const mapElement = part("map");
const view = { x: 0, y: -0.06, k: 800, width: 800, height: 600, changed: () => {} };

function screen([x, y]) {
  return [(x - view.x) * view.k + view.width / 2, (y - view.y) * view.k + view.height / 2];
}

// The copy of a point that is nearest to the middle: the world goes on to the east and the west.
function nearest([x, y]) {
  return [x - Math.round(x - view.x), y];
}

function widest() {
  return Math.max(view.width * 0.98, view.height * 0.9);
}

function look(x, y, k) {
  view.k = Math.max(widest(), Math.min(EQUATOR_KM / SMALLEST_KM, k));
  view.x = x - Math.floor(x + 0.5);
  const room = Math.max(0, KEEP - view.height / 2 / view.k);
  view.y = Math.max(-room, Math.min(room, y));
  view.changed();
}

function zoomAt(px, py, factor) {
  const x = view.x + (px - view.width / 2) / view.k;
  const y = view.y + (py - view.height / 2) / view.k;
  const k = Math.max(widest(), Math.min(EQUATOR_KM / SMALLEST_KM, view.k * factor));
  look(x - (px - view.width / 2) / k, y - (py - view.height / 2) / k, k);
}

// The smallest window around boxes [west, north, east, south] on the plane; it may lie across the antimeridian.
function around(boxes) {
  const ordered = [...boxes].sort((a, b) => a[0] - b[0]);
  let best = { gap: -1, start: 0 };
  let reach = -Infinity;
  ordered.forEach((box, i) => {
    reach = Math.max(reach, box[2]);
    const next = i + 1 < ordered.length ? ordered[i + 1][0] : ordered[0][0] + 1;
    if (next - reach > best.gap) best = { gap: next - reach, start: (i + 1) % ordered.length };
  });
  const west = ordered[best.start][0];
  const shifted = ordered.map((box) => (box[0] < west ? box[2] + 1 : box[2]));
  return [west, Math.min(...boxes.map((box) => box[1])), Math.max(...shifted), Math.max(...boxes.map((box) => box[3]))];
}

function fit(boxes, closest) {
  if (!boxes.length) return look(0.03, -0.07, 0);
  const [west, north, east, south] = around(boxes);
  const padding = Math.min(90, view.width * 0.12);
  const across = (view.width - 2 * padding) / Math.max(east - west, 1e-9);
  const down = (view.height - 2 * Math.min(padding, view.height * 0.16)) / Math.max(south - north, 1e-9);
  return look((west + east) / 2, (north + south) / 2, Math.min(across, down, closest));
}

function measured() {
  const box = mapElement.getBoundingClientRect();
  view.width = Math.max(1, box.width);
  view.height = Math.max(1, box.height);
}

const fingers = new Map();
let moved = 0;

mapElement.addEventListener("wheel", (event) => {
  if (event.target.closest("#card")) return;
  event.preventDefault();
  const box = mapElement.getBoundingClientRect();
  const turn = event.deltaMode === 1 ? event.deltaY * 20 : event.deltaY;
  zoomAt(event.clientX - box.left, event.clientY - box.top, Math.exp(-Math.max(-240, Math.min(240, turn)) / 300));
}, { passive: false });

mapElement.addEventListener("pointerdown", (event) => {
  if (event.target.closest("#card, #zoom") || event.button !== 0) return;
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
  moved = 0;
});
addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = [event.clientX, event.clientY];
  const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
  fingers.set(event.pointerId, now);
  moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
  if (moved < 4) return;
  mapElement.classList.add("dragged");
  if (others.length) {
    const box = mapElement.getBoundingClientRect();
    const far = (a) => Math.hypot(a[0] - others[0][0], a[1] - others[0][1]) || 1;
    const middle = [(now[0] + others[0][0]) / 2 - box.left, (now[1] + others[0][1]) / 2 - box.top];
    zoomAt(...middle, far(now) / far(before));
  }
  const share = others.length ? 2 : 1;
  look(view.x - (now[0] - before[0]) / view.k / share, view.y - (now[1] - before[1]) / view.k / share, view.k);
});
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) setTimeout(() => mapElement.classList.remove("dragged"));
  });
}
mapElement.addEventListener("dblclick", (event) => {
  if (event.target.closest("#card, #zoom, button")) return;
  const box = mapElement.getBoundingClientRect();
  zoomAt(event.clientX - box.left, event.clientY - box.top, 2);
});
mapElement.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!step || event.target.closest("#card") || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  look(view.x + (step[0] * 80) / view.k, view.y + (step[1] * 80) / view.k, view.k);
});
