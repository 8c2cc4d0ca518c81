/* Where the canvas looks: size, zoom, and the way from the plane of the map to the screen and back. */
Atlas.view = (() => {
  const MARGIN = 26;
  const [LEAST, MOST] = [0.7, 60];
  const canvas = document.getElementById('canvas');
  let transform = d3.zoomIdentity;
  let base = { k: 1, x: 0, y: 0 };
  let zoom;
  let changed = () => {};
  let resized = () => changed();
  /* The bounds last framed, until someone moves the map. */
  let framed = null;

  /* onChange may wait for the next frame; a new size empties the canvas, so onResize fills it at once. */
  function start(onChange, onResize) {
    changed = onChange;
    zoom = d3.zoom().scaleExtent([LEAST, MOST]).on('zoom', (event) => {
      transform = event.transform;
      if (event.sourceEvent) framed = null;
      changed();
    });
    d3.select(canvas).call(zoom).on('dblclick.zoom', null);
    new ResizeObserver(resize).observe(canvas);
    const on = (id, action) => document.getElementById(id).addEventListener('click', action);
    on('zoom-in', () => by(1.6));
    on('zoom-out', () => by(1 / 1.6));
    on('zoom-reset', () => { Atlas.state.set({ focus: '' }); show(null); });
    resize();
    resized = onResize;
  }

  const by = (factor) => d3.select(canvas).call(zoom.scaleBy, factor);

  function resize() {
    const { width, height } = canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const [[left, top], [right, bottom]] = Atlas.outlines.plane.extent;
    const k = Math.max(0.01, Math.min((width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (bottom - top)));
    base = { k, x: (width - k * (left + right)) / 2, y: (height - k * (top + bottom)) / 2 };
    if (framed) fit(framed);
    resized();
  }

  const scale = () => base.k * transform.k;
  const screen = ([x, y]) => [transform.applyX(base.x + x * base.k), transform.applyY(base.y + y * base.k)];
  const toPlane = (x, y) => [(transform.invertX(x) - base.x) / base.k, (transform.invertY(y) - base.y) / base.k];

  /* Shows a territory as large as fits; null for everything. */
  function show(territory) {
    const shape = territory && Atlas.outlines.of(territory.level).shapes[territory.number];
    if (shape) {
      fit(shape.bounds);
      return;
    }
    framed = null;
    d3.select(canvas).call(zoom.transform, d3.zoomIdentity);
  }

  /* Shows a part of the plane as large as fits. */
  function fit(bounds) {
    const [[left, top], [right, bottom]] = bounds;
    framed = bounds;
    const { width, height } = canvas.getBoundingClientRect();
    const want = 0.86 * Math.min(width / (right - left), height / (bottom - top));
    const k = Math.min(MOST, Math.max(LEAST, want / base.k));
    const cx = base.x + (base.k * (left + right)) / 2;
    const cy = base.y + (base.k * (top + bottom)) / 2;
    d3.select(canvas).call(zoom.transform, d3.zoomIdentity.translate(width / 2 - k * cx, height / 2 - k * cy).scale(k));
  }

  /* Brings a territory into sight without changing the scale, unless it is very small. */
  function reveal(territory) {
    const shape = Atlas.outlines.of(territory.level).shapes[territory.number];
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

  return { start, by, scale, screen, toPlane, show, fit, reveal };
})();
