/* Establishments as points and cooperations as lines, over the colours. */
Atlas.overlay = (() => {
  const MEMBER = '#c2410c';
  /* More cooperations than that would hide the map if each were drawn strongly. */
  const FEW = 3;
  let points = [];
  let networks = [];

  function start() {
    const { points: columns, networks: given } = Atlas.model.data;
    const frames = Atlas.outlines.plane.frames;
    points = columns.ids.map((id, i) => ({
      id, name: columns.names[i], category: columns.categories[i], commune: columns.communes[i],
      place: frames[columns.frames[i]].at(columns.x[i], columns.y[i]), networks: [],
    }));
    networks = given.map(([code, name, form, members, territories]) => {
      const network = { code, name, form, territories, members: members.map((number) => points[number]) };
      network.members.forEach((point) => point.networks.push(network));
      network.hub = members.length && [d3.mean(network.members, (point) => point.place[0]), d3.mean(network.members, (point) => point.place[1])];
      return network;
    });
  }

  /* The category or group chosen also chooses the points. */
  function shown() {
    const { state, indicator } = Atlas.state;
    if (indicator().dimension !== 'categorie' || state.modality === 'ENS') return points;
    const inside = new Set((Atlas.model.data.dimensions.categorie || [])
      .flatMap(([code, , , groups], number) => (code === state.modality || groups.includes(state.modality) ? [number] : [])));
    return points.filter((point) => inside.has(point.category));
  }

  function draw(context, { k, ratio, screen }) {
    const { state } = Atlas.state;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (state.links || state.cooperation) drawLinks(context, screen);
    if (state.points || state.cooperation) drawPoints(context, screen, Math.min(5.5, 1 + Math.sqrt(k) * 1.1));
  }

  function drawLinks(context, screen) {
    const near = selectedNetworks();
    const chosen = Atlas.area.chosen();
    for (const network of networks) {
      if (network.members.length < 2 || (chosen && network !== chosen)) continue;
      const strong = near.has(network) || network === chosen;
      const [hx, hy] = screen(network.hub);
      context.beginPath();
      for (const point of network.members) {
        const [x, y] = screen(point.place);
        context.moveTo(hx, hy);
        context.lineTo(x, y);
      }
      context.strokeStyle = strong ? (near.size > FEW ? 'rgb(194 65 12 / 60%)' : MEMBER) : 'rgb(194 65 12 / 32%)';
      context.lineWidth = strong ? (near.size > FEW ? 1.1 : 2) : 0.9;
      context.stroke();
      context.fillStyle = MEMBER;
      context.fillRect(hx - 3, hy - 3, 6, 6);
    }
  }

  function drawPoints(context, screen, radius) {
    const chosen = Atlas.area.chosen();
    const list = chosen ? chosen.members : shown();
    for (const inside of [false, true]) {
      context.beginPath();
      for (const point of list) {
        if ((point.networks.length > 0) !== inside) continue;
        const [x, y] = screen(point.place);
        const size = inside ? radius : radius * 0.75;
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, 2 * Math.PI);
      }
      context.fillStyle = inside ? MEMBER : '#5b6776';
      context.fill();
      context.strokeStyle = '#ffffff';
      context.lineWidth = inside ? 0.8 : 0.4;
      context.stroke();
    }
  }

  function selectedNetworks() {
    const selected = Atlas.state.selected;
    return new Set(selected ? inside(selected.level, selected.number) : []);
  }

  /* Cooperations with a member in the territory. */
  function inside(level, number) {
    const communes = Atlas.model.levels.get('commune');
    if (!communes || !points.length) return [];
    if (level.own) return networks.filter((network) => network.members.some((point) => Atlas.map.holds(level, number, point.place)));
    const owner = Atlas.model.data.cells[level.index + 1];
    const commune = Atlas.model.data.cells[communes.index + 1];
    const mine = new Set(commune.filter((_, cell) => owner[cell] === number));
    return networks.filter((network) => network.members.some((point) => mine.has(point.commune)));
  }

  function find(x, y) {
    if (!Atlas.state.state.points) return null;
    let best = null;
    let least = 8;
    for (const point of shown()) {
      const [px, py] = Atlas.view.screen(point.place);
      const distance = Math.hypot(px - x, py - y);
      if (distance < least) {
        least = distance;
        best = point;
      }
    }
    return best;
  }

  function words(point) {
    const { t, pick } = Atlas.texts;
    const category = point.category < 0 ? '' : pick(Atlas.model.data.dimensions.categorie[point.category][1]);
    const name = point.name || `${t('established')} ${point.id}`;
    const inside = point.networks.map((network) => Atlas.html(network.name)).join('<br>');
    return `<strong>${Atlas.html(name)}</strong>${Atlas.html(category)}<em>${inside ? `${t('member')} :<br>${inside}` : t('alone')}</em>`;
  }

  return { start, draw, find, words, inside, shown, networks: () => networks, MEMBER };
})();
