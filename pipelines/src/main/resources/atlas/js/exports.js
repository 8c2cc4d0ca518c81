/* Downloads: the values shown as CSV, the map as SVG and PNG. */
Atlas.exports = (() => {
  function start() {
    const on = (id, action) => document.getElementById(id).addEventListener('click', action);
    on('csv', () => save(`${name()}.csv`, new Blob(['\ufeff', csv()], { type: 'text/csv;charset=utf-8' })));
    on('svg', () => save(`${name()}.svg`, new Blob([svg()], { type: 'image/svg+xml' })));
    on('png', () => png().then((blob) => save(`${name()}.png`, blob)));
    on('print', () => window.print());
    on('copy', () => navigator.clipboard.writeText(location.href).then(copied, () => window.prompt(Atlas.texts.t('copy'), location.href)));
  }

  function copied() {
    const button = document.getElementById('copy');
    Atlas.announce(Atlas.texts.t('copied'));
    button.textContent = Atlas.texts.t('done');
    setTimeout(() => { button.textContent = Atlas.texts.t('copy'); }, 2500);
  }

  const name = () => ['maillage', Atlas.state.state.indicator, Atlas.state.state.modality, Atlas.state.state.level, Atlas.state.state.date].filter(Boolean).join('-');

  function save(file, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /* One line per territory, in the order of the table; an empty value is "no data", and the last column says so. */
  function csv() {
    const { pick, t, language } = Atlas.texts;
    const { state, indicator, level, values } = Atlas.state;
    const [separator, point] = language === 'en' ? [',', '.'] : [';', ','];
    const chosen = indicator();
    const all = values();
    const quote = (text) => (/[";,\n]/.test(text) ? `"${String(text).replaceAll('"', '""')}"` : text);
    const figure = (value) => (Number.isNaN(value) ? '' : String(Math.round(value * 1e6) / 1e6).replace('.', point));
    const status = (value) => (Number.isNaN(value) ? pick(chosen.missing) : value === 0 ? pick(chosen.zero) : '');
    const header = ['niveau', 'code_territoire', 'libelle_territoire', 'indicateur', chosen.dimension, 'date', 'valeur', 'unite', 'numerateur', 'denominateur', 'population', 'remarque'];
    const lines = Atlas.table.sorted().map((n) => [level().id, level().codes[n], level().names[n], chosen.id, state.modality, state.date,
      figure(all.value[n]), pick(chosen.unit), figure(all.numerator[n]), figure(all.denominator[n]), level().populations[n] ?? '', status(all.value[n])]);
    return [header, ...lines].map((line) => line.map(quote).join(separator)).join('\r\n') + '\r\n';
  }

  const WIDTH = 1200;
  const HEAD = 92;
  const SIDE = 380;

  /* The whole map with its title, legend and sources, whatever the zoom. */
  function svg() {
    const { pick } = Atlas.texts;
    const { level, state } = Atlas.state;
    const [[left, top], [right, bottom]] = Atlas.outlines.plane.extent;
    const k = (WIDTH - SIDE - 60) / (right - left);
    const height = Math.max((bottom - top) * k + HEAD + 90, HEAD + 420);
    const text = (x, y, size, words, more = '') => `<text x="${x}" y="${y}" font-size="${size}" ${more}>${Atlas.html(words)}</text>`;
    const title = document.getElementById('title').textContent;
    const fictional = document.getElementById('fictional');
    const subtitle = document.getElementById('subtitle').textContent;
    const made = document.getElementById('made').textContent;
    const origins = Atlas.model.data.origins.map((one) => [pick(one.what), one.date].filter(Boolean).join(' ')).join(' · ');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${Math.round(height)}" width="${WIDTH}" height="${Math.round(height)}" font-family="'Source Sans 3', 'Open Sans', 'Segoe UI', Arial, sans-serif" fill="#16202e">
<title>${Atlas.html(title)}</title><defs>${Atlas.classes.HATCH_SVG}${Atlas.area.defs(k)}</defs><rect width="100%" height="100%" fill="#fff"/>
${text(30, 42, 26, title, 'font-weight="700"')}${text(30, 68, 15, subtitle, 'fill="#0b5563"')}
${fictional ? text(30, 88, 13, fictional.textContent, 'fill="#6b4700"') : ''}
<g transform="translate(${30 - left * k} ${HEAD + 10 - top * k}) scale(${k})" stroke-linejoin="round" fill-rule="evenodd">${shapes(level(), k)}${Atlas.area.svg(k)}${Atlas.symbols.svg(k)}${state.links || state.points ? overlay(k) : ''}</g>
${legend(WIDTH - SIDE, HEAD + 20)}${Atlas.symbols.legend(WIDTH - SIDE, height - 150)}
${text(30, height - 34, 12, origins, 'fill="#4a5868"')}${text(30, height - 16, 12, made, 'fill="#4a5868"')}
</svg>`;
  }

  function shapes(level, k) {
    const path = d3.geoPath().digits(2);
    const outlines = Atlas.outlines.of(level);
    const classes = Atlas.state.classes();
    const { value } = Atlas.state.values();
    const drawn = Atlas.map.stacked(level).map((n) => {
      const shape = outlines.shapes[n];
      const index = classes.index(value[n]);
      return `<path d="${path(shape.geometry)}" fill="${index === -2 ? 'url(#hatch)' : classes.colour(index)}"${level.overlaps ? ' fill-opacity=".62"' : ''}><title>${Atlas.html(level.names[n])}</title></path>`;
    }).join('');
    const line = (geometry, colour, width) => `<path d="${path(geometry) || ''}" fill="none" stroke="${colour}" stroke-width="${width / k}"/>`;
    const boxes = Atlas.outlines.plane.frames.filter((frame) => frame.box).map(({ box, title }) => `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[2]}" fill="none" stroke="#93a0ad" stroke-width="${1 / k}"/><text x="${box[0]}" y="${box[1] - 3}" font-size="${12 / k}">${Atlas.html(Atlas.texts.pick(title))}</text>`).join('');
    return `${drawn}${line(outlines.inner, '#8592a0', 0.5)}${line(outlines.outer, '#2c3a4a', 1)}${boxes}`;
  }

  function overlay(k) {
    const { state } = Atlas.state;
    const colour = Atlas.overlay.MEMBER;
    const links = !state.links ? '' : Atlas.overlay.networks().filter((one) => one.members.length > 1).map((one) => `<path fill="none" stroke="${colour}" stroke-opacity=".45" stroke-width="${0.9 / k}" d="${one.members.map((m) => `M${one.hub.map((v) => v.toFixed(1))}L${m.place.map((v) => v.toFixed(1))}`).join('')}"/>`).join('');
    const points = !state.points ? '' : Atlas.overlay.shown().map((p) => `<circle cx="${p.place[0].toFixed(1)}" cy="${p.place[1].toFixed(1)}" r="${2.2 / k}" fill="${p.networks.length ? colour : '#5b6776'}" stroke="#fff" stroke-width="${0.6 / k}"/>`).join('');
    return links + points;
  }

  function legend(x, y) {
    const { unit } = Atlas.texts;
    const words = (row) => { const fitted = row.words.length > 54 ? `${row.words.slice(0, 53)}…` : row.words; return `${fitted} (${Atlas.texts.number(row.count)})`; };
    const rows = Atlas.headline.rows().map((row, i) => `<rect x="${x}" y="${y + 16 + i * 27}" width="30" height="18" fill="${row.colour}" stroke="#6d7a88"/><text x="${x + 40}" y="${y + 30 + i * 27}" font-size="12">${Atlas.html(words(row))}</text>`).join('');
    return `<text x="${x}" y="${y}" font-size="14" font-weight="600">${Atlas.html(unit(Atlas.state.indicator()))}</text>${rows}`;
  }

  function png() {
    const source = svg();
    const height = Number(/height="(\d+)" font/.exec(source)[1]);
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = WIDTH * 2;
        canvas.height = height * 2;
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(resolve, 'image/png');
      };
      image.onerror = reject;
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
    });
  }

  return { start, csv, svg, png };
})();
