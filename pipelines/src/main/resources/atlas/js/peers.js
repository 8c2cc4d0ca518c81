/* Territories that are like another: the rule is the one printed on the sheet. */
Atlas.peers = (() => {
  const MOST = 6;

  const density = (level, number) => {
    const people = level.populations[number];
    const area = level.areas[number];
    return people === null || !(area > 0) ? NaN : people / area;
  };

  /* Number of the density class, from 0; -1 when the density is not known. */
  function rank(value) {
    return Number.isNaN(value) ? -1 : d3.bisectRight(Atlas.model.data.likeness.densities, value);
  }

  function className(number) {
    const { densities } = Atlas.model.data.likeness;
    const { number: format, language } = Atlas.texts;
    const english = language === 'en';
    const unit = english ? 'inhabitants per km²' : 'habitants au km²';
    if (number < 0) return Atlas.texts.t('none');
    if (number === 0) return `${english ? 'below' : 'moins de'} ${format(densities[0])} ${unit}`;
    if (number === densities.length) return `${format(densities.at(-1))} ${unit} ${english ? 'and more' : 'et plus'}`;
    return `${format(densities[number - 1])} ${english ? 'to' : 'à'} ${format(densities[number])} ${unit}`;
  }

  /* Distance of the rule: doublings of population, and steps of the share of elderly people where both are known. */
  function distance(level, one, other) {
    const { ageStep } = Atlas.model.data.likeness;
    const size = Math.abs(Math.log2(level.populations[one] / level.populations[other]));
    const ages = level.elderly ? Math.abs(level.elderly[one] - level.elderly[other]) / ageStep : 0;
    return size + (level.elderly && level.elderly[one] !== null && level.elderly[other] !== null ? ages : 0);
  }

  /* The nearest territories of the same level and density class, of half to double the population. */
  function of(level, number) {
    const mine = rank(density(level, number));
    const people = level.populations[number];
    if (mine < 0 || !people) return [];
    const { sizeFactor } = Atlas.model.data.likeness;
    return level.codes.map((_, other) => other)
      .filter((other) => other !== number && level.populations[other] > 0 && rank(density(level, other)) === mine)
      .filter((other) => Math.abs(Math.log(level.populations[other] / people)) <= Math.log(sizeFactor) + 1e-9)
      .map((other) => ({ number: other, distance: distance(level, number, other) }))
      .sort((a, b) => a.distance - b.distance || d3.ascending(level.codes[a.number], level.codes[b.number]))
      .slice(0, MOST)
      .map((one) => one.number);
  }

  /* The rule, in words. */
  function rule(level, number) {
    const { sizeFactor, ageStep } = Atlas.model.data.likeness;
    const { number: format, language, pick, lower } = Atlas.texts;
    const words = className(rank(density(level, number)));
    const ages = level.elderly && level.elderly[number] !== null;
    const scope = pick(Atlas.model.data.title);
    return language === 'en'
      ? `Rule of likeness: same level (${lower(pick(level.title))}, ${scope}), same class of density (${words}), population between 1/${format(sizeFactor)} and ${format(sizeFactor)} times; the ${MOST} nearest by the number of doublings of population${ages ? `, plus one per ${format(ageStep)} points of difference in the share of people aged 65 and over` : '; the age of the inhabitants is not known here'}.`
      : `Règle de ressemblance : même niveau (${lower(pick(level.title))}, ${scope}), même classe de densité (${words}), population entre 1/${format(sizeFactor)} et ${format(sizeFactor)} fois ; les ${MOST} plus proches par le nombre de doublements de la population${ages ? `, plus un par ${format(ageStep)} points d’écart de la part des 65 ans et plus` : ' ; l’âge des habitants n’est pas connu ici'}.`;
  }

  return { of, rule, density, rank, className };
})();
