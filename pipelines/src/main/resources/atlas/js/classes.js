/* Colours: five classes made beforehand, a colour for zero, a hatch where nothing is known. */
Atlas.classes = (() => {
  const ZERO = '#ffffff';
  const NONE = '#e6eaee';
  const HATCH = '#a9b4bf';
  const COUNT = 5;

  /* Five colours that one can tell apart, the lightest darker than zero. */
  function palette(name) {
    return (d3[`scheme${name}`] || d3.schemeYlGnBu)[8].slice(2, 7);
  }

  function of(indicator, limits) {
    const count = Math.max(0, limits.length - 1);
    const colours = spread(palette(indicator.palette), count);
    const inner = limits.slice(1, -1);
    return {
      limits, colours,
      /* -2 no value, -1 zero, else the number of the class. */
      index(value) {
        if (Number.isNaN(value)) return -2;
        if (value <= 0) return -1;
        return count === 0 ? -1 : Math.min(count - 1, d3.bisectRight(inner, round(value, indicator.decimals)));
      },
      colour: (index) => (index === -2 ? NONE : index === -1 ? ZERO : colours[index]),
    };
  }

  const round = (value, decimals) => Math.round(value * 10 ** decimals) / 10 ** decimals;

  /* As many colours as classes: limits fixed in the file of an indicator may be more than five. */
  function spread(colours, count) {
    if (count === COUNT) return colours;
    if (count > COUNT) return d3.quantize(d3.interpolateRgbBasis(colours), count).map((colour) => d3.color(colour).formatHex());
    return Array.from({ length: count }, (_, i) => colours[Math.round(count === 1 ? 3 : (i * (COUNT - 1)) / (count - 1))]);
  }

  /* Words of a class: whole numbers do not overlap, others say up to where they go. */
  function label(classes, i, indicator) {
    const { number, language } = Atlas.texts;
    const from = classes.limits[i];
    const to = classes.limits[i + 1];
    const last = i === classes.colours.length - 1;
    if (from === to) return number(from, indicator.decimals);
    if (indicator.decimals === 0) {
      const end = last ? to : to - 1;
      return from === end ? number(from) : `${number(from)} – ${number(end)}`;
    }
    const words = language === 'en' ? ['to', 'to less than'] : ['à', 'à moins de'];
    return `${number(from, indicator.decimals)} ${last ? words[0] : words[1]} ${number(to, indicator.decimals)}`;
  }

  /* A tile of slanted lines, for the canvas. */
  function hatch() {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 12;
    const context = tile.getContext('2d');
    context.fillStyle = NONE;
    context.fillRect(0, 0, 12, 12);
    context.strokeStyle = HATCH;
    context.lineWidth = 1.6;
    context.beginPath();
    for (const x of [-6, 0, 6, 12, 18]) {
      context.moveTo(x - 2, 14);
      context.lineTo(x + 14, -2);
    }
    context.stroke();
    return context.createPattern(tile, 'repeat');
  }

  const HATCH_SVG = `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${NONE}"/><path d="M0 0V6" stroke="${HATCH}" stroke-width="1.8"/></pattern>`;

  return { of, label, hatch, HATCH_SVG };
})();
