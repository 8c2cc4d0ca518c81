/* Title, explanation, findings, legend and sources. */
Atlas.headline = (() => {
  const at = (id) => document.getElementById(id);

  function show() {
    const { pick, date } = Atlas.texts;
    const { state, indicator, level } = Atlas.state;
    const chosen = indicator();
    const modality = Atlas.model.modalities(chosen).find(([code]) => code === state.modality);
    at('title').textContent = pick(chosen.title);
    at('subtitle').textContent = [pick(Atlas.model.data.title), pick(level().title), modality ? pick(modality[1]) : '', date(state.date)].filter(Boolean).join(' · ');
    at('definition').textContent = pick(chosen.definition);
    at('findings').innerHTML = findings().map(([figure, words]) => `<li><strong>${Atlas.html(figure)}</strong> <span>${Atlas.html(words)}</span></li>`).join('');
    legend();
    at('canvas').setAttribute('aria-label', label());
    document.title = `${pick(chosen.title)} — Maillage`;
  }

  /* What a reader should take away: the whole, the zeros, and what is not known. */
  function findings() {
    const { pick, number, withUnit, language, lower, t } = Atlas.texts;
    const english = language === 'en';
    const indicator = Atlas.state.indicator();
    const level = Atlas.state.level();
    const { value } = Atlas.state.values();
    const scope = Atlas.model.levels.get(Atlas.model.scope.level);
    const whole = Atlas.state.values(undefined, scope).value[Atlas.model.scope.number];
    const list = [];
    if (!Number.isNaN(whole)) list.push([withUnit(whole, indicator), english ? 'in the whole territory' : 'dans l’ensemble du territoire']);
    const zeros = level.codes.map((_, i) => i).filter((i) => value[i] === 0);
    const missing = level.codes.filter((_, i) => Number.isNaN(value[i])).length;
    const of = english ? 'of' : 'sur';
    if (zeros.length) {
      const people = d3.sum(zeros, (i) => level.populations[i] || 0);
      list.push([`${number(zeros.length)} ${of} ${number(level.codes.length)}`,
        `${lower(pick(level.title))} — ${lower(pick(indicator.zero))}${people ? `, ${number(people)} ${t('inhabitants')}` : ''}`]);
    }
    if (missing) list.push([number(missing), `${lower(pick(level.title))} — ${lower(pick(indicator.missing))}`]);
    return list;
  }

  function label() {
    const { pick, language } = Atlas.texts;
    const keys = language === 'en'
      ? 'Arrow keys move from territory to territory, plus and minus zoom, Enter opens the details. The table holds the same values.'
      : 'Les flèches vont de territoire en territoire, plus et moins agrandissent et réduisent, Entrée ouvre la fiche. Le tableau donne les mêmes valeurs.';
    return `${pick(Atlas.state.indicator().title)}, ${pick(Atlas.state.level().title)}. ${keys}`;
  }

  /* Rows of the legend: colour, words, number of territories. */
  function rows() {
    const { pick } = Atlas.texts;
    const indicator = Atlas.state.indicator();
    const classes = Atlas.state.classes();
    const { value } = Atlas.state.values();
    const counts = d3.rollup(value, (all) => all.length, (one) => classes.index(one));
    const list = classes.colours.map((colour, i) => ({ colour, words: Atlas.classes.label(classes, i, indicator), count: counts.get(i) || 0 }));
    if (counts.has(-1)) list.unshift({ colour: classes.colour(-1), words: `0 — ${pick(indicator.zero)}`, count: counts.get(-1) });
    if (counts.has(-2)) list.push({ colour: 'url(#hatch)', words: pick(indicator.missing), count: counts.get(-2) });
    return list;
  }

  function legend() {
    const { pick, number, unit, language, lower } = Atlas.texts;
    at('legend-title').textContent = `${pick(Atlas.state.indicator().title)}, ${unit(Atlas.state.indicator())} (${language === 'en' ? 'number of' : 'nombre de'} ${lower(pick(Atlas.state.level().title))})`;
    at('legend').innerHTML = rows().map((row) => `<li><svg viewBox="0 0 30 18" aria-hidden="true"><defs>${Atlas.classes.HATCH_SVG}</defs>
      <rect x=".5" y=".5" width="29" height="17" fill="${row.colour}" stroke="#6d7a88"/></svg><span>${Atlas.html(row.words)}</span><span>(${number(row.count)})</span></li>`).join('');
    sizes();
    Atlas.area.legend();
  }

  /* What the circles stand for, in the legend of the page. */
  function sizes() {
    const drawn = Atlas.symbols.legend(0, 22);
    at('sizes').innerHTML = drawn ? `<svg viewBox="0 0 330 96" role="img" aria-label="${Atlas.html(Atlas.symbols.words())}">${drawn}</svg>` : '';
  }

  function origins() {
    const { pick, date, plural, language } = Atlas.texts;
    const data = Atlas.model.data;
    const english = language === 'en';
    const items = data.origins.map((one) => `<li><strong>${Atlas.html(pick(one.what))}</strong>${one.date ? ` — ${Atlas.html(date(one.date))}` : ''}${pick(one.scope) ? `<br>${Atlas.html(pick(one.scope))}` : ''}</li>`);
    if (data.withoutContour) {
      items.push(`<li><strong>${english ? 'Not drawn' : 'Non dessinées'}</strong><br>${english
        ? `${plural(data.withoutContour, 'commune has no known contour and is in the table only', 'communes have no known contour and are in the table only')}`
        : `${plural(data.withoutContour, 'commune sans contour connu, présente dans le tableau seulement', 'communes sans contour connu, présentes dans le tableau seulement')}`}</li>`);
    }
    if (data.misfits) {
      items.push(`<li><strong>${english ? 'Borders' : 'Limites'}</strong><br>${english
        ? `${plural(data.misfits, 'contour does not fit its neighbours', 'contours do not fit their neighbours')} as published`
        : `${plural(data.misfits, 'contour publié ne se raccorde pas à ses voisins', 'contours publiés ne se raccordent pas à leurs voisins')}`}</li>`);
    }
    at('origins').innerHTML = items.join('');
    at('made').textContent = english ? `Page made by Maillage on ${date(data.made)}. No data is not zero: what is not known is hatched.`
      : `Page produite par Maillage le ${date(data.made)}. L’absence de donnée n’est pas zéro : ce qui n’est pas connu est hachuré.`;
  }

  return { show, origins, rows, findings };
})();
