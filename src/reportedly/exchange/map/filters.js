// What is shown: the readings, what the reader asked for, and which statements answer to that.
const data = JSON.parse(part("data").textContent);
const { reports, places, statements } = data;
const DAY = 86400000;
const day = (iso) => Date.parse(`${iso}T00:00Z`) / DAY;
const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);

const ASKED = { q: "", from: null, to: null, undated: true, report: -1, stance: "", statement: -1, place: -1, only: false };
const asked = { ...ASKED };

places.forEach((place, index) => Object.assign(place, { index, at: project(place.lon, place.lat), statements: [], shown: [] }));
statements.forEach((statement, index) => {
  statement.index = index;
  statement.places = [...new Set(statement.at.map((at) => at.place).filter((number) => number !== null))];
  for (const number of statement.places) places[number].statements.push(statement);
  statement.days = statement.days.map(([from, to]) => [from ? day(from) : -Infinity, to ? day(to) : Infinity]);
  const report = reports[statement.report];
  const words = [
    ...statement.who.map(([, text]) => text), ...statement.facts.map(([, text]) => text), statement.content,
    ...statement.at.map((at) => at.words), ...statement.places.map((number) => `${places[number].name} ${places[number].in}`),
    ...statement.times, report.title, report.publisher,
  ];
  statement.searched = folded(words.join("\n"));
});

// Without accents and case, so that "malmo" finds Malmö.
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function timed(statement) {
  if (!statement.days.length) return asked.undated;
  if (asked.from === null && asked.to === null) return true;
  const [from, to] = [asked.from ?? -Infinity, asked.to ?? Infinity];
  return statement.days.some(([first, last]) => first <= to && last >= from);
}

// All that is asked for but the time.
function answers(statement, words) {
  return (asked.report < 0 || statement.report === asked.report) &&
    (!asked.stance || statement.stance === asked.stance) &&
    (!asked.only || asked.place < 0 || statement.places.includes(asked.place)) &&
    words.every((word) => statement.searched.includes(word));
}

const watchers = [];

function ask(wanted) {
  Object.assign(asked, wanted);
  if (asked.place < 0) asked.only = false;
  const words = folded(asked.q).split(/\s+/).filter(Boolean);
  for (const place of places) place.shown = [];
  for (const statement of statements) {
    statement.candidate = answers(statement, words);
    statement.shown = statement.candidate && timed(statement);
    if (statement.shown) for (const number of statement.places) places[number].shown.push(statement);
  }
  for (const watcher of watchers) watcher(wanted);
}

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

// "9 of 19 statements in 2 of 3 reports: 6 at 4 places, 3 without a place"
function counts() {
  const shown = statements.filter((statement) => statement.shown);
  const of = (part, whole, noun) => (part === whole ? counted(whole, noun) : `${part.toLocaleString("en")} of ${counted(whole, noun)}`);
  const placed = shown.filter((statement) => statement.places.length);
  const inReports = new Set(shown.map((statement) => statement.report)).size;
  const nowhere = shown.length - placed.length;
  const said = `${of(shown.length, statements.length, "statement")} in ${of(inReports, reports.length, "report")}`;
  const where = [
    ...(placed.length ? [`${placed.length.toLocaleString("en")} at ${counted(places.filter((place) => place.shown.length).length, "place")}`] : []),
    ...(nowhere ? [`${nowhere.toLocaleString("en")} without a place`] : []),
  ];
  return where.length ? `${said}: ${where.join(", ")}` : said;
}
