/* The table beside the map: the same numbers, for those who read rather than look. */
Atlas.table = (() => {
  const STEP = 200;
  const order = { column: 'value', down: true };
  let limit = STEP;
  const head = document.querySelector('#table thead');
  const body = document.querySelector('#table tbody');
  const more = document.getElementById('more');

  function start() {
    more.addEventListener('click', () => {
      limit += STEP * 5;
      fill();
    });
    head.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      order.down = order.column === button.dataset.column ? !order.down : button.dataset.column !== 'name';
      order.column = button.dataset.column;
      show();
      head.querySelector(`[data-column="${order.column}"]`).focus();
    });
    body.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      const level = Atlas.state.level();
      const number = Number(button.dataset.number);
      Atlas.state.set({ selected: `${level.id}:${level.codes[number]}` });
      Atlas.view.reveal({ level, number });
    });
  }

  /* Columns of the indicator: name and value, then what the value is made of. */
  function columns(indicator) {
    const { t, pick, unit } = Atlas.texts;
    const list = [{ id: 'name', title: t('territory') }, { id: 'value', title: `${t('value')} (${unit(indicator)})`, decimals: indicator.decimals }];
    if (!indicator.denominator) return list;
    return [...list, { id: 'numerator', title: pick(indicator.numerator), decimals: 0 }, { id: 'denominator', title: pick(indicator.denominator), decimals: 0 }];
  }

  /* Numbers of the territories in the order of the table; those without a value come last. */
  function sorted() {
    const level = Atlas.state.level();
    const values = Atlas.state.values();
    const collator = new Intl.Collator(Atlas.texts.locale(), { numeric: true });
    const byName = (a, b) => collator.compare(level.names[a], level.names[b]);
    const numbers = level.codes.map((_, number) => number);
    if (order.column === 'name') return numbers.sort((a, b) => (order.down ? byName(b, a) : byName(a, b)));
    const column = values[order.column];
    const known = (number) => !Number.isNaN(column[number]);
    return numbers.sort((a, b) => {
      if (known(a) !== known(b)) return known(a) ? -1 : 1;
      const difference = known(a) ? column[a] - column[b] : 0;
      return (order.down ? -difference : difference) || byName(a, b);
    });
  }

  function show() {
    limit = STEP;
    const { t, pick } = Atlas.texts;
    const indicator = Atlas.state.indicator();
    if (!columns(indicator).some((column) => column.id === order.column)) order.column = 'value';
    document.getElementById('caption').textContent = `${pick(indicator.title)}, ${pick(Atlas.state.level().title)}. ${t('table')}.`;
    head.innerHTML = `<tr>${columns(indicator).map((column) => {
      const sort = column.id === order.column ? ` aria-sort="${order.down ? 'descending' : 'ascending'}"` : '';
      return `<th scope="col"${sort}><button type="button" data-column="${column.id}">${Atlas.html(column.title)}</button></th>`;
    }).join('')}</tr>`;
    fill();
  }

  function fill() {
    const { t, number: format } = Atlas.texts;
    const level = Atlas.state.level();
    const values = Atlas.state.values();
    const classes = Atlas.state.classes();
    const numeric = columns(Atlas.state.indicator()).slice(1);
    const numbers = sorted();
    const cell = (value, decimals) => (Number.isNaN(value) ? `<td class="none">${t('none')}</td>` : `<td>${format(value, decimals)}</td>`);
    body.innerHTML = numbers.slice(0, limit).map((number) => {
      const index = classes.index(values.value[number]);
      const swatch = index === -2 ? 'background:repeating-linear-gradient(45deg,#e6eaee 0 2px,#a9b4bf 2px 4px)' : `background:${classes.colour(index)}`;
      return `<tr data-row="${number}"><th scope="row"><button type="button" data-number="${number}"><i style="${swatch}"></i>${Atlas.html(level.names[number])}</button></th>${
        numeric.map((column) => cell(values[column.id][number], column.decimals)).join('')}</tr>`;
    }).join('');
    const rest = numbers.length - limit;
    more.hidden = rest <= 0;
    more.textContent = Atlas.texts.language === 'en' ? `Show more (${format(rest)} left)` : `Afficher la suite (encore ${format(Math.max(0, rest))})`;
    mark();
  }

  function mark() {
    const selected = Atlas.state.selected;
    const here = selected && selected.level === Atlas.state.level();
    body.querySelectorAll('.selected').forEach((row) => { row.classList.remove('selected'); row.removeAttribute('aria-current'); });
    const row = here && body.querySelector(`[data-row="${selected.number}"]`);
    if (!row) return;
    row.classList.add('selected');
    row.setAttribute('aria-current', 'true');
    const box = row.closest('.scroll');
    if (row.offsetTop < box.scrollTop + 40 || row.offsetTop > box.scrollTop + box.clientHeight - 40) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }

  return { start, show, mark, sorted, columns };
})();
