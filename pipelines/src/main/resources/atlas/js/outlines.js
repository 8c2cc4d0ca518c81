/* From arcs to what is drawn: the outline of any territory and the borders between those of a level. */
Atlas.outlines = (() => {
  const GAP = 14;
  let arcs = [];
  let cells;
  let plane;
  const built = new Map();
  const own = new Map();

  function load(data, bytes) {
    cells = data.cells;
    plane = arrange(data.frames);
    const read = Atlas.decode.reader(bytes);
    arcs = Array.from({ length: read.unsigned() }, () => arc(read));
    data.levels.filter((level) => level.own).forEach((level) => own.set(level.id, level.codes.map(() => drawn(read))));
    widen([...own.values()].flat(3));
  }

  /* Shapes that reach beyond the land are shown too, within reason. */
  function widen(points) {
    const [[left, top], [right, bottom]] = plane.extent;
    const within = (value, low, high) => Math.max(low - 90, Math.min(high + 90, value));
    plane.extent = points.reduce(([[l, t], [r, b]], [x, y]) => [[Math.min(l, within(x, left, right)), Math.min(t, within(y, top, bottom))],
      [Math.max(r, within(x, left, right)), Math.max(b, within(y, top, bottom))]], plane.extent);
  }

  /* The rings of a shape that is not made of cells; none when it cannot be drawn. */
  function drawn(read) {
    const frame = plane.frames[read.unsigned() - 1];
    return frame ? Array.from({ length: read.unsigned() }, () => line(read, frame)) : [];
  }

  function line(read, frame) {
    const points = new Array(read.unsigned());
    let x = 0;
    let y = 0;
    for (let i = 0; i < points.length; i++) {
      x += read.signed();
      y += read.signed();
      points[i] = frame.at(x, y);
    }
    return points;
  }

  function arc(read) {
    const left = read.unsigned() - 1;
    const right = read.unsigned() - 1;
    const frame = plane.frames[cells[0][left < 0 ? right : left]];
    return { left, right, points: line(read, frame) };
  }

  /* The main frame is 1,000 wide; the others stand in boxes on its left, from top to bottom. */
  function arrange(frames) {
    const main = frames[0];
    const scale = 1000 / Math.max(main.width, main.height, 1);
    const height = main.height * scale;
    const box = Math.min(190, height / Math.max(5, frames.length - 1) - GAP - 18);
    const placed = frames.map((frame, i) => {
      const size = i === 0 ? scale : (box - 16) / Math.max(frame.width, frame.height, 1);
      const left = i === 0 ? 0 : -box - 24;
      const top = i === 0 ? 0 : height - (frames.length - i) * (box + GAP + 18) + 18;
      const padX = i === 0 ? 0 : (box - frame.width * size) / 2;
      const padY = i === 0 ? 0 : (box - frame.height * size) / 2;
      return { ...frame, box: i === 0 ? null : [left, top, box], metres: frame.step / size,
        at: (x, y) => [left + padX + x * size, top + padY + y * size] };
    });
    const west = frames.length > 1 ? -box - 24 : 0;
    return { frames: placed, extent: [[west, 0], [main.width * scale, height]] };
  }

  /* Geometry of every territory of a level, with bounds and centre; made when first asked for. */
  function of(level) {
    if (!built.has(level.id)) built.set(level.id, level.own ? alone(level) : build(level));
    return built.get(level.id);
  }

  /* Shapes of their own: every edge is inside the land, whose outline is that of the whole. */
  function alone(level) {
    const path = d3.geoPath();
    const shapes = own.get(level.id);
    return {
      shapes: shapes.map((coordinates) => measured(coordinates, path)),
      inner: { type: 'MultiLineString', coordinates: shapes.flat() },
      outer: of(Atlas.model.levels.get('national')).outer,
    };
  }

  function build(level) {
    const owner = cells[level.index + 1];
    const of = (cell) => (cell < 0 ? -1 : owner[cell]);
    const sides = level.codes.map(() => []);
    const inner = [];
    const outer = [];
    for (const one of arcs) {
      const left = of(one.left);
      const right = of(one.right);
      if (left === right) continue;
      if (right >= 0) sides[right].push({ points: one.points, forward: true });
      if (left >= 0) sides[left].push({ points: one.points, forward: false });
      (one.left >= 0 && one.right >= 0 ? inner : outer).push(one.points);
    }
    const path = d3.geoPath();
    return {
      shapes: sides.map((parts) => shape(parts, path)),
      inner: { type: 'MultiLineString', coordinates: inner },
      outer: { type: 'MultiLineString', coordinates: outer },
    };
  }

  function shape(parts, path) {
    return measured(parts.length ? rings(parts) : [], path);
  }

  function measured(coordinates, path) {
    if (!coordinates.length) return null;
    const geometry = { type: 'Polygon', coordinates };
    return { geometry, bounds: path.bounds(geometry), centre: path.centroid(geometry), area: path.area(geometry) };
  }

  /* Joins arcs end to start until they close. */
  function rings(parts) {
    const starting = new Map();
    const ends = (part) => (part.forward ? [part.points[0], part.points.at(-1)] : [part.points.at(-1), part.points[0]]);
    for (const part of parts) {
      const key = ends(part)[0].join();
      starting.has(key) ? starting.get(key).push(part) : starting.set(key, [part]);
    }
    const closed = [];
    for (const first of parts) {
      if (first.used) continue;
      const ring = [];
      for (let part = first; part; part = (starting.get(ends(part)[1].join()) || []).find((next) => !next.used)) {
        part.used = true;
        const points = part.forward ? part.points : part.points.slice().reverse();
        for (let i = ring.length ? 1 : 0; i < points.length; i++) ring.push(points[i]);
      }
      if (ring.length > 3) closed.push(ring);
    }
    return closed;
  }

  return { load, of, get plane() { return plane; } };
})();
