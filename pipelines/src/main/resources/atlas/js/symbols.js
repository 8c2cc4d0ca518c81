/* Circles for a count, over the colours of a rate: their area grows with the count. */
Atlas.symbols = (() => {
  const [LARGEST, SMALLEST] = [26, 12];
  const FILL = 'rgb(88 28 135 / 32%)';
  const EDGE = '#581c87';

  const indicator = () => Atlas.model.indicators.get(Atlas.state.state.symbols);

  /* The category shown when the count has it, else all together. */
  function modality(counted) {
    const { state } = Atlas.state;
    const same = counted.dimension === Atlas.state.indicator().dimension && counted.rows.has(state.modality);
    return same ? state.modality : counted.rows.keys().next().value;
  }

  /* The newest count that is not after the date of the map; the oldest when there is none. */
  function values() {
    const counted = indicator();
    const days = Atlas.model.dates(counted, modality(counted), Atlas.state.level());
    const { date } = Atlas.state.state;
    const day = (date && days.filter((one) => one <= date).at(-1)) || days.at(-1);
    return { day, value: Atlas.model.values(counted, modality(counted), Atlas.state.level(), day).value };
  }

  /* Number of the territory, count and radius in pixels, the largest first so that small ones stay visible. */
  function circles() {
    if (!indicator()) return [];
    const { value } = values();
    const radius = scale(value);
    return Array.from(value, (count, number) => ({ number, count, radius: radius(count) }))
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count);
  }

  /* Many territories leave less room for each circle. */
  const scale = (value) => d3.scaleSqrt([0, Math.max(1, d3.max(value, (one) => (Number.isNaN(one) ? 0 : one)))],
    [0, Math.max(SMALLEST, Math.min(LARGEST, LARGEST * (200 / value.length) ** 0.25))]);

  function draw(context, { ratio, screen }) {
    const { shapes } = Atlas.outlines.of(Atlas.state.level());
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineWidth = 1;
    for (const { number, radius } of circles()) {
      if (!shapes[number]) continue;
      const [x, y] = screen(shapes[number].centre);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = FILL;
      context.fill();
      context.strokeStyle = EDGE;
      context.stroke();
    }
  }

  function svg(k) {
    const { shapes } = Atlas.outlines.of(Atlas.state.level());
    return circles().filter(({ number }) => shapes[number]).map(({ number, radius }) => {
      const [x, y] = shapes[number].centre;
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(radius / k).toFixed(2)}" fill="#581c87" fill-opacity=".32" stroke="${EDGE}" stroke-width="${1 / k}"/>`;
    }).join('');
  }

  /* Round numbers near the largest count, its quarter and its sixteenth. */
  function marks() {
    const largest = d3.max(circles(), (one) => one.count) || 0;
    return [...new Set([1, 4, 16].map((part) => rounded(largest / part)).filter((one) => one >= 1))];
  }

  function rounded(value) {
    const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
    return Math.floor(value / unit) * unit;
  }

  function words() {
    const counted = indicator();
    const category = Atlas.model.modalities(counted).find(([code]) => code === modality(counted));
    const { pick, date } = Atlas.texts;
    return [pick(counted.title), category ? pick(category[1]) : '', date(values().day || '', 'short')].filter(Boolean).join(' · ');
  }

  /* Circles of the legend one beside the other; empty when none are drawn. */
  function legend(x, y) {
    if (!indicator() || !circles().length) return '';
    const radius = scale(values().value);
    let left = x;
    const drawn = marks().map((mark) => {
      const r = radius(mark);
      const at = left + r + 2;
      left += 2 * r + 60;
      return `<circle cx="${at}" cy="${y + 10 + LARGEST}" r="${r}" fill="#581c87" fill-opacity=".32" stroke="${EDGE}"/><text x="${at + r + 5}" y="${y + 14 + LARGEST}" font-size="12">${Atlas.texts.number(mark)}</text>`;
    }).join('');
    return `<text x="${x}" y="${y - 4}" font-size="13" font-weight="600">${Atlas.html(words())}</text>${drawn}`;
  }

  return { draw, svg, legend, words, circles, modality, values };
})();
