
/* The list of cooperations: words, facets, rows, and the sheet that is opened. What is chosen stands in the address. */
Atlas.liste = (async () => {
  const { at, element } = Atlas.dom;
  const data = await Atlas.decode.json('data-json');
  const { mots: words, facettes } = data;
  const FIELDS = ['code', 'nom', 'forme', 'categorie', 'maturite', 'vie', 'champ', 'origine', 'departement', 'debut', 'fin', 'membres', 'fiche', 'acteurs'];
  const COLUMNS = ['forme', 'categorie', 'maturite', 'vie', 'champ', 'origine'];
  const NONE = '-';
  const STEP = 200;
  const input = at('mots');
  const selects = new Map();
  const labels = new Map(facettes.map(({ nom, choix }) => [nom, new Map(choix)]));
  let shown = STEP;
  let opened = null;
  let chosen = '';

  const plain = (text) => ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/[^a-z0-9]+/g, ' ').trim()}`;
  const format = new Intl.NumberFormat(words.langue === 'en' ? 'en-GB' : 'fr-FR');
  const number = (value) => format.format(value);
  const dates = new Intl.DateTimeFormat(words.langue === 'en' ? 'en-GB' : 'fr-FR', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const rows = data.lignes.map((values) => {
    const row = Object.fromEntries(FIELDS.map((name, i) => [name, values[i]]));
    const form = (row.forme && labels.get('forme').get(row.forme)) || '';
    return { ...row, texte: plain([row.nom || '', row.code, form, row.acteurs].join(' ')) };
  });
  const byCode = new Map(rows.map((row) => [row.code, row]));

  function has(row, facet, value) {
    if (!value) return true;
    const own = row[facet];
    if (value === NONE) return own === null || own.length === 0;
    return Array.isArray(own) ? own.includes(value) : own === value;
  }

  const passes = (row, searched, but) => searched.every((word) => row.texte.includes(` ${word}`))
    && facettes.every(({ nom }) => nom === but || has(row, nom, selects.get(nom).value));

  const asked = () => plain(input.value).trim().split(' ').filter(Boolean);

  function counts(searched) {
    facettes.forEach(({ nom }) => {
      const left = rows.filter((row) => passes(row, searched, nom));
      selects.get(nom).querySelectorAll('option[data-label]').forEach((option) => {
        const count = left.filter((row) => has(row, nom, option.value)).length;
        option.textContent = `${option.dataset.label} (${number(count)})`;
      });
    });
  }

  const cell = (value) => (value ? element('td', value) : element('td', words.inconnu, { class: 'none' }));

  function line(row) {
    const name = row.nom || `${row.code} (${words.sans_nom})`;
    const title = row.fiche ? element('a', name, { href: `#${row.code}` }) : name;
    return element('tr', [element('th', title, { scope: 'row' }),
      ...COLUMNS.map((facet) => cell(row[facet] && labels.get(facet).get(row[facet]))),
      cell(row.debut && dates.format(new Date(row.debut))),
      row.fin ? element('td', dates.format(new Date(row.fin))) : element('td', ''),
      row.membres === null ? cell(null) : element('td', number(row.membres), { class: 'number' })]);
  }

  function draw() {
    const searched = asked();
    const found = rows.filter((row) => passes(row, searched));
    at('liste').tBodies[0].replaceChildren(...found.slice(0, shown).map(line));
    at('suite').hidden = found.length <= shown;
    at('compte').textContent = found.length
      ? `${number(found.length)} ${found.length > 1 ? words.plusieurs : words.une}${found.length < data.total ? ` ${words.sur} ${number(data.total)}` : ''}` : words.aucune;
    counts(searched);
    Atlas.frise.show(data, selects.get('forme').value, number);
  }

  function address() {
    const state = new URLSearchParams();
    if (input.value) state.set('q', input.value);
    selects.forEach((select, name) => { if (select.value) state.set(name, select.value); });
    return `#${state}`;
  }

  function keep() {
    shown = STEP;
    chosen = address();
    history.replaceState(null, '', chosen);
    if (!at('fiche').hidden) leave();
    draw();
  }

  /* Whoever searches while a sheet is open wants the list. */
  function leave() {
    at('fiche').hidden = true;
    at('ensemble').hidden = false;
    opened = null;
    document.title = `${words.titre} — Maillage`;
  }

  /* A code is the address of its sheet; anything else says what is chosen in the list. */
  async function restore() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const code = hash.startsWith('coop:') ? hash : null;
    const row = code && byCode.get(code);
    const sheet = Boolean(row) && await Atlas.fiche.show(code, row.nom || code, data, close);
    at('fiche').hidden = !sheet;
    at('ensemble').hidden = sheet;
    document.title = `${sheet ? row.nom || code : words.titre} — Maillage`;
    if (sheet) {
      opened = code;
      window.scrollTo(0, 0);
      at('fiche').focus({ preventScroll: true });
      return;
    }
    list(code === null ? new URLSearchParams(location.hash.slice(1)) : new URLSearchParams(chosen.slice(1)));
    if (code !== null && row === undefined) input.value = code;
    draw();
    back();
  }

  function list(state) {
    input.value = state.get('q') || '';
    selects.forEach((select, name) => { select.value = state.get(name) || ''; });
    chosen = address();
  }

  /* The one that was looked at has the focus again. */
  function back() {
    if (!opened) return;
    at('liste').querySelector(`a[href="#${CSS.escape(opened)}"]`)?.focus();
    opened = null;
  }

  function close() {
    location.hash = chosen === '#' || !chosen ? '#liste' : chosen;
  }

  function field({ nom, titre, choix }) {
    const option = ([value, label]) => element('option', label, { value, 'data-label': label });
    const unknown = rows.some((row) => has(row, nom, NONE)) ? [[NONE, words.inconnu]] : [];
    const select = element('select', [element('option', words.tous, { value: '' }), ...[...choix, ...unknown].map(option)], { id: `facette-${nom}` });
    select.addEventListener('change', keep);
    selects.set(nom, select);
    return element('div', [element('label', titre, { for: `facette-${nom}` }), select], { class: 'field' });
  }

  document.querySelectorAll('[data-t]').forEach((one) => { one.textContent = words[one.dataset.t]; });
  input.placeholder = words.chercher;
  at('choix').append(...facettes.map(field));
  at('choix').addEventListener('submit', (event) => event.preventDefault());
  at('liste').tHead.append(element('tr', ['nom', ...COLUMNS, 'debut', 'fin', 'membres'].map((name) => element('th', words[name], { scope: 'col' }))));
  at('jour').textContent = data.jour ? `${words.jour} ${data.jourDit}.` : '';
  at('coupes').hidden = !data.coupes.length;
  at('coupes').textContent = `${words.coupes}${words.deux_points} ${data.coupes.join(', ')}.`;
  input.addEventListener('input', keep);
  at('effacer').addEventListener('click', () => { list(new URLSearchParams()); keep(); input.focus(); });
  at('suite').addEventListener('click', () => { shown += STEP; draw(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !at('fiche').hidden) close(); });
  window.addEventListener('hashchange', restore);
  await restore();
  document.documentElement.dataset.ready = 'true';
})();
