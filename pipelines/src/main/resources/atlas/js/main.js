/* Says something to those who listen to the page rather than look at it. */
Atlas.announce = (() => {
  const status = document.getElementById('status');
  return (words) => { status.textContent = words; };
})();

/* Starts the page and keeps its parts in step with what is chosen. */
(async () => {
  await Atlas.model.load();
  Atlas.state.start();
  Atlas.texts.language = Atlas.state.state.language;
  Atlas.overlay.start();
  ['map', 'pointer', 'table', 'search', 'exports', 'controls'].forEach((part) => Atlas[part].start());
  Atlas.state.onChange(update);
  update({ language: true });
  if (Atlas.state.state.focus) Atlas.controls.focus();
  else if (Atlas.state.state.cooperation) Atlas.area.frame();
  else if (Atlas.state.selected) Atlas.view.reveal(Atlas.state.selected);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  }));

  function update(changes) {
    const { state } = Atlas.state;
    const changed = Object.keys(changes);
    const only = (...names) => changed.length > 0 && changed.every((name) => names.includes(name));
    if (changes.language || !changed.length) {
      Atlas.texts.language = state.language;
      Atlas.controls.words();
      Atlas.headline.origins();
    }
    if (only('sheet')) {
      Atlas.sheet.show();
      return;
    }
    if (only('cooperation')) {
      Atlas.controls.show();
      Atlas.area.legend();
      Atlas.map.draw();
      return;
    }
    if (only('points', 'links', 'focus')) {
      Atlas.controls.show();
      Atlas.map.draw();
      return;
    }
    if (only('selected')) {
      Atlas.details.show();
      Atlas.sheet.show();
      Atlas.table.mark();
      Atlas.map.draw();
      announceSelected();
      return;
    }
    Atlas.controls.show();
    Atlas.headline.show();
    Atlas.map.colour();
    Atlas.details.show();
    Atlas.sheet.show();
    Atlas.table.show();
    if (changes.selected) announceSelected();
    else Atlas.announce(`${document.getElementById('title').textContent}. ${document.getElementById('subtitle').textContent}.`);
  }

  function announceSelected() {
    const selected = Atlas.state.selected;
    if (!selected) return;
    const { value } = Atlas.state.values(undefined, selected.level);
    const indicator = Atlas.state.indicator();
    const one = value[selected.number];
    Atlas.announce(`${selected.level.names[selected.number]} : ${Number.isNaN(one) ? Atlas.texts.pick(indicator.missing) : Atlas.texts.withUnit(one, indicator)}`);
  }
})();
