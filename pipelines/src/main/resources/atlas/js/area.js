/* The territories one chosen cooperation is tied to, each role with a drawing of its own, over paler colours. */
Atlas.area = (() => {
  const INK = '#0b5563';
  /* Told apart without colour too: plain, slanted lines, dots, a thick edge. From below to above. */
  const STYLES = {
    couvre: { fill: 'rgb(11 85 99 / 62%)', width: 1.2 },
    intervient_dans: { tile: 'M-2 10 10 -2M-2 2 2 -2M6 10 10 6', width: 1.6 },
    cible: { tile: 'M4 4h.01', cap: 4, width: 1.4, dash: [5, 4] },
    siege: { width: 3.6, edge: '#7c2d12' },
  };
  const tiles = new Map();

  const chosen = () => (Atlas.state.state.cooperation ? Atlas.overlay.networks().find((one) => one.code === Atlas.state.state.cooperation) : null);
  const declared = (network) => network.territories.some(([role]) => role !== 'siege');
  const level = (index) => Atlas.model.data.levels[index];

  /* Territories of a role that the page can draw, as level and number. */
  const places = (network, role) => network.territories.filter(([one]) => one === role).map(([, index, number]) => ({ level: level(index), number }));
  const shapeOf = (place) => Atlas.outlines.of(place.level).shapes[place.number];

  function draw(context, k, ratio) {
    const network = chosen();
    if (!network) return;
    for (const [role, style] of Object.entries(STYLES)) {
      const paths = places(network, role).map((place) => Atlas.map.path(place.level, place.number)).filter(Boolean);
      for (const path of paths) {
        if (style.fill || style.tile) {
          context.fillStyle = style.fill || tile(context, role, 1 / (k * ratio) * ratio);
          context.fill(path, 'evenodd');
        }
        context.setLineDash((style.dash || []).map((length) => length / k));
        context.strokeStyle = style.edge || INK;
        context.lineWidth = style.width / k;
        context.stroke(path);
        context.setLineDash([]);
      }
    }
  }

  function tile(context, role, size) {
    if (!tiles.has(role)) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 16;
      const inside = canvas.getContext('2d');
      inside.scale(2, 2);
      inside.strokeStyle = INK;
      inside.lineWidth = STYLES[role].cap || 1.4;
      inside.lineCap = 'round';
      inside.stroke(new Path2D(STYLES[role].tile));
      tiles.set(role, context.createPattern(canvas, 'repeat'));
    }
    const pattern = tiles.get(role);
    pattern.setTransform(new DOMMatrix().scale(size / 2));
    return pattern;
  }

  /* The same for a drawing whose unit is k pixels. */
  const defs = (k) => Object.entries(STYLES).filter(([, style]) => style.tile).map(([role, style]) => `<pattern id="role-${role}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(${1 / k})"><path d="${style.tile}" stroke="${INK}" stroke-width="${style.cap || 1.4}" stroke-linecap="round"/></pattern>`).join('');

  function paint(role, k) {
    const style = STYLES[role];
    const fill = style.tile ? `url(#role-${role})` : style.fill || 'none';
    return `fill="${fill}" stroke="${style.edge || INK}" stroke-width="${style.width / k}"${style.dash ? ` stroke-dasharray="${style.dash.map((length) => length / k).join(' ')}"` : ''}`;
  }

  function svg(k) {
    const network = chosen();
    const path = d3.geoPath().digits(2);
    return network ? Object.keys(STYLES).flatMap((role) => places(network, role).map(shapeOf).filter(Boolean)
      .map((shape) => `<path d="${path(shape.geometry)}" ${paint(role, k)}/>`)).join('') : '';
  }

  /* Words of a role, and how many territories of which levels. */
  function rows(network) {
    const { pick, number, lower } = Atlas.texts;
    return Atlas.model.data.roles.flatMap(([role, words]) => {
      const levels = d3.rollups(places(network, role), (all) => all.length, (one) => one.level);
      if (!levels.length) return [];
      const named = places(network, role).length <= 3;
      const what = named ? places(network, role).map((one) => one.level.names[one.number]).join(', ')
        : levels.map(([one, count]) => `${number(count)} ${lower(pick(one.title))}`).join(', ');
      return [{ role, words: pick(words), what }];
    });
  }

  function legend() {
    const box = document.getElementById('areas');
    const network = chosen();
    box.innerHTML = network ? page(network) : '';
    box.querySelector('button')?.addEventListener('click', () => choose(''));
  }

  function page(network) {
    const { t, number } = Atlas.texts;
    const swatch = (inside) => `<svg viewBox="0 0 30 18" aria-hidden="true"><defs>${defs(1)}</defs>${inside}</svg>`;
    const items = rows(network).map(({ role, words, what }) => `<li>${swatch(`<rect x="2" y="2" width="26" height="14" ${paint(role, 1)}/>`)}<span>${Atlas.html(words)}</span><span>${Atlas.html(what)}</span></li>`);
    if (network.members.length) items.push(`<li>${swatch('<path d="M4 9h22" stroke="#c2410c" stroke-width="2"/><circle cx="26" cy="9" r="4" fill="#c2410c"/>')}<span>${t('areaMembers')}</span><span>(${number(network.members.length)})</span></li>`);
    return `<h3>${t('areaOf')} <a href="cooperations.html#${Atlas.html(encodeURIComponent(network.code))}">${Atlas.html(network.name)}</a></h3> <button type="button">${t('areaClear')}</button>
      <ul>${items.join('')}</ul>${declared(network) ? '' : `<p>${t('areaUnknown')}</p>`}`;
  }

  function choose(code) {
    Atlas.state.set({ cooperation: code === Atlas.state.state.cooperation ? '' : code });
    frame();
    Atlas.details.show();
  }

  /* Shows the whole of it: territories and members. */
  function frame() {
    const network = chosen();
    if (!network) return;
    const corners = network.territories.map(([, index, number]) => shapeOf({ level: level(index), number })).filter(Boolean).flatMap((shape) => shape.bounds)
      .concat(network.members.map((point) => point.place));
    if (corners.length) Atlas.view.fit([[d3.min(corners, (one) => one[0]), d3.min(corners, (one) => one[1])], [d3.max(corners, (one) => one[0]), d3.max(corners, (one) => one[1])]]);
  }

  return { chosen, declared, draw, svg, defs, legend, choose, frame, rows };
})();
