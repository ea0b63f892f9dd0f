// The slider over time: bars for how many statements are about each day (month, year), and two handles.
const [fromHandle, toHandle, undatedSwitch] = [part("from"), part("to"), part("undated")];
const LONELY = 60; // days to a date that belongs to the others in any case
const FAR = 1.5; // times what is covered: a date that lies further off is only "earlier" or "later"
const MOST = 0.8; // of the dates: so many are never "earlier" or "later"
const bins = [];

function monthStart(number, months = 0) {
  const date = new Date(number * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
}
function yearStart(number, years = 0) {
  return day(`${String(new Date(number * DAY).getUTCFullYear() + years).padStart(4, "0")}-01-01`);
}

// The stretch that the steps cover: from the middle outward, until a date lies further off than what is covered.
function stretch(dates) {
  let [low, high] = [dates.length >> 1, dates.length >> 1];
  const few = () => high - low + 1 < MOST * dates.length;
  const within = (gap) => few() || gap <= Math.max(LONELY, FAR * (dates[high] - dates[low]));
  while (low > 0 || high < dates.length - 1) {
    const before = low > 0 ? dates[low] - dates[low - 1] : Infinity;
    const after = high < dates.length - 1 ? dates[high + 1] - dates[high] : Infinity;
    if (!within(Math.min(before, after))) return [dates[low], dates[high]];
    if (before <= after) low -= 1;
    else high += 1;
  }
  return [dates[low], dates[high]];
}

function buildBins() {
  const dates = statements.flatMap((statement) => statement.days.flat()).filter(Number.isFinite).sort((a, b) => a - b);
  if (!dates.length) return;
  const [first, last] = stretch(dates);
  const next = last - first <= 400 ? (at) => at + 1 : last - first <= 14600 ? (at) => monthStart(at, 1) : (at) => yearStart(at, 1);
  let at = last - first <= 400 ? first : last - first <= 14600 ? monthStart(first) : yearStart(first);
  if (dates[0] < at) bins.push({ from: -Infinity, to: at - 1, text: `before ${dayText(at)}`, tick: "earlier" });
  for (; at <= last; at = next(at)) {
    const to = next(at) - 1;
    bins.push({ from: at, to, text: span([at, to]), tick: to === at ? dayText(at, true) : span([at, to]) });
  }
  if (dates[dates.length - 1] >= at) bins.push({ from: at, to: Infinity, text: `from ${dayText(at)} on`, tick: "later" });
}

function place(child, i) {
  child.style.setProperty("--at", bins.length > 1 ? i / (bins.length - 1) : 0.5);
}

function buildSlider() {
  buildBins();
  part("time").classList.toggle("timeless", bins.length === 0);
  for (const handle of [fromHandle, toHandle]) Object.assign(handle, { min: 0, max: Math.max(0, bins.length - 1) });
  part("slider").style.setProperty("--count", Math.max(1, bins.length - 1));
  bins.forEach((bin, i) => {
    bin.bar = element("i", bin.from === -Infinity || bin.to === Infinity ? "beyond" : "");
    place(bin.bar, i);
    part("bars").append(bin.bar);
  });
  fromHandle.addEventListener("input", () => {
    if (+fromHandle.value > +toHandle.value) toHandle.value = fromHandle.value;
    slid();
  });
  toHandle.addEventListener("input", () => {
    if (+toHandle.value < +fromHandle.value) fromHandle.value = toHandle.value;
    slid();
  });
  part("anytime").addEventListener("click", () => ask({ from: null, to: null }));
  undatedSwitch.addEventListener("change", () => ask({ undated: undatedSwitch.checked }));
  addEventListener("resize", buildTicks);
  buildTicks();
}

function buildTicks() {
  const ticks = part("ticks");
  const most = Math.max(2, Math.floor(ticks.clientWidth / 105));
  const step = Math.ceil(bins.length / most);
  const kept = bins.map((bin, i) => [bin, i]).filter(([, i]) => i % step === 0 && (i === 0 || bins.length - 1 - i >= step * 0.6 || i === bins.length - 1));
  if (bins.length > 1 && kept[kept.length - 1][1] !== bins.length - 1) kept.push([bins[bins.length - 1], bins.length - 1]);
  ticks.replaceChildren(...kept.map(([bin, i]) => {
    const tick = element("span", i === 0 && bins.length > 1 ? "first" : i === bins.length - 1 && i ? "last" : "", bin.tick);
    place(tick, i);
    return tick;
  }));
}

function slid() {
  const [low, high] = [bins[fromHandle.value], bins[toHandle.value]];
  ask({ from: low === bins[0] ? null : low.from, to: high === bins[bins.length - 1] ? null : high.to });
}

function sliderChanged() {
  const undated = statements.filter((statement) => statement.candidate && !statement.days.length).length;
  undatedSwitch.checked = asked.undated;
  part("undated-count").textContent = undated;
  if (!bins.length) {
    part("range").textContent = "no statement tells";
    return;
  }
  let low = asked.from === null ? 0 : bins.findIndex((bin) => bin.to >= asked.from);
  let high = asked.to === null ? bins.length - 1 : bins.findLastIndex((bin) => bin.from <= asked.to);
  if (low < 0) low = bins.length - 1;
  high = Math.max(low, high);
  [fromHandle.value, toHandle.value] = [low, high];
  fromHandle.setAttribute("aria-valuetext", bins[low].text);
  toHandle.setAttribute("aria-valuetext", bins[high].text);
  // A handle that both stand on can be pulled the way that is open.
  part("slider").classList.toggle("both-right", low === high && high === bins.length - 1);
  const candidates = statements.filter((statement) => statement.candidate);
  const heights = bins.map((bin) => candidates.filter((one) => one.days.some(([from, to]) => from <= bin.to && to >= bin.from)).length);
  const most = Math.max(1, ...heights);
  bins.forEach((bin, i) => {
    bin.bar.hidden = heights[i] === 0;
    bin.bar.style.setProperty("--high", heights[i] / most);
    bin.bar.classList.toggle("out", i < low || i > high);
    bin.bar.title = `${bin.text}: ${counted(heights[i], "statement")}`;
  });
  const track = part("track").firstElementChild;
  track.style.setProperty("--low", bins.length > 1 ? low / (bins.length - 1) : 0);
  track.style.setProperty("--up", bins.length > 1 ? high / (bins.length - 1) : 1);
  const whole = asked.from === null && asked.to === null;
  part("anytime").hidden = whole;
  const [a, b] = [bins[low], bins[high]];
  part("range").textContent = whole ? "any time" : low === high ? a.text
    : span([a.from, b.to]);
}
