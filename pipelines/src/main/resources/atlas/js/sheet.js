/* The page of one territory: where it is, every indicator, and the territories like it. Made to be printed. */
Atlas.sheet = (() => {
  const panel = document.getElementById('sheet');
  const screen = document.querySelector('main');

  function show() {
    const { state, selected } = Atlas.state;
    const open = Boolean(state.sheet && selected);
    const opened = open && panel.hidden;
    panel.hidden = !open;
    screen.hidden = open;
    if (!open) {
      panel.innerHTML = '';
      return;
    }
    panel.innerHTML = page(selected.level, selected.number);
    panel.querySelector('.back').addEventListener('click', close);
    panel.querySelector('.print').addEventListener('click', () => window.print());
    panel.querySelectorAll('[data-peer]').forEach((link) => link.addEventListener('click', () => Atlas.state.set({ selected: link.dataset.peer })));
    if (opened) panel.focus();
  }

  function close() {
    Atlas.state.set({ sheet: false });
    Atlas.map.draw();
    document.querySelector('#details .open')?.focus();
  }

  const figure = (value, decimals, unit) => (value === null || Number.isNaN(value) ? Atlas.texts.t('none') : `${Atlas.texts.number(value, decimals)}\u00a0${unit}`);

  function page(level, number) {
    const { t } = Atlas.texts;
    const name = Atlas.html(level.names[number]);
    return `<div class="heading"><div><h1 id="sheet-title">${name}</h1><p class="kind">${Atlas.html(Atlas.details.kind(level, number))}</p></div>
      <p><button type="button" class="print">${Atlas.html(t('print'))}</button> <button type="button" class="back">${Atlas.html(t('back'))}</button></p></div>
      <div class="columns"><div>${place(level, number)}<dl>${facts(level, number)}</dl>${Atlas.details.networks(level, number, true)}</div>
      <div><h2>${t('indicators')}</h2>${indicators(level, number)}<h2>${t('peers')}</h2>${peers(level, number)}</div></div>`;
  }

  function facts(level, number) {
    const { t, pick } = Atlas.texts;
    const density = Atlas.peers.density(level, number);
    const rows = [[t('population'), figure(level.populations[number], 0, t('inhabitants'))],
      [t('area'), figure(level.areas[number], 1, 'km²')],
      [t('density'), figure(density, 1, pick(['hab./km²', 'inh./km²']))]];
    if (level.elderly) rows.push([pick(['65 ans et plus', 'Aged 65 and over']), figure(level.elderly[number], 1, '%')]);
    return rows.map(([name, words]) => `<dt>${Atlas.html(name)}</dt><dd>${Atlas.html(words)}</dd>`).join('');
  }

  /* Where it lies: its outline in that of the whole page. */
  function place(level, number) {
    const shape = Atlas.outlines.of(level).shapes[number];
    if (!shape) return '';
    const [[left, top], [right, bottom]] = Atlas.outlines.plane.extent;
    const path = d3.geoPath().digits(1);
    const width = (right - left) / 320;
    const inner = Atlas.outlines.of(Atlas.model.levels.get('departement')).inner;
    return `<svg class="where" viewBox="${left - 4} ${top - 4} ${right - left + 8} ${bottom - top + 8}" role="img" aria-label="${Atlas.html(level.names[number])}">
      <path d="${path(Atlas.outlines.of(level).outer)}" fill="none" stroke="#2c3a4a" stroke-width="${width}"/><path d="${path(inner) || ''}" fill="none" stroke="#a9b4bf" stroke-width="${width * 0.6}"/>
      <path d="${path(shape.geometry)}" fill="#c2410c" stroke="#7c2d12" stroke-width="${width}" fill-rule="evenodd"/></svg>`;
  }

  /* An indicator at its newest date, for the category that stands first. */
  function newest(indicator, level) {
    const { state } = Atlas.state;
    const modality = indicator.rows.has(state.modality) ? state.modality : indicator.rows.keys().next().value;
    const day = Atlas.model.dates(indicator, modality, level).at(-1);
    return { day, modality, value: Atlas.model.values(indicator, modality, level, day).value };
  }

  function indicators(level, number) {
    const { t, pick, date } = Atlas.texts;
    const scope = Atlas.model.levels.get(Atlas.model.scope.level);
    const rows = [...Atlas.model.indicators.values()].map((indicator) => {
      const { day, modality, value } = newest(indicator, level);
      const words = (one) => (Number.isNaN(one) ? pick(indicator.missing) : Atlas.texts.withUnit(one, indicator));
      const category = Atlas.model.modalities(indicator).find(([code]) => code === modality);
      const known = value.filter((one) => !Number.isNaN(one));
      const whole = indicator.denominator ? newest(indicator, scope).value[Atlas.model.scope.number] : NaN;
      return `<tr><th scope="row">${Atlas.html(pick(indicator.title))}<small>${Atlas.html([category ? pick(category[1]) : '', date(day || '', 'short')].filter(Boolean).join(' · '))}</small></th>
        <td>${Atlas.html(words(value[number]))}</td><td>${known.length ? Atlas.html(words(d3.median(known))) : ''}</td><td>${indicator.denominator ? Atlas.html(words(whole)) : ''}</td></tr>`;
    });
    return `<table><thead><tr><th></th><th scope="col">${Atlas.html(level.names[number])}</th><th scope="col">${t('typical')} (${Atlas.html(Atlas.texts.lower(pick(level.title)))})</th><th scope="col">${Atlas.html(pick(Atlas.model.data.title))}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  }

  function peers(level, number) {
    const { t, pick } = Atlas.texts;
    const list = Atlas.peers.of(level, number);
    const rule = `<p class="note">${Atlas.html(Atlas.peers.rule(level, number))}</p>`;
    if (!list.length) return `<p>${t('noPeers')}</p>${rule}`;
    const indicator = Atlas.state.indicator();
    const { value } = newest(indicator, level);
    const words = (one) => (Number.isNaN(one) ? pick(indicator.missing) : Atlas.texts.withUnit(one, indicator));
    const rows = [number, ...list].map((one) => `<tr${one === number ? ' class="self"' : ''}><th scope="row">${one === number ? Atlas.html(level.names[one])
      : `<button type="button" data-peer="${Atlas.html(`${level.id}:${level.codes[one]}`)}">${Atlas.html(level.names[one])}</button>`}</th>
      <td>${figure(level.populations[one], 0, '')}</td><td>${figure(Atlas.peers.density(level, one), 1, '')}</td>${level.elderly ? `<td>${figure(level.elderly[one], 1, '%')}</td>` : ''}<td>${Atlas.html(words(value[one]))}</td></tr>`).join('');
    return `<table><thead><tr><th></th><th scope="col">${t('population')}</th><th scope="col">${t('density')}</th>${level.elderly ? `<th scope="col">${pick(['65 ans et plus', 'Aged 65+'])}</th>` : ''}<th scope="col">${Atlas.html(pick(indicator.title))}</th></tr></thead><tbody>${rows}</tbody></table>${rule}`;
  }

  return { show };
})();
