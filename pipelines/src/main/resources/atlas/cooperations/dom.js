
/* Makes elements. Text only ever becomes text: nothing of the data is read as code. */
Atlas.dom = (() => {
  const at = (id) => document.getElementById(id);

  function element(name, content = [], attributes = {}) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...[content].flat());
    return made;
  }

  function drawn(name, attributes, content = []) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...[content].flat());
    return made;
  }

  function table(heads, rows) {
    const head = element('thead', element('tr', heads.map((one) => element('th', one, { scope: 'col' }))));
    return element('table', [head, element('tbody', rows.map((cells) => element('tr', cells.map((cell, i) => (
      i === 0 ? element('th', cell, { scope: 'row' }) : element('td', cell))))))]);
  }

  return { at, element, drawn, table };
})();
