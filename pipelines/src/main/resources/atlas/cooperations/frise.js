
/* Cooperations created, ended and living, year by year: a chart and the same figures in a table. */
Atlas.frise = (() => {
  const { at, element, drawn } = Atlas.dom;
  const MOST_YEARS = 40;
  const MOST_FORMS = 6;
  /* Colours of Okabe and Ito, told apart whatever one's sight; the last stands for all other forms. */
  const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a94a0'];
  const WIDTH = 640;
  const LEFT = 40;

  const sum = (rows) => rows.reduce((total, row) => total + row[3], 0);

  /* Years with what is counted in each; the first row holds what came before. */
  function years(rows, day) {
    const last = Number((day || '').slice(0, 4));
    const known = rows.filter(([, start]) => start !== null && start <= last);
    if (!known.length) return { known, list: [], first: last, last };
    const first = Math.max(Math.min(...known.map(([, start]) => start)), last - MOST_YEARS + 1);
    const list = [];
    for (let year = first; year <= last; year += 1) {
      list.push({
        year,
        created: sum(known.filter(([, start]) => start === year)),
        ended: sum(known.filter(([, , end]) => end === year)),
        living: sum(living(known, year)),
      });
    }
    const before = { created: sum(known.filter(([, start]) => start < first)), ended: sum(known.filter(([, , end]) => end !== null && end < first)) };
    return { known, list, first, last, before };
  }

  const living = (rows, year) => rows.filter(([, start, end]) => start <= year && (end === null || end >= year));

  /* The forms that most cooperations have, and those that belong to each. */
  function groups(known, forms, words) {
    const totals = forms.map(([code, label]) => ({ codes: [code], label, total: sum(known.filter(([form]) => form === code)) }))
      .filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
    const few = totals.slice(0, MOST_FORMS);
    const rest = totals.slice(MOST_FORMS);
    if (rest.length) few.push({ codes: rest.flatMap(({ codes }) => codes), label: words.autres });
    return few.map((one, i) => ({ ...one, colour: rest.length && i === few.length - 1 ? COLOURS[MOST_FORMS] : COLOURS[i] }));
  }

  function chart(counted, parts, words, number) {
    const { list } = counted;
    const most = Math.max(1, ...list.map((one) => one.living));
    const moved = Math.max(1, ...list.map((one) => Math.max(one.created, one.ended)));
    const step = (WIDTH - LEFT) / list.length;
    const wide = Math.max(1, step * 0.78);
    const marks = [];
    list.forEach((one, i) => {
      const x = LEFT + i * step;
      let y = 170;
      parts.forEach(({ codes, colour }) => {
        const height = (150 * sum(living(counted.known, one.year).filter(([form]) => codes.includes(form)))) / most;
        y -= height;
        if (height) marks.push(drawn('rect', { x, y, width: wide, height, fill: colour }));
      });
      if (one.created) marks.push(bar(x, 240 - (38 * one.created) / moved, wide, (38 * one.created) / moved, { fill: '#16202e' }));
      if (one.ended) marks.push(bar(x, 240, wide, (38 * one.ended) / moved, { fill: '#ffffff', stroke: '#16202e' }));
      if ((one.year - counted.first) % Math.ceil(list.length / 10) === 0) marks.push(text(x, 296, String(one.year)));
    });
    const words1 = `${words.frise}${words.deux_points} ${counted.first}–${counted.last} ; ${words.vivantes} ${number(list.at(-1).living)}`;
    return drawn('svg', { viewBox: `0 0 ${WIDTH} 304`, role: 'img', 'aria-label': words1 }, [
      text(0, 14, words.vivantes), text(0, 26, number(most)), text(0, 170, '0'), line(170),
      text(0, 194, words.creees), text(0, 206, number(moved)), line(240), text(0, 278, words.terminees), ...marks]);
  }

  const bar = (x, y, width, height, colours) => drawn('rect', { x, y, width, height, ...colours });
  const text = (x, y, words) => drawn('text', { x, y }, words);
  const line = (y) => drawn('path', { d: `M${LEFT} ${y}H${WIDTH}`, stroke: '#8895a3' });

  function rows(counted, words, number) {
    const cell = (value) => element('td', number(value), { class: 'number' });
    const made = counted.list.map((one) => element('tr', [element('th', String(one.year), { scope: 'row' }), cell(one.created), cell(one.ended), cell(one.living)])).reverse();
    const { before } = counted;
    if (before && before.created) made.push(element('tr', [element('th', `${words.avant} ${counted.first}`, { scope: 'row' }), cell(before.created), cell(before.ended), element('td', '')]));
    return made;
  }

  /* Draws all forms, or the one that is chosen. */
  function show({ frise, formes, jour, mots: words }, form, number) {
    const mine = frise.filter(([code]) => !form || code === form);
    const counted = years(mine, jour);
    const parts = groups(counted.known, formes, words);
    at('frise-forme').textContent = form ? formes.find(([code]) => code === form)[1] : words.toutes;
    at('graphique').replaceChildren(...(counted.list.length ? [chart(counted, parts, words, number)] : []));
    at('legende').replaceChildren(...parts.map(({ label, colour }) => element('li', [
      drawn('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, bar(0, 0, 14, 14, { fill: colour })), label])));
    const head = (word, kind) => element('th', word, kind ? { scope: 'col', class: kind } : { scope: 'col' });
    at('annees').tHead.replaceChildren(element('tr', [head(words.annee), head(words.creees, 'number'), head(words.terminees, 'number'), head(words.vivantes, 'number')]));
    at('annees').tBodies[0].replaceChildren(...rows(counted, words, number));
    at('frise-note').textContent = `${words.frise_note}${words.deux_points} ${number(sum(mine.filter(([, start]) => start === null)))}.`;
  }

  return { show };
})();
