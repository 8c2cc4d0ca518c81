/* What is chosen, kept in the address so that a view can be shared. */
Atlas.state = (() => {
  const SHORT = { indicator: 'i', modality: 'c', level: 'n', date: 'd', method: 'm', selected: 't', focus: 'f', points: 'p', links: 'l', symbols: 's', cooperation: 'k', sheet: 'v', language: 'lang' };
  const state = { indicator: '', modality: '', level: '', date: '', method: 'jenks', selected: '', focus: '', points: false, links: false, symbols: '', cooperation: '', sheet: false, language: 'fr' };
  const listeners = [];
  let written = '';

  const model = () => Atlas.model;
  const indicator = () => model().indicators.get(state.indicator);
  const level = () => model().levels.get(state.level);

  function start() {
    state.language = document.documentElement.lang === 'en' ? 'en' : 'fr';
    const communal = model().levels.has('commune');
    state.points = state.links = communal && model().data.points.ids.length > 0 && model().data.points.ids.length <= 3000;
    read();
    window.addEventListener('hashchange', () => {
      if (location.hash !== written) {
        read();
        notify({});
      }
    });
  }

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const [name, key] of Object.entries(SHORT)) {
      if (given.has(key)) state[name] = typeof state[name] === 'boolean' ? given.get(key) === '1' : given.get(key);
    }
    mend();
  }

  /* Whatever the address says, the state is one that exists. */
  function mend() {
    const choices = model().choices();
    if (!indicator()) state.indicator = [...model().indicators.keys()][0] || '';
    const chosen = indicator();
    if (!choices.some((one) => one.id === state.level)) state.level = narrowest(choices).id;
    if (!['quantile', 'jenks', 'equal'].includes(state.method)) state.method = 'jenks';
    if (state.selected && !territory(state.selected)) state.selected = '';
    if (state.focus && !state.focus.includes(':')) state.focus = `departement:${state.focus}`;
    if (state.focus && !territory(state.focus)) state.focus = '';
    if (!state.selected) state.sheet = false;
    if (state.symbols && !model().indicators.has(state.symbols)) state.symbols = '';
    if (state.cooperation && !model().data.networks.some(([code]) => code === state.cooperation)) state.cooperation = '';
    if (!chosen) return;
    if (!chosen.rows.has(state.modality)) state.modality = chosen.rows.keys().next().value;
    const days = dates();
    if (!days.includes(state.date)) state.date = nearest(days, state.date);
  }

  /* The smallest of the levels everyone knows. */
  const narrowest = (choices) => choices.filter((one) => one.fixed).at(-1) || model().data.levels.at(-1);

  const dates = () => model().dates(indicator(), state.modality, level());
  const nearest = (dates, wanted) => (wanted ? dates.filter((date) => date <= wanted).at(-1) || dates[0] : dates.at(-1));

  function territory(text) {
    const [levelId, code] = text.split(':');
    const found = model().levels.get(levelId);
    const number = found ? found.numbers.get(code) : undefined;
    return number === undefined ? null : { level: found, number };
  }

  function set(changes) {
    Object.assign(state, changes);
    mend();
    write();
    notify(changes);
  }

  function write() {
    const parts = new URLSearchParams();
    for (const [name, key] of Object.entries(SHORT)) {
      const value = state[name];
      if (typeof value === 'boolean') parts.set(key, value ? '1' : '0');
      else if (value) parts.set(key, value);
    }
    written = `#${parts.toString().replaceAll('%3A', ':')}`;
    history.replaceState(null, '', written);
  }

  const notify = (changes) => listeners.forEach((listener) => listener(changes));
  const values = (date = state.date, at = level()) => model().values(indicator(), state.modality, at, date);
  const classes = () => Atlas.classes.of(indicator(), model().limits(indicator(), state.modality, level(), state.method));

  return { state, start, set, territory, indicator, level, dates, values, classes, onChange: (listener) => listeners.push(listener),
    get selected() { return state.selected ? territory(state.selected) : null; } };
})();
