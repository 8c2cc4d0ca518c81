/* What the page knows: levels, indicators, and the value of any territory. */
Atlas.model = (() => {
  const model = { data: null, levels: new Map(), indicators: new Map(), scope: null, country: null };
  let blocks;

  async function load() {
    const [data, arcs, series] = await Promise.all([
      Atlas.decode.json('data-json'), Atlas.decode.bytes('data-arcs'), Atlas.decode.bytes('data-series')]);
    model.data = data;
    blocks = series;
    let start = 0;
    data.levels.forEach((level, index) => {
      level.index = index;
      level.numbers = new Map(level.codes.map((code, number) => [code, number]));
      model.levels.set(level.id, level);
    });
    data.indicators.forEach((indicator) => {
      start = place(indicator, start);
      if (indicator.modalities.length) model.indicators.set(indicator.id, indicator);
    });
    model.scope = { level: data.region ? 'region' : 'national', number: 0 };
    model.country = data.region ? { level: 'national', number: 0 } : null;
    Atlas.outlines.load(data, arcs);
  }

  /* Where each block of an indicator starts: by modality, level and date. */
  function place(indicator, start) {
    const dimension = model.data.dimensions[indicator.dimension] || [];
    indicator.starts = indicator.lengths.map((length) => {
      const at = length ? start : -1;
      start += length;
      return at;
    });
    indicator.rows = new Map(indicator.modalities.map((number, row) => [dimension[number][0], row]));
    indicator.cache = new Map();
    return start;
  }

  const modalities = (indicator) => indicator.modalities.map((number) => model.data.dimensions[indicator.dimension][number]);

  const block = (indicator, modality, level, date) => {
    const row = indicator.rows.get(modality);
    const at = (row * model.data.levels.length + level.index) * indicator.dates.length + indicator.dates.indexOf(date);
    return row === undefined ? -1 : indicator.starts[at];
  };

  /* Dates for which a map can be drawn; all when there is none, so that the page says there is no data. */
  function dates(indicator, modality, level) {
    const known = indicator.dates.filter((date) => block(indicator, modality, level, date) >= 0);
    return known.length ? known : indicator.dates;
  }

  /* Values of all territories of a level: value, numerator, denominator, unknown share; NaN where not known. */
  function values(indicator, modality, level, date) {
    const key = `${modality}/${level.id}/${date}`;
    if (!indicator.cache.has(key)) {
      if (indicator.cache.size > 60) indicator.cache.clear();
      indicator.cache.set(key, decode(indicator, block(indicator, modality, level, date), level));
    }
    return indicator.cache.get(key);
  }

  function decode(indicator, start, level) {
    const count = level.codes.length;
    const known = start >= 0;
    const absent = known && indicator.absentIsZero ? 0 : NaN;
    const numerator = new Float64Array(count).fill(absent);
    const denominator = new Float64Array(count).fill(NaN);
    const unknown = new Float64Array(count).fill(NaN);
    if (indicator.byPopulation) level.populations.forEach((people, i) => { denominator[i] = people === null ? NaN : people; });
    if (known) {
      const read = Atlas.decode.reader(blocks, start);
      const numbers = new Int32Array(read.unsigned());
      let last = -1;
      for (let i = 0; i < numbers.length; i++) numbers[i] = last = last + 1 + read.unsigned();
      column(read, numbers, numerator);
      if (indicator.denominator && !indicator.byPopulation) column(read, numbers, denominator);
      if (indicator.unknown) column(read, numbers, unknown);
    }
    const value = numerator.map((top, i) => (indicator.denominator
      ? (denominator[i] > 0 ? (top / denominator[i]) * indicator.factor : NaN) : top * indicator.factor));
    return { value, numerator, denominator, unknown };
  }

  function column(read, numbers, target) {
    const scale = read.unsigned();
    for (const number of numbers) target[number] = read.optional(scale);
  }

  function limits(indicator, modality, level, method) {
    const row = indicator.rows.get(modality);
    const sets = indicator.limits[row * model.data.levels.length + level.index];
    return sets ? sets[['quantile', 'jenks', 'equal'].indexOf(method)] : [];
  }

  /* The territory of another level that holds most of this one's cells; -1 when there is none. */
  function parent(level, number, other) {
    if (level.own) return Atlas.map.within(other, Atlas.outlines.of(level).shapes[number]?.centre) ?? -1;
    const mine = model.data.cells[level.index + 1];
    const theirs = model.data.cells[other.index + 1];
    const at = mine.indexOf(number);
    return at < 0 ? -1 : theirs[at];
  }

  /* Indicators that are plain counts: what a circle can stand for. */
  const counts = () => [...model.indicators.values()].filter((one) => !one.denominator);

  /* Levels a map can be cut by: those with more than one territory, and perimeters. */
  const choices = () => model.data.levels.filter((level) => level.codes.length > 1 || level.own);

  return Object.assign(model, { load, modalities, dates, values, limits, parent, choices, counts });
})();
