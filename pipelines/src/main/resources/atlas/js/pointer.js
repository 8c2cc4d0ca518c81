/* What mouse, finger and keyboard do on the map. */
Atlas.pointer = (() => {
  const canvas = document.getElementById('canvas');
  const tip = document.getElementById('tip');
  let hovered = null;

  function start() {
    canvas.addEventListener('pointermove', (event) => hover(event.offsetX, event.offsetY));
    canvas.addEventListener('pointerleave', () => hover(-1e6, -1e6));
    canvas.addEventListener('click', (event) => click(event.offsetX, event.offsetY));
    canvas.addEventListener('keydown', key);
  }

  function hover(x, y) {
    const point = Atlas.overlay.find(x, y);
    const number = point ? null : Atlas.map.find(x, y);
    if (number !== hovered) {
      hovered = number;
      Atlas.map.draw();
    }
    canvas.classList.toggle('over', Boolean(point) || number !== null);
    const words = point ? Atlas.overlay.words(point) : number === null ? '' : Atlas.details.tip(number);
    tip.hidden = !words;
    if (!words) return;
    tip.innerHTML = words;
    const { width, height } = canvas.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + 16, width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(4, y + 20 + tip.offsetHeight > height ? y - tip.offsetHeight - 12 : y + 18)}px`;
  }

  function click(x, y) {
    const point = Atlas.overlay.find(x, y);
    const level = point ? Atlas.model.levels.get('commune') : Atlas.state.level();
    const number = point ? point.commune : Atlas.map.find(x, y);
    Atlas.state.set({ selected: number === null || number < 0 ? '' : `${level.id}:${level.codes[number]}` });
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function key(event) {
    if (ARROWS[event.key]) step(ARROWS[event.key]);
    else if (event.key === '+' || event.key === '=') Atlas.view.by(1.6);
    else if (event.key === '-') Atlas.view.by(1 / 1.6);
    else if (event.key === '0') Atlas.view.show(null);
    else if (event.key === 'Escape') Atlas.state.set({ selected: '' });
    else if (event.key === 'Enter') document.getElementById('details').focus();
    else return;
    event.preventDefault();
  }

  /* Moves the selection to the nearest territory in that direction. */
  function step([dx, dy]) {
    const level = Atlas.state.level();
    const { shapes } = Atlas.outlines.of(level);
    const selected = Atlas.state.selected;
    const from = selected && selected.level === level ? shapes[selected.number] : null;
    const start = from ? from.centre : Atlas.view.toPlane(canvas.clientWidth / 2, canvas.clientHeight / 2);
    let best = null;
    let least = Infinity;
    shapes.forEach((shape, number) => {
      if (!shape || shape === from) return;
      const x = shape.centre[0] - start[0];
      const y = shape.centre[1] - start[1];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      const cost = from ? along + 2 * aside : Math.hypot(x, y);
      if ((from && (along <= 0 || aside > 1.5 * along)) || cost >= least) return;
      least = cost;
      best = number;
    });
    if (best === null) return;
    Atlas.state.set({ selected: `${level.id}:${level.codes[best]}` });
    Atlas.view.reveal({ level, number: best });
  }

  return { start, get hovered() { return hovered; } };
})();
