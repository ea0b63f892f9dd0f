// Makes the base map of the map page: land, borders and the names of countries, from Natural Earth 4.1 at 1:10m.
// README.md says what is done with it, and why.
import fs from "node:fs";
import { geoArea, geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import iso from "i18n-iso-countries";
import polylabel from "polylabel";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import {
  filter,
  filterAttachedWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from "topojson-simplify";

const EARTH_KM = 6371;
// A bend that cuts off less than this is left out: a kilometre or two of coast. It keeps the file under 800 kilobytes.
const BEND_KM2 = 2.5;
// An island smaller than this is left out, unless its country has nothing larger.
const ISLAND_KM2 = 2;
// Steps in a degree: 110 metres, finer than the source.
const STEPS = 1000;

// Parts that Natural Earth holds apart and that ISO 3166 has under a country's code: the line between is dashed.
const UNDER = { "N. Cyprus": "CY", Somaliland: "SO", "Cyprus U.N. Buffer Zone": "CY" };
// Parts that are no more than a lease or a reef within a country: no line is drawn.
const WITHIN = {
  Baikonur: "KZ",
  "USNB Guantanamo Bay": "CU",
  "Coral Sea Is.": "AU",
  "Clipperton I.": "FR",
  "Ashmore and Cartier Is.": "AU",
};
// Of those who have no number in ISO 3166-1: the code that GeoNames gives them.
const CODES = { Kosovo: "XK" };
// Parts that Natural Earth has among the polygons of a country and ISO 3166 under a code of their own, or another's;
// each by a box that holds them, west, south, east, north. Crimea is ISO 3166-2:UA-43; the line to it is dashed.
const APART = [
  { from: "RU", code: "UA", name: "Crimea", main: false, box: [32.3, 44.3, 36.7, 46.3] },
  { from: "NO", code: "SJ", name: "Svalbard", main: true, box: [-10, 70.5, 40, 82] },
  { from: "NO", code: "BV", name: "Bouvet I.", main: true, box: [2, -56, 5, -53] },
  { from: "FR", code: "GF", name: "French Guiana", main: true, box: [-55, 1.5, -51, 6.5] },
  { from: "FR", code: "GP", name: "Guadeloupe", main: true, box: [-62, 15.7, -60.8, 16.7] },
  { from: "FR", code: "MQ", name: "Martinique", main: true, box: [-61.4, 14.2, -60.6, 15] },
  { from: "FR", code: "RE", name: "Réunion", main: true, box: [55, -21.6, 56, -20.6] },
  { from: "FR", code: "YT", name: "Mayotte", main: true, box: [44.8, -13.2, 45.5, -12.4] },
  { from: "NL", code: "BQ", name: "Caribbean Netherlands", main: true, box: [-69, 11.8, -62.8, 17.9] },
];

const atlas = JSON.parse(fs.readFileSync(new URL("node_modules/world-atlas/countries-10m.json", import.meta.url)));
const units = feature(atlas, atlas.objects.countries).features.flatMap((unit) => {
  const name = unit.properties.name;
  const code = UNDER[name] ?? WITHIN[name] ?? CODES[name] ?? (unit.id && iso.numericToAlpha2(unit.id)) ?? null;
  const made = { name, code, main: !(name in UNDER) && !(name in WITHIN), dissolved: name in WITHIN, polygons: polygons(unit.geometry).map(turned) };
  const parts = APART.filter((part) => part.from === code && made.main).map((part) => {
    const held = made.polygons.filter((polygon) => polygon[0].every((point) => within(point, part.box)));
    if (!held.length) throw new Error(`${part.name} is no polygon of its own`);
    made.polygons = made.polygons.filter((polygon) => !held.includes(polygon));
    return { name: part.name, code: part.code, main: part.main, dissolved: false, polygons: held };
  });
  return [made, ...parts];
});

function polygons(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

// d3 takes a ring that runs the wrong way for all of the globe but the inside, as it happens to tiny islands.
function turned(polygon) {
  const inverted = geoArea({ type: "Polygon", coordinates: [polygon[0]] }) > 2 * Math.PI;
  return inverted ? polygon.map((ring) => [...ring].reverse()) : polygon;
}

function within([lon, lat], [west, south, east, north]) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

// Cut at the antimeridian: projected to degrees on a plane, which d3 clips there.
const plane = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
const collection = {
  type: "FeatureCollection",
  features: units.map((unit, index) => ({
    type: "Feature",
    id: index,
    properties: {},
    geometry: geoProject({ type: "MultiPolygon", coordinates: unit.polygons }, plane),
  })),
};
const flip = (part) => (typeof part[0] === "number" ? [part[0], -part[1]] : part.map(flip));
for (const each of collection.features) each.geometry.coordinates = flip(each.geometry.coordinates);

let map = presimplify(topology({ units: collection }), sphericalTriangleArea);
map = simplify(map, BEND_KM2 / EARTH_KM ** 2);
map = filter(map, filterAttachedWeight(map, ISLAND_KM2 / EARTH_KM ** 2, sphericalRingArea));

// Arcs in whole steps, each coordinate as the difference from the one before; what a step makes equal is one point.
const grid = map.arcs.map((arc) => {
  const points = arc.map(([x, y]) => [Math.round(x * STEPS), Math.round(y * STEPS)]);
  return points.filter((point, i) => i === 0 || i === points.length - 1 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1]);
});

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
function packed(numbers) {
  let text = "";
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    while (rest >= 32) {
      text += DIGITS[32 + (rest % 32)];
      rest = Math.floor(rest / 32);
    }
    text += DIGITS[rest];
  }
  return text;
}
const differences = (arc) => arc.flatMap((point, i) => (i ? [point[0] - arc[i - 1][0], point[1] - arc[i - 1][1]] : point));

const rings = (geometry) => (geometry.type === "Polygon" ? geometry.arcs : geometry.type === "MultiPolygon" ? geometry.arcs.flat() : []);
const users = grid.map(() => []);
const kept = map.objects.units.geometries.map((geometry) => ({ unit: units[geometry.id], rings: rings(geometry), geometry }));
for (const { unit, rings } of kept) for (const arc of rings.flat()) users[arc < 0 ? ~arc : arc].push(unit);
// c coast, b border, d dashed (between parts under one code, and around what no country has), n none.
const kinds = users.map((of) => {
  if (of.length < 2) return "c";
  if (of.some((unit) => unit.dissolved)) return "n";
  if (of[0].code === null || of[1].code === null) return "d";
  return of[0].code === of[1].code ? "d" : "b";
}).join("");

const countries = new Map();
for (const { unit, rings, geometry } of kept) {
  const key = unit.code ?? `-${unit.name}`;
  const country = countries.get(key) ?? { code: unit.code, name: null, at: null, size: 0, rings: [] };
  countries.set(key, country);
  country.rings.push(...rings);
  if (!unit.main || !unit.code || !rings.length) continue;
  const largest = polygons(feature(map, geometry).geometry)
    .map((polygon) => [planar(polygon[0]), polygon]).sort((a, b) => b[0] - a[0])[0][1];
  const at = polylabel(mercator(largest), 0.05);
  country.name = unit.name;
  country.at = [round(at[0]), round(latitude(at[1]))];
  country.size = round(at.distance * 2);  // the width in degrees of the largest circle in it, on the Mercator map
}

function planar(ring) {
  let area = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) area += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return Math.abs(area / 2);
}
function mercator(polygon) {
  const y = (lat) => (Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) * 180) / Math.PI;
  return polygon.map((ring) => ring.map(([lon, lat]) => [lon, y(lat)]));
}
function latitude(y) {
  return (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
}
function round(value) {
  return Math.round(value * 100) / 100;
}

const made = {
  about: "Natural Earth 4.1 (public domain), as world-atlas 2.0.2 carries it; made by basemap/make.js.",
  steps: STEPS,
  kinds,
  arcs: grid.map((arc) => packed(differences(arc))).join(" "),
  countries: [...countries.values()].map((country) => ({ ...country, rings: country.rings.map(packed).join(" ") })),
};
const text = `${JSON.stringify(made)}\n`;
fs.writeFileSync(process.argv[2], text);
const points = grid.reduce((sum, arc) => sum + arc.length, 0);
console.log(`${made.countries.length} countries, ${grid.length} arcs, ${points} points, ${text.length} bytes`);
