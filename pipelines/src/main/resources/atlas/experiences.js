
/* The cases of cooperation: words, facets and cards. What is chosen stands in the address. */
Atlas.experiences = (async () => {
  const { mots, facettes, lecons, cas } = await Atlas.decode.json('data-json');
  const input = document.getElementById('mots');
  const form = document.getElementById('choix');
  const list = document.getElementById('liste');
  const lessons = document.getElementById('lecons');
  const selects = new Map();
  const cards = new Map();

  const plain = (text) => ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ').trim()}`;
  const words = () => plain(input.value).trim().split(' ').filter(Boolean);
  const weight = (one, word) => one.textes.reduce((sum, { poids, texte }) => sum + (texte.includes(` ${word}`) ? poids : 0), 0);
  const has = (one, facet, value) => !value || one.choix[facet].includes(value);

  /* Text only ever becomes text: nothing of the data is read as code. */
  function element(name, content = [], attributes = {}) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...[content].flat());
    return made;
  }

  function passes(one, searched, but) {
    return searched.every((word) => weight(one, word) > 0)
      && facettes.every(({ nom }) => nom === but || has(one, nom, selects.get(nom).value));
  }

  function found() {
    const searched = words();
    const total = (one) => searched.reduce((sum, word) => sum + weight(one, word), 0);
    return cas.filter((one) => passes(one, searched)).map((one, order) => ({ one, order, total: total(one) }))
      .sort((a, b) => b.total - a.total || a.order - b.order).map(({ one }) => one);
  }

  function items(title, rows) {
    return [element('h3', title), element('ul', rows.map(([text, lines]) => element('li', [text, element('small', `[${lines}]`)])))];
  }

  function links(one) {
    if (!one.liens.length) return [];
    const rows = one.liens.map(([kind, code, title, lines]) => element('li', [
      `${kind}${mots.deuxpoints}`, element('a', `${code} ${title}`, { href: `#cas=${code}` }), element('small', `[${lines}]`)]));
    return [element('h3', mots.liens), element('ul', rows)];
  }

  function inside(one) {
    return element('div', [
      element('p', one.source, { class: 'source' }),
      element('dl', one.traits.flatMap(([name, value]) => [element('dt', name), element('dd', value)])),
      ...[...one.parties, ...one.lecons].flatMap(({ titre, lignes }) => items(titre, lignes)), ...links(one),
    ], { class: 'inside' });
  }

  /* The inside of a card is made when it is first opened. */
  function card(one) {
    const summary = element('summary', [element('b', one.code), one.titre, element('small', one.resume)]);
    const made = element('details', summary, { class: 'case', id: one.code });
    made.addEventListener('toggle', () => fill(one, made));
    return made;
  }

  function fill(one, made) {
    if (made.open && made.children.length === 1) made.append(inside(one));
  }

  function open(code, wide) {
    const made = cards.get(code);
    made.open = wide;
    fill(cas.find((one) => one.code === code), made);
  }

  function counts(searched) {
    facettes.forEach(({ nom }) => {
      const left = cas.filter((one) => passes(one, searched, nom));
      selects.get(nom).querySelectorAll('option[value]:not([value=""])').forEach((option) => {
        const number = left.filter((one) => has(one, nom, option.value)).length;
        option.textContent = `${option.dataset.label} (${number})`;
        option.disabled = number === 0 && !option.selected && !lecons[option.value];
      });
    });
  }

  function draw() {
    const shown = found();
    const own = lecons[selects.get('etiquette').value] || [];
    lessons.replaceChildren(...own.flatMap(({ titre, lignes }) => items(titre, lignes)));
    lessons.hidden = !own.length;
    list.replaceChildren(...(shown.length ? shown.map(({ code }) => cards.get(code)) : [element('p', mots.aucune, { class: 'headline' })]));
    document.getElementById('compte').textContent = `${shown.length} ${shown.length > 1 ? mots.plusieurs : mots.une}`;
    counts(words());
  }

  function keep() {
    const state = new URLSearchParams();
    if (input.value) state.set('q', input.value);
    selects.forEach((select, name) => { if (select.value) state.set(name, select.value); });
    history.replaceState(null, '', `#${state}`);
    draw();
  }

  function restore() {
    const state = new URLSearchParams(location.hash.slice(1));
    const code = state.get('cas');
    if (code && cards.has(code) && !cards.get(code).isConnected) clear();
    if (!code) {
      input.value = state.get('q') || '';
      selects.forEach((select, name) => { select.value = state.get(name) || ''; });
    }
    draw();
    if (code && cards.has(code)) {
      open(code, true);
      cards.get(code).scrollIntoView();
      cards.get(code).querySelector('summary').focus();
    }
  }

  function clear() {
    input.value = '';
    selects.forEach((select) => { select.value = ''; });
  }

  function options(choices) {
    const groups = new Map();
    choices.forEach(([code, label, group]) => {
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(element('option', label, { value: code, 'data-label': label }));
    });
    return [...groups].flatMap(([group, own]) => (group ? [element('optgroup', own, { label: group })] : own));
  }

  function field({ nom, titre, choix }) {
    const select = element('select', [element('option', mots.tous, { value: '' }), ...options(choix)], { id: `facette-${nom}` });
    select.addEventListener('change', keep);
    selects.set(nom, select);
    return element('div', [element('label', titre, { for: `facette-${nom}` }), select], { class: 'field' });
  }

  const each = (wide) => found().forEach(({ code }) => open(code, wide));

  document.querySelectorAll('[data-t]').forEach((one) => { one.textContent = mots[one.dataset.t]; });
  input.placeholder = mots.chercher;
  form.append(...facettes.map(field));
  form.addEventListener('submit', (event) => event.preventDefault());
  cas.forEach((one) => cards.set(one.code, card(one)));
  input.addEventListener('input', keep);
  document.getElementById('effacer').addEventListener('click', () => { clear(); keep(); input.focus(); });
  document.getElementById('ouvrir').addEventListener('click', () => each(true));
  document.getElementById('fermer').addEventListener('click', () => each(false));
  document.getElementById('imprimer').addEventListener('click', () => window.print());
  window.addEventListener('hashchange', restore);
  restore();
  document.documentElement.dataset.ready = 'true';
})();
