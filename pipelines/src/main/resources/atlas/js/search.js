/* Search by name or code, accents aside: a combobox with a list of what matches. */
Atlas.search = (() => {
  const MOST = 12;
  const input = document.getElementById('search');
  const list = document.getElementById('found');
  let entries = [];
  let found = [];
  let active = -1;

  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ').trim().replace(/\bste\b/g, 'sainte').replace(/\bst\b/g, 'saint');

  function start() {
    const { data, levels } = Atlas.model;
    entries = data.levels.filter((level) => level.id !== 'national').reverse().flatMap((level) => level.codes.map((code, number) => (
      { name: level.names[number], code, level, number, key: plain(level.names[number]) })));
    const [names = [], codes = [], epci = [], departements = [], regions = []] = data.places;
    names.forEach((name, i) => entries.push({ name, code: codes[i], key: plain(name), level: null,
      holders: [[levels.get('epci'), epci[i]], [levels.get('departement'), departements[i]], [levels.get('region'), regions[i]]] }));
    input.addEventListener('input', () => look(input.value));
    input.addEventListener('keydown', key);
    input.addEventListener('blur', () => setTimeout(close, 150));
    list.addEventListener('pointerdown', (event) => {
      const item = event.target.closest('li');
      if (item) choose(Number(item.dataset.at));
      event.preventDefault();
    });
  }

  function look(text) {
    const wanted = plain(text);
    found = wanted.length < 2 ? [] : entries
      .map((entry) => ({ entry, score: score(entry, wanted) }))
      .filter(({ score: points }) => points > 0)
      .sort((a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length)
      .slice(0, MOST).map(({ entry }) => entry);
    active = found.length ? 0 : -1;
    render();
  }

  function score(entry, wanted) {
    if (entry.key === wanted || entry.code.toLowerCase() === wanted) return 4;
    if (entry.key.startsWith(wanted)) return 3;
    if (entry.code.toLowerCase().startsWith(wanted)) return 2.5;
    return ` ${entry.key}`.includes(` ${wanted}`) ? 2 : 0;
  }

  function where(entry) {
    const { pick } = Atlas.texts;
    if (!entry.level) return `${entry.code} · ${entry.holders[1][0].names[entry.holders[1][1]] || ''}`;
    return entry.level.id === 'commune' ? entry.code : `${pick(entry.level.singular)} ${entry.code}`;
  }

  function render() {
    list.innerHTML = found.map((entry, i) => `<li role="option" id="found-${i}" data-at="${i}" aria-selected="${i === active}">${Atlas.html(entry.name)}<small>${Atlas.html(where(entry))}</small></li>`).join('');
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    active >= 0 ? input.setAttribute('aria-activedescendant', `found-${active}`) : input.removeAttribute('aria-activedescendant');
    if (active >= 0) list.children[active].scrollIntoView({ block: 'nearest' });
    const english = Atlas.texts.language === 'en';
    if (input.value.length > 1) Atlas.announce(found.length ? `${found.length} ${english ? 'results' : 'résultats'}` : (english ? 'No result' : 'Aucun résultat'));
  }

  function key(event) {
    if (event.key === 'ArrowDown' && found.length) active = (active + 1) % found.length;
    else if (event.key === 'ArrowUp' && found.length) active = (active + found.length - 1) % found.length;
    else if (event.key === 'Enter' && active >= 0) { choose(active); event.preventDefault(); return; } else if (event.key === 'Escape') { close(); return; } else return;
    event.preventDefault();
    render();
  }

  /* A commune drawn here is selected; one drawn elsewhere selects the EPCI that holds it. */
  function choose(at) {
    const entry = found[at];
    const [level, number] = entry.level ? [entry.level, entry.number] : entry.holders.find(([holder, n]) => holder && n >= 0) || [];
    input.value = entry.name;
    close();
    if (!level) return;
    const shown = Atlas.model.choices().includes(level) ? { level: level.id } : {};
    Atlas.state.set({ selected: `${level.id}:${level.codes[number]}`, ...shown });
    Atlas.view.reveal({ level, number });
  }

  function close() {
    found = [];
    active = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  return { start, plain };
})();
