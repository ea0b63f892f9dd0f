// The ground: land.json unpacked into paths on the Mercator plane, one world wide, east and south positive.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const NORTHMOST = 85.0511; // where the Mercator world is a square

function unpacked(text) {
  const numbers = [];
  let rest = 0;
  let place = 1;
  for (const digit of text) {
    const value = VALUES.get(digit);
    rest += (value % 32) * place;
    place *= 32;
    if (value < 32) {
      numbers.push(rest % 2 ? -(rest + 1) / 2 : rest / 2);
      rest = 0;
      place = 1;
    }
  }
  return numbers;
}

function project(lon, lat) {
  const bounded = Math.max(-NORTHMOST, Math.min(NORTHMOST, lat)) * (Math.PI / 180);
  return [lon / 360, -Math.log(Math.tan(Math.PI / 4 + bounded / 2)) / (2 * Math.PI)];
}

function latitude(y) {
  return (Math.atan(Math.exp(-y * 2 * Math.PI)) * 360) / Math.PI - 90;
}

function part(id) {
  return document.getElementById(id);
}

function unpackedLand() {
  const packed = JSON.parse(part("land-data").textContent);
  const arcs = packed.arcs.split(" ").map((text) => {
    const steps = unpacked(text);
    const points = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      points.push(project(lon / packed.steps, lat / packed.steps));
    }
    return points;
  });
  const countries = packed.countries.map((country) => ({ ...country, rings: country.rings.split(" ").map(unpacked) }));
  return { kinds: packed.kinds, arcs, countries };
}

// An arc with only the points that stand so far apart. Its ends stay, so that neighbours still meet.
function thinned(arc, apart) {
  if (apart === 0) return arc;
  let last = arc[0];
  return arc.filter((point, i) => {
    const keep = i === 0 || i === arc.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= apart;
    if (keep) last = point;
    return keep;
  });
}

// The edge along which the world was cut is no coast.
function seam(a, b) {
  return (Math.abs(a[0]) > 0.49999 && Math.abs(b[0]) > 0.49999) || (a[1] > 0.4999 && b[1] > 0.4999);
}

function landAt(source, apart) {
  const arcs = source.arcs.map((arc) => thinned(arc, apart));
  const seams = new Path2D();
  const lines = { c: new Path2D(), b: new Path2D(), d: new Path2D(), n: new Path2D() };
  arcs.forEach((arc, index) => {
    const path = lines[source.kinds[index]];
    path.moveTo(...arc[0]);
    for (let i = 1; i < arc.length; i++) {
      if (seam(arc[i - 1], arc[i])) {
        path.moveTo(...arc[i]);
        seams.moveTo(...arc[i - 1]);
        seams.lineTo(...arc[i]);
      } else path.lineTo(...arc[i]);
    }
  });
  const land = new Path2D();
  const outlines = new Map();
  const edges = new Map();
  for (const country of source.countries) {
    const path = new Path2D();
    const edge = new Path2D();
    for (const ring of country.rings) {
      ring.forEach((reference, first) => {
        const points = reference < 0 ? [...arcs[~reference]].reverse() : arcs[reference];
        points.forEach((point, i) => {
          if (i === 0 && first === 0) path.moveTo(...point);
          else if (i > 0) path.lineTo(...point);
          if (i === 0 || seam(points[i - 1], point)) edge.moveTo(...point);
          else edge.lineTo(...point);
        });
      });
      path.closePath();
    }
    land.addPath(path);
    if (!country.code) continue;
    outlines.set(country.code, path);
    edges.set(country.code, edge);
  }
  return { lines, land, outlines, edges, seams };
}

const source = unpackedLand();
// Seen from afar, points less than half a pixel apart are left out.
const LEVELS = [
  { below: 1400, ...landAt(source, 1 / 2000) },
  { below: 5000, ...landAt(source, 1 / 10000) },
  { below: Infinity, ...landAt(source, 0) },
];
const NAMES = source.countries.filter((country) => country.at).map((country) => ({
  code: country.code,
  name: country.name,
  at: project(...country.at),
  width: country.size / 360,
})).sort((a, b) => b.width - a.width);
