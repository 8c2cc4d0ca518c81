
/* The sheet of one cooperation in seven parts, made when it is opened. */
Atlas.fiche = (() => {
  const { at, element, table } = Atlas.dom;
  let sheets = null;

  const DRAWN = {
    dl: ({ lignes }) => element('dl', lignes.flatMap(([name, value]) => [element('dt', name), element('dd', value)])),
    ul: ({ lignes }) => element('ul', lignes.map(([text, source]) => element('li', source ? [text, element('small', `[${source}]`)] : text))),
    table: ({ tetes, lignes }) => table(tetes, lignes),
  };

  const quadrants = (words, bloc) => element('div', bloc.quadrants.map((one) => element('div', [element('h4', one.titre),
    one.lignes.length ? DRAWN.ul(one) : element('p', words.rien, { class: 'note' })])), { class: 'matrice' });

  function bloc(words, one) {
    const body = one.genre === 'matrice' ? quadrants(words, one) : DRAWN[one.genre](one);
    return one.titre ? [element('h3', one.titre), body] : [body];
  }

  function part(words, { id, titre, blocs }) {
    const inside = blocs.length ? blocs.flatMap((one) => bloc(words, one)) : [element('p', words.rien, { class: 'note' })];
    return element('section', [element('h2', titre, { id: `partie-${id}` }), ...inside], { 'aria-labelledby': `partie-${id}` });
  }

  const elsewhere = (words, href) => (href ? [element('p', element('a', `${words} →`, { href }), { class: 'ailleurs' })] : []);

  /* Draws the sheet of a code; false when it has none. */
  async function show(code, name, { mots: words, evaluees, cartes }, close) {
    sheets = sheets || await Atlas.decode.json('data-fiches');
    if (!Object.hasOwn(sheets, code)) return false;
    const back = element('button', words.retour, { type: 'button', class: 'back' });
    const print = element('button', words.imprimer, { type: 'button', class: 'print' });
    back.addEventListener('click', close);
    print.addEventListener('click', () => window.print());
    at('fiche').replaceChildren(
      element('div', [element('div', [element('h1', name, { id: 'fiche-titre' }), element('p', code, { class: 'kind' })]),
        element('p', [print, ' ', back])], { class: 'heading' }),
      ...elsewhere(words.sur_la_carte, cartes[code] && `${cartes[code]}#k=${code}`), ...elsewhere(words.evaluations, evaluees[code]),
      ...sheets[code].map((one) => part(words, one)));
    return true;
  }

  return { show };
})();
