/* The choices on the left, and the words that change with the language. */
Atlas.controls = (() => {
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
    on('levels', (field) => ({ level: field.value }));
    on('methods', (field) => ({ method: field.value }));
    on('focus', (field) => (field.value ? { focus: field.value, points: true, links: true } : { focus: '' }));
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

  /* Frames the département chosen, or everything. */
  function focus() {
    const level = Atlas.model.levels.get('departement');
    const number = level && level.numbers.get(Atlas.state.state.focus);
    Atlas.view.show(number === undefined ? null : { level, number });
  }

  function show() {
    const { t, pick, date } = Atlas.texts;
    const { state, indicator, level } = Atlas.state;
    at('indicator').innerHTML = [...Atlas.model.indicators.values()].map((one) => option(one.id, pick(one.title))).join('');
    at('indicator').value = state.indicator;
    at('modality-label').textContent = t(indicator().dimension);
    at('modality').innerHTML = groups(Atlas.model.modalities(indicator()));
    at('modality').value = state.modality;
    radios('levels', Atlas.model.choices().map((one) => [one.id, pick(one.title)]), level().id);
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
    const departements = Atlas.model.levels.get('departement');
    at('focus').innerHTML = option('', t('everything')) + departements.codes.map((code, i) => option(code, `${code} ${departements.names[i]}`)).join('');
    at('focus').value = state.focus;
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
