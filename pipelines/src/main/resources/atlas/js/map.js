/* The map on its canvas: colours, borders, frames, and which territory lies at a place. */
Atlas.map = (() => {
  const canvas = document.getElementById('canvas');
  const context = canvas.getContext('2d');
  const probe = document.createElement('canvas').getContext('2d');
  const paths = new Map();
  const { scale, screen, toPlane } = Atlas.view;
  let hatch;
  let fills = [];
  let waiting = false;

  function start() {
    hatch = Atlas.classes.hatch();
    Atlas.view.start(draw, paint);
  }

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
    const level = Atlas.state.level();
    if (level.overlaps) {
      fills = stacked(level).map((number) => ({ index: classes.index(value[number]), path: pathsOf(level).shapes[number], colour: classes.colour(classes.index(value[number])), number }));
      draw();
      return;
    }
    pathsOf(level).shapes.forEach((path, number) => {
      if (!path) return;
      const index = classes.index(value[number]);
      if (!groups.has(index)) groups.set(index, { index, path: new Path2D(), colour: classes.colour(index) });
      groups.get(index).path.addPath(path);
    });
    fills = [...groups.values()];
    draw();
  }

  /* Numbers of territories that can be drawn, the largest first: small ones lie above. */
  function stacked(level) {
    const { shapes } = Atlas.outlines.of(level);
    return d3.range(shapes.length).filter((number) => shapes[number]).sort((a, b) => shapes[b].area - shapes[a].area || a - b);
  }

  /* Of territories that lie over each other, the one that is selected lies above and the others step back. */
  const isSelected = (fill) => Boolean(Atlas.state.selected) && Atlas.state.selected.level === Atlas.state.level() && Atlas.state.selected.number === fill.number;
  const opacity = (fill) => (isSelected(fill) ? 0.9 : fills.some(isSelected) ? 0.3 : 0.62);
  const inOrder = (level) => (level.overlaps ? [...fills].sort((a, b) => isSelected(a) - isSelected(b)) : fills);

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
    if (level.own) {
      context.fillStyle = '#f1f3f5';
      context.fill(pathsOf(Atlas.model.levels.get('national')).shapes[0], 'evenodd');
    }
    for (const fill of inOrder(level)) {
      context.globalAlpha = (Atlas.area.chosen() ? 0.3 : 1) * (level.overlaps ? opacity(fill) : 1);
      context.fillStyle = fill.index === -2 ? hatch : fill.colour;
      context.fill(fill.path, 'evenodd');
    }
    context.globalAlpha = 1;
    Atlas.area.draw(context, k, ratio);
    const line = (path, colour, width) => { context.strokeStyle = colour; context.lineWidth = width / k; context.stroke(path); };
    context.lineJoin = 'round';
    line(shown.inner, `rgb(44 58 74 / ${level.overlaps ? 85 : 38}%)`, level.overlaps ? 1.5 : level.id === 'commune' ? 0.45 : 0.6);
    above(level).forEach((upper, i) => line(pathsOf(upper).inner, `rgb(44 58 74 / ${60 + 40 * i}%)`, 0.8 + 0.6 * i));
    line(shown.outer, '#2c3a4a', 1);
    mark(shown, level, line);
    frames(ratio);
    Atlas.symbols.draw(context, { ratio, screen });
    Atlas.overlay.draw(context, { k, ratio, screen });
  }

  function mark(shown, level, line) {
    const selected = Atlas.state.selected;
    if (selected && selected.level !== level && pathsOf(selected.level).shapes[selected.number]) {
      line(pathsOf(selected.level).shapes[selected.number], '#111827', 2.6);
    }
    for (const number of [Atlas.pointer.hovered, selected && selected.level === level ? selected.number : null]) {
      if (number !== null && shown.shapes[number]) {
        line(shown.shapes[number], '#ffffff', 5);
        line(shown.shapes[number], '#111827', 2.6);
      }
    }
  }

  /* Wider levels whose borders help to find one's way. */
  function above(level) {
    const wider = { commune: ['epci', 'departement'], epci: ['departement', 'region'], departement: ['region'] }[level.id] || (level.fixed ? [] : ['departement', 'region']);
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
    return within(Atlas.state.level(), toPlane(x, y));
  }

  /* The territory of a level that holds a place of the plane; of several the smallest. */
  function within(level, place) {
    const { shapes } = Atlas.outlines.of(level);
    let best = null;
    for (let i = 0; place && i < shapes.length; i++) {
      if (!holds(level, i, place) || (best !== null && shapes[i].area >= shapes[best].area)) continue;
      if (!level.overlaps) return i;
      best = i;
    }
    return best;
  }

  function holds(level, number, [x, y]) {
    const shape = Atlas.outlines.of(level).shapes[number];
    if (!shape) return false;
    const [[left, top], [right, bottom]] = shape.bounds;
    return x >= left && x <= right && y >= top && y <= bottom && probe.isPointInPath(pathsOf(level).shapes[number], x, y, 'evenodd');
  }

  const path = (level, number) => pathsOf(level).shapes[number];

  return { start, colour, draw, find, path, within, holds, stacked };
})();
