/* The choices on the left, and the words that change with the language. */
Atlas.controls = (() => {
  const MOST_TO_CHOOSE = 130;
  const at = (id) => document.getElementById(id);
  const option = (value, words) => `<option value="${Atlas.html(value)}">${Atlas.html(words)}</option>`;

  function start() {
    const { set, state } = Atlas.state;
    const on = (id, change) => at(id).addEventListener('change', (event) => set(change(event.target)));
    on('indicator', (field) => ({ indicator: field.value }));
    on('modality', (field) => ({ modality: field.value }));
    on('date', (field) => ({ date: field.value }));
    on('points', (field) => ({ points: field.checked }));
    on('links', (field) => ({ links: field.checked }));
    on('levels', (field) => (field.value ? { level: field.value } : {}));
    on('symbols', (field) => ({ symbols: field.value }));
    on('methods', (field) => ({ method: field.value }));
    on('cooperation', (field) => ({ cooperation: field.value }));
    at('cooperation').addEventListener('change', Atlas.area.frame);
    on('focus', (field) => (field.value ? { focus: field.value, selected: field.value, points: true, links: true } : { focus: '' }));
    at('focus').addEventListener('change', focus);
    at('before').addEventListener('click', () => step(-1));
    at('after').addEventListener('click', () => step(1));
    at('page').addEventListener('change', (event) => { location.href = event.target.value + location.hash.replace(/&t=[^&]*/, ''); });
    at('language').addEventListener('click', () => set({ language: state.language === 'en' ? 'fr' : 'en' }));
    at('controls').addEventListener('submit', (event) => event.preventDefault());
  }

  function step(by) {
    const dates = Atlas.state.dates();
    Atlas.state.set({ date: dates[dates.indexOf(Atlas.state.state.date) + by] });
  }

  /* Frames the territory chosen, or everything. */
  const focus = () => Atlas.view.show(Atlas.state.state.focus ? Atlas.state.territory(Atlas.state.state.focus) : null);

  function show() {
    const { t, pick, date } = Atlas.texts;
    const { state, indicator, level } = Atlas.state;
    at('indicator').innerHTML = [...Atlas.model.indicators.values()].map((one) => option(one.id, pick(one.title))).join('');
    at('indicator').value = state.indicator;
    at('modality-label').textContent = t(indicator().dimension);
    at('modality').innerHTML = groups(Atlas.model.modalities(indicator()));
    at('modality').value = state.modality;
    levels(level());
    radios('methods', ['quantile', 'jenks', 'equal'].map((method) => [method, t(method)]), state.method);
    const dates = Atlas.state.dates();
    at('date-field').hidden = dates.length < 2 && !dates[0];
    at('date').innerHTML = dates.map((day) => option(day, date(day, 'short'))).join('');
    at('date').value = state.date;
    at('before').disabled = state.date === dates[0];
    at('after').disabled = state.date === dates.at(-1);
    at('overlays').hidden = !Atlas.model.data.points.ids.length;
    at('points').checked = state.points;
    at('links').checked = state.links;
    at('symbols').innerHTML = option('', t('noSymbols')) + Atlas.model.counts().map((one) => option(one.id, pick(one.title))).join('');
    at('symbols').value = state.symbols;
    cooperations();
    territories();
    at('focus').value = state.focus;
  }

  /* The levels everyone knows as buttons, other divisions in a list. */
  function levels(chosen) {
    const { t, pick } = Atlas.texts;
    const choices = Atlas.model.choices();
    const divisions = choices.filter((one) => !one.fixed);
    radios('levels', choices.filter((one) => one.fixed).map((one) => [one.id, pick(one.title)]), chosen.id);
    at('levels').hidden = choices.length < 2;
    at('division').hidden = !divisions.length;
    at('division').innerHTML = option('', `${t('division')}…`) + divisions.map((one) => option(one.id, pick(one.title))).join('');
    at('division').value = chosen.fixed ? '' : chosen.id;
  }

  /* Every territory of the levels that are short enough to choose from; the others are found by searching. */
  function territories() {
    const { t, pick, language } = Atlas.texts;
    if (at('focus').dataset.key === language) return;
    at('focus').dataset.key = language;
    const short = Atlas.model.choices().filter((one) => one.codes.length <= MOST_TO_CHOOSE);
    at('focus').innerHTML = option('', t('everything')) + short.map((one) => `<optgroup label="${Atlas.html(pick(one.title))}">${one.codes
      .map((code, i) => option(`${one.id}:${code}`, one.id === 'departement' ? `${code} ${one.names[i]}` : one.names[i])).join('')}</optgroup>`).join('');
  }

  /* Those that declare an area first. */
  function cooperations() {
    const { t, language, locale } = Atlas.texts;
    const all = Atlas.overlay.networks();
    at('cooperation-field').hidden = !all.length;
    if (at('cooperation').dataset.key !== language) {
      at('cooperation').dataset.key = language;
      const collator = new Intl.Collator(locale(), { numeric: true });
      const group = (title, list) => (list.length ? `<optgroup label="${Atlas.html(title)}">${list.sort((a, b) => collator.compare(a.name, b.name)).map((one) => option(one.code, one.name)).join('')}</optgroup>` : '');
      at('cooperation').innerHTML = option('', t('areaNone')) + group(t('areaDeclared'), all.filter(Atlas.area.declared)) + group(t('areaSeat'), all.filter((one) => !Atlas.area.declared(one)));
    }
    at('cooperation').value = Atlas.state.state.cooperation;
  }

  function groups(modalities) {
    const { pick } = Atlas.texts;
    const byGroup = d3.group(modalities, (one) => pick(one[2]));
    return [...byGroup].map(([group, list]) => `<optgroup label="${Atlas.html(group)}">${list.map(([code, words]) => option(code, pick(words))).join('')}</optgroup>`).join('');
  }

  /* Keeps the focus when the choices are the same. */
  function radios(id, choices, chosen) {
    const box = at(id).querySelector('.choices');
    const key = choices.join('|');
    if (box.dataset.key !== key) {
      box.dataset.key = key;
      box.innerHTML = choices.map(([value, words]) => `<label><input type="radio" name="${id}" value="${value}">${Atlas.html(words)}</label>`).join('');
    }
    box.querySelectorAll('input').forEach((input) => { input.checked = input.value === chosen; });
    at(id).hidden = choices.length < 2;
  }

  /* Words that do not depend on what is chosen. */
  function words() {
    const { t, pick } = Atlas.texts;
    document.querySelectorAll('[data-t]').forEach((element) => { element.textContent = t(element.dataset.t); });
    document.querySelectorAll('[data-fr]').forEach((element) => { element.textContent = element.dataset[Atlas.texts.language]; });
    document.querySelectorAll('[data-label-fr]').forEach((element) => { element.setAttribute('aria-label', Atlas.texts.language === 'en' ? element.dataset.labelEn : element.dataset.labelFr); });
    at('search').placeholder = t('search');
    at('language').textContent = t('other');
    at('language').lang = Atlas.texts.language === 'en' ? 'fr' : 'en';
    const name = (id, key) => { at(id).setAttribute('aria-label', t(key)); at(id).title = t(key); };
    [['zoom-in', 'zoomIn'], ['zoom-out', 'zoomOut'], ['zoom-reset', 'zoomReset'], ['before', 'before'], ['after', 'after'], ['csv', 'csv'], ['svg', 'svg'], ['png', 'png']].forEach(([id, key]) => name(id, key));
    const { pages, file } = Atlas.model.data;
    at('page').innerHTML = pages.map((page) => option(page.file, pick(page.title))).join('');
    at('page').value = file;
    at('page-field').hidden = pages.length < 2;
  }

  return { start, show, words, focus };
})();
