/* The map on its canvas: colours, borders, zoom, and which territory lies under the pointer. */
Atlas.map = (() => {
  const MARGIN = 26;
  const canvas = document.getElementById('canvas');
  const context = canvas.getContext('2d');
  const probe = document.createElement('canvas').getContext('2d');
  const tip = document.getElementById('tip');
  const paths = new Map();
  let hatch;
  let fills = [];
  let hovered = null;
  let transform = d3.zoomIdentity;
  let base = { k: 1, x: 0, y: 0 };
  let zoom;
  let waiting = false;
  /* The territory last framed, until someone moves the map. */
  let framed = null;

  function start() {
    hatch = Atlas.classes.hatch();
    zoom = d3.zoom().scaleExtent([0.7, 60]).on('zoom', (event) => {
      transform = event.transform;
      if (event.sourceEvent) framed = null;
      draw();
    });
    d3.select(canvas).call(zoom).on('dblclick.zoom', null);
    new ResizeObserver(resize).observe(canvas);
    canvas.addEventListener('pointermove', (event) => hover(event.offsetX, event.offsetY));
    canvas.addEventListener('pointerleave', () => hover(-1e6, -1e6));
    canvas.addEventListener('click', (event) => click(event.offsetX, event.offsetY));
    canvas.addEventListener('keydown', key);
    const by = (id, factor) => document.getElementById(id).addEventListener('click', () => d3.select(canvas).call(zoom.scaleBy, factor));
    by('zoom-in', 1.6);
    by('zoom-out', 1 / 1.6);
    document.getElementById('zoom-reset').addEventListener('click', () => { Atlas.state.set({ focus: '' }); show(null); });
    resize();
  }

  function resize() {
    const { width, height } = canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const [[left, top], [right, bottom]] = Atlas.outlines.plane.extent;
    const k = Math.max(0.01, Math.min((width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (bottom - top)));
    base = { k, x: (width - k * (left + right)) / 2, y: (height - k * (top + bottom)) / 2 };
    if (framed) show(framed);
    draw();
  }

  /* Plane to screen, zoom included. */
  const scale = () => base.k * transform.k;
  const screen = ([x, y]) => [transform.applyX(base.x + x * base.k), transform.applyY(base.y + y * base.k)];
  const toPlane = (x, y) => [(transform.invertX(x) - base.x) / base.k, (transform.invertY(y) - base.y) / base.k];

  /* Paths of a level, made once. */
  function pathsOf(level) {
    if (!paths.has(level.id)) {
      const outlines = Atlas.outlines.of(level);
      paths.set(level.id, {
        shapes: outlines.shapes.map((shape) => shape && path2d(shape.geometry)),
        inner: path2d(outlines.inner), outer: path2d(outlines.outer), outlines,
      });
    }
    return paths.get(level.id);
  }

  function path2d(geometry) {
    const path = new Path2D();
    d3.geoPath(null, path)(geometry);
    return path;
  }

  /* Puts territories of one class in one path, so that moving the map costs little. */
  function colour() {
    const { value } = Atlas.state.values();
    const classes = Atlas.state.classes();
    const groups = new Map();
    pathsOf(Atlas.state.level()).shapes.forEach((path, number) => {
      if (!path) return;
      const index = classes.index(value[number]);
      if (!groups.has(index)) groups.set(index, { index, path: new Path2D(), colour: classes.colour(index) });
      groups.get(index).path.addPath(path);
    });
    fills = [...groups.values()];
    draw();
  }

  function draw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; paint(); });
  }

  function paint() {
    if (!Atlas.state.indicator()) return;
    const ratio = window.devicePixelRatio || 1;
    const k = scale();
    const level = Atlas.state.level();
    const shown = pathsOf(level);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const [x, y] = screen([0, 0]);
    context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
    hatch.setTransform(new DOMMatrix().scale(1 / (k * ratio) * (ratio > 1 ? 1.4 : 1)));
    for (const fill of fills) {
      context.fillStyle = fill.index === -2 ? hatch : fill.colour;
      context.fill(fill.path, 'evenodd');
    }
    const line = (path, colour, width) => { context.strokeStyle = colour; context.lineWidth = width / k; context.stroke(path); };
    context.lineJoin = 'round';
    line(shown.inner, 'rgb(44 58 74 / 38%)', level.id === 'commune' ? 0.45 : 0.6);
    above(level).forEach((upper, i) => line(pathsOf(upper).inner, `rgb(44 58 74 / ${60 + 40 * i}%)`, 0.8 + 0.6 * i));
    line(shown.outer, '#2c3a4a', 1);
    mark(shown, level, line);
    frames(ratio);
    Atlas.overlay.draw(context, { k, ratio, screen });
  }

  function mark(shown, level, line) {
    const selected = Atlas.state.selected;
    if (selected && selected.level !== level && pathsOf(selected.level).shapes[selected.number]) {
      line(pathsOf(selected.level).shapes[selected.number], '#111827', 2.6);
    }
    for (const number of [hovered, selected && selected.level === level ? selected.number : null]) {
      if (number !== null && shown.shapes[number]) {
        line(shown.shapes[number], '#ffffff', 5);
        line(shown.shapes[number], '#111827', 2.6);
      }
    }
  }

  /* Wider levels whose borders help to find one's way. */
  function above(level) {
    const wider = { commune: ['epci', 'departement'], epci: ['departement', 'region'], departement: ['region'] }[level.id] || [];
    return wider.map((id) => Atlas.model.levels.get(id)).filter((one) => one && one.codes.length > 1);
  }

  function frames(ratio) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineWidth = 1;
    context.strokeStyle = '#93a0ad';
    context.fillStyle = '#4a5868';
    context.textBaseline = 'bottom';
    context.font = '12px "Segoe UI", "Open Sans", Roboto, Arial, sans-serif';
    for (const { box, title } of Atlas.outlines.plane.frames) {
      if (!box) continue;
      const [x, y] = screen(box);
      const size = box[2] * scale();
      context.strokeRect(x, y, size, size);
      context.fillText(Atlas.texts.pick(title), x, y - 2, Math.max(size, 60));
    }
  }

  /* Number of the territory at a place of the screen; null when there is none. */
  function find(x, y) {
    const [px, py] = toPlane(x, y);
    const { shapes, outlines } = pathsOf(Atlas.state.level());
    for (let i = 0; i < shapes.length; i++) {
      const shape = outlines.shapes[i];
      if (!shape) continue;
      const [[left, top], [right, bottom]] = shape.bounds;
      if (px >= left && px <= right && py >= top && py <= bottom && probe.isPointInPath(shapes[i], px, py, 'evenodd')) return i;
    }
    return null;
  }

  function hover(x, y) {
    const point = Atlas.overlay.find(x, y, { screen });
    const number = point ? null : find(x, y);
    if (number !== hovered) {
      hovered = number;
      draw();
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
    const point = Atlas.overlay.find(x, y, { screen });
    const level = point ? Atlas.model.levels.get('commune') : Atlas.state.level();
    const number = point ? point.commune : find(x, y);
    Atlas.state.set({ selected: number === null || number < 0 ? '' : `${level.id}:${level.codes[number]}` });
  }

  /* Shows a territory as large as fits; null for everything. */
  function show(territory) {
    const shape = territory && pathsOf(territory.level).outlines.shapes[territory.number];
    const target = d3.select(canvas);
    framed = shape ? territory : null;
    if (!shape) {
      target.call(zoom.transform, d3.zoomIdentity);
      return;
    }
    const { width, height } = canvas.getBoundingClientRect();
    const [[left, top], [right, bottom]] = shape.bounds;
    const want = 0.86 * Math.min(width / (right - left), height / (bottom - top));
    const k = Math.min(60, Math.max(0.7, want / base.k));
    const cx = base.x + (base.k * (left + right)) / 2;
    const cy = base.y + (base.k * (top + bottom)) / 2;
    target.call(zoom.transform, d3.zoomIdentity.translate(width / 2 - k * cx, height / 2 - k * cy).scale(k));
  }

  /* Brings a territory into sight without changing the scale, unless it is very small. */
  function reveal(territory) {
    const shape = pathsOf(territory.level).outlines.shapes[territory.number];
    if (!shape) return;
    const { width, height } = canvas.getBoundingClientRect();
    const [x, y] = screen(shape.centre);
    const size = Math.sqrt(shape.area) * scale();
    if (size < 14) d3.select(canvas).call(zoom.scaleBy, Math.min(8, 26 / Math.max(size, 0.5)), [x, y]);
    const [nx, ny] = screen(shape.centre);
    if (nx < 30 || ny < 30 || nx > width - 30 || ny > height - 30) {
      d3.select(canvas).call(zoom.translateBy, (width / 2 - nx) / transform.k, (height / 2 - ny) / transform.k);
    }
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function key(event) {
    if (ARROWS[event.key]) step(ARROWS[event.key]);
    else if (event.key === '+' || event.key === '=') d3.select(canvas).call(zoom.scaleBy, 1.6);
    else if (event.key === '-') d3.select(canvas).call(zoom.scaleBy, 1 / 1.6);
    else if (event.key === '0') show(null);
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
    const start = from ? from.centre : toPlane(canvas.clientWidth / 2, canvas.clientHeight / 2);
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
    reveal({ level, number: best });
  }

  return { start, colour, draw, show, reveal, pathsOf, screenOf: (level, number) => screen(Atlas.outlines.of(level).shapes[number].centre) };
})();
