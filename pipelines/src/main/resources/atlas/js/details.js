/* One territory in full: its value, what it is made of, how it ranks, how it moved, who cooperates there. */
Atlas.details = (() => {
  const panel = document.getElementById('details');
  const MOST_LISTED = 8;

  /* Words a tooltip shows. */
  function tip(number) {
    const level = Atlas.state.level();
    return `<strong>${Atlas.html(level.names[number])}</strong>${value(level, number, 'b')}<em>${made(level, number)}</em>`;
  }

  function value(level, number, tag) {
    const { number: format, pick, unit } = Atlas.texts;
    const indicator = Atlas.state.indicator();
    const shown = Atlas.state.values(undefined, level).value[number];
    if (Number.isNaN(shown)) return `<${tag}>${Atlas.html(pick(indicator.missing))}</${tag}>`;
    return `<${tag}>${format(shown, indicator.decimals)} <small>${Atlas.html(unit(indicator))}</small></${tag}>`;
  }

  /* "12 of 35", in words. */
  function made(level, number) {
    const { number: format, pick, language } = Atlas.texts;
    const indicator = Atlas.state.indicator();
    const { numerator, denominator } = Atlas.state.values(undefined, level);
    if (!indicator.denominator || Number.isNaN(numerator[number]) || Number.isNaN(denominator[number])) return '';
    const of = language === 'en' ? 'of' : 'sur';
    return `${Atlas.html(pick(indicator.numerator))} : ${format(numerator[number])} ${of} ${format(denominator[number])}`;
  }

  function show() {
    const { t } = Atlas.texts;
    const selected = Atlas.state.selected;
    if (!selected) {
      panel.innerHTML = `<h2 id="details-title">${Atlas.html(Atlas.texts.pick(Atlas.model.data.title))}</h2>${whole()}<p class="note">${t('choose')}</p>`;
      trend(Atlas.model.levels.get(Atlas.model.scope.level), Atlas.model.scope.number);
      return;
    }
    const { level, number } = selected;
    panel.innerHTML = `<button type="button" class="close" aria-label="${t('close')}">×</button>
      <h2 id="details-title">${Atlas.html(level.names[number])}</h2><p class="kind">${Atlas.html(kind(level, number))}</p>
      <div class="value">${value(level, number, 'span')}</div><dl>${facts(level, number)}</dl>
      <div id="trend"></div><p class="note"><button type="button" class="open">${Atlas.html(t('sheet'))}</button></p>
      ${networks(level, number)}${elsewhere(level, number)}`;
    panel.querySelector('.close').addEventListener('click', () => Atlas.state.set({ selected: '' }));
    panel.querySelectorAll('[data-area]').forEach((button) => button.addEventListener('click', () => Atlas.area.choose(button.dataset.area)));
    panel.querySelector('.open').addEventListener('click', () => Atlas.state.set({ sheet: true }));
    trend(level, number);
  }

  function whole() {
    const level = Atlas.model.levels.get(Atlas.model.scope.level);
    return `<div class="value">${value(level, Atlas.model.scope.number, 'span')}</div><dl>${parts(level, Atlas.model.scope.number)}</dl><div id="trend"></div>`;
  }

  function kind(level, number) {
    const { pick } = Atlas.texts;
    const wider = level.id === 'commune' ? ['epci', 'departement'] : level.id === 'epci' || !level.fixed ? ['departement'] : level.id === 'departement' ? ['region'] : [];
    const names = wider.map((id) => Atlas.model.levels.get(id))
      .filter((other) => other && other.codes.length > 0)
      .map((other) => other.names[Atlas.model.parent(level, number, other)]).filter(Boolean);
    const kindOf = pick(level.singular);
    return [`${kindOf.charAt(0).toUpperCase()}${kindOf.slice(1)} ${level.codes[number]}`, ...names].join(' · ');
  }

  const row = (name, text) => `<dt>${Atlas.html(name)}</dt><dd>${text}</dd>`;

  function parts(level, number) {
    const { number: format, pick, t } = Atlas.texts;
    const indicator = Atlas.state.indicator();
    const { numerator, denominator, unknown } = Atlas.state.values(undefined, level);
    const known = (value) => (Number.isNaN(value) ? t('none') : format(value));
    const rows = [];
    if (indicator.denominator) rows.push(row(pick(indicator.numerator), known(numerator[number])), row(pick(indicator.denominator), known(denominator[number])));
    if (indicator.unknown && !Number.isNaN(unknown[number])) rows.push(row(pick(indicator.unknown), `${format(unknown[number] * 100, 1)} %`));
    const people = level.populations[number];
    if (!indicator.byPopulation) rows.push(row(t('population'), people === null ? t('none') : format(people)));
    return rows.join('');
  }

  function facts(level, number) {
    const { t, number: format, pick } = Atlas.texts;
    const rows = [parts(level, number)];
    const { value: all } = Atlas.state.values(undefined, level);
    if (!Number.isNaN(all[number]) && level.codes.length > 1) {
      const known = all.filter((one) => !Number.isNaN(one));
      rows.push(row(t('rank'), `${format(known.filter((one) => one > all[number]).length + 1)} / ${format(known.length)}`));
    }
    for (const place of [Atlas.model.scope, Atlas.model.country]) {
      const wider = place && Atlas.model.levels.get(place.level);
      if (!wider || wider === level) continue;
      const one = Atlas.state.values(undefined, wider).value[place.number];
      const name = place === Atlas.model.scope ? pick(Atlas.model.data.title) : wider.names[0];
      if (!Number.isNaN(one)) rows.push(row(name, Atlas.html(Atlas.texts.withUnit(one, Atlas.state.indicator()))));
    }
    return rows.join('');
  }

  /* A line over all dates, with a dot on the one shown. */
  function trend(level, number) {
    const { t, date, withUnit } = Atlas.texts;
    const indicator = Atlas.state.indicator();
    const holder = document.getElementById('trend');
    const points = indicator.dates.map((day) => ({ day, value: Atlas.state.values(day, level).value[number] }));
    const known = points.filter((point) => !Number.isNaN(point.value));
    if (known.length < 2) return;
    const x = d3.scalePoint(indicator.dates, [4, 316]);
    const y = d3.scaleLinear([Math.min(0, d3.min(known, (p) => p.value)), d3.max(known, (p) => p.value) || 1], [44, 6]);
    const line = d3.line().defined((p) => !Number.isNaN(p.value)).x((p) => x(p.day)).y((p) => y(p.value));
    const here = known.find((point) => point.day === Atlas.state.state.date);
    const words = `${date(known[0].day)} : ${withUnit(known[0].value, indicator)} ; ${date(known.at(-1).day)} : ${withUnit(known.at(-1).value, indicator)}`;
    holder.innerHTML = `<h3>${t('trend')}</h3><svg class="trend" viewBox="0 0 320 62" role="img" aria-label="${Atlas.html(words)}">
      <path d="M4 44H316" stroke="#d5dce3"/><path d="${line(points)}" fill="none" stroke="#0b5563" stroke-width="2"/>
      ${here ? `<circle cx="${x(here.day)}" cy="${y(here.value)}" r="4" fill="#c2410c"/>` : ''}
      <text x="4" y="60" font-size="11" fill="#4a5868">${date(known[0].day)}</text><text x="316" y="60" font-size="11" text-anchor="end" fill="#4a5868">${date(known.at(-1).day)}</text></svg>`;
  }

  /* Each leads to its sheet; a département, to all of its cooperations. */
  function networks(level, number, printed) {
    const { t } = Atlas.texts;
    const every = level.id === 'departement' ? `<p class="note"><a href="cooperations.html#departement=${encodeURIComponent(level.codes[number])}">${t('allHere')} →</a></p>` : '';
    if (!Atlas.model.data.points.ids.length) return every;
    const list = Atlas.overlay.inside(level, number);
    if (!list.length) return `<h3>${t('cooperations')}</h3><p class="note">${t('noneHere')}</p>${every}`;
    const button = (one) => (printed ? '' : ` <button type="button" class="small" data-area="${Atlas.html(one.code)}" aria-pressed="${Atlas.state.state.cooperation === one.code}">${t('areaShow')}</button>`);
    const line = (one) => `<li><a href="cooperations.html#${Atlas.html(encodeURIComponent(one.code))}">${Atlas.html(one.name)}</a>${button(one)}</li>`;
    const shown = printed ? list : list.slice(0, MOST_LISTED);
    return `<h3>${t('cooperations')} (${list.length})</h3><ul>${shown.map(line).join('')}${list.length > shown.length ? '<li>…</li>' : ''}</ul>${every}`;
  }

  /* The page that shows the communes of the région the territory lies in. */
  function elsewhere(level, number) {
    if (Atlas.model.data.region || !Atlas.model.data.places.length) return '';
    const regions = Atlas.model.levels.get('region');
    const at = level === regions ? number : Atlas.model.parent(level, number, regions);
    const page = at >= 0 && Atlas.model.data.pages.find((one) => one.region === regions.codes[at]);
    if (!page) return '';
    const words = Atlas.texts.language === 'en' ? 'Communes of' : 'Communes de la région';
    return `<p class="note"><a href="${page.file}${location.hash}">${words} ${Atlas.html(Atlas.texts.pick(page.title))} →</a></p>`;
  }

  return { tip, show, kind, networks };
})();
