'use strict';
/* One object holds the modules of the page; each file adds its own. */
const Atlas = {};

/* Text that comes from data, made safe to put in a page. */
Atlas.html = (text) => String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/* Words of the page in French and English, and numbers and dates as each language writes them. */
Atlas.texts = (() => {
  const WORDS = {
    skip: ['Aller au tableau des valeurs', 'Skip to the table of values'],
    search: ['Chercher une commune, un territoire', 'Search a commune, a territory'],
    page: ['Carte', 'Map'],
    controls: ['Choix de la carte', 'Map settings'],
    indicator: ['Indicateur', 'Indicator'],
    categorie: ['Catégorie d’établissements', 'Category of establishments'],
    service: ['Service', 'Service'],
    tranche_age: ['Tranche d’âge', 'Age band'],
    sens_couverture: ['Sens de la couverture', 'Meaning of the coverage'],
    perimetre: ['Établissements comptés', 'Establishments counted'],
    level: ['Découpage', 'Level'],
    division: ['Autre découpage', 'Other division'],
    symbols: ['Cercles proportionnels', 'Proportional circles'],
    noSymbols: ['Aucun', 'None'],
    sheet: ['Fiche du territoire', 'Sheet of the territory'],
    back: ['Revenir à la carte', 'Back to the map'],
    area: ['Superficie', 'Area'],
    density: ['Densité', 'Density'],
    peers: ['Territoires semblables', 'Similar territories'],
    noPeers: ['Aucun autre territoire de ce niveau ne remplit la règle.', 'No other territory of this level meets the rule.'],
    indicators: ['Indicateurs', 'Indicators'],
    typical: ['Médiane', 'Median'],
    date: ['Date', 'Date'],
    before: ['Date précédente', 'Previous date'],
    after: ['Date suivante', 'Next date'],
    classes: ['Méthode de classes', 'Class method'],
    quantile: ['Quantiles', 'Quantiles'],
    jenks: ['Jenks', 'Jenks'],
    equal: ['Égales', 'Equal'],
    overlays: ['Sur la carte', 'On the map'],
    points: ['Établissements', 'Establishments'],
    links: ['Liens de coopération', 'Cooperation links'],
    area1: ['Aire d’une coopération', 'Area of a cooperation'],
    areaOf: ['Aire de', 'Area of'],
    areaNone: ['Aucune choisie', 'None chosen'],
    areaDeclared: ['Avec une aire déclarée', 'With a declared area'],
    areaSeat: ['Sans aire déclarée', 'Without a declared area'],
    areaUnknown: ['Son aire n’est pas déclarée : seuls ses membres et son siège sont montrés.', 'Its area is not declared: only its members and its seat are shown.'],
    areaClear: ['Ne plus la montrer', 'Show it no more'],
    areaMembers: ['Membres et liens', 'Members and links'],
    areaShow: ['Sur la carte', 'On the map'],
    focus: ['Cadrer sur', 'Zoom to'],
    everything: ['Tout le territoire', 'The whole territory'],
    zoomIn: ['Agrandir', 'Zoom in'],
    zoomOut: ['Réduire', 'Zoom out'],
    zoomReset: ['Tout voir', 'Show everything'],
    csv: ['Télécharger les valeurs (CSV)', 'Download the values (CSV)'],
    svg: ['Télécharger la carte (SVG)', 'Download the map (SVG)'],
    png: ['Télécharger la carte (PNG)', 'Download the map (PNG)'],
    print: ['Imprimer', 'Print'],
    copy: ['Copier le lien', 'Copy link'],
    done: ['Lien copié', 'Link copied'],
    copied: ['Le lien de cette vue est copié.', 'The link to this view is copied.'],
    table: ['Tableau des valeurs', 'Table of values'],
    territory: ['Territoire', 'Territory'],
    value: ['Valeur', 'Value'],
    none: ['n. d.', 'n/a'],
    origins: ['Sources, dates et couverture des données', 'Sources, dates and coverage of the data'],
    close: ['Fermer la fiche', 'Close'],
    other: ['English', 'Français'],
    population: ['Population', 'Population'],
    inhabitants: ['habitants', 'inhabitants'],
    rank: ['Rang', 'Rank'],
    trend: ['Évolution', 'Trend'],
    allHere: ['Toutes les coopérations du département', 'All cooperations of the département'],
    cooperations: ['Coopérations présentes', 'Cooperations present'],
    noneHere: ['Aucune coopération dont un membre situé ici soit connu.', 'No cooperation with a known member located here.'],
    choose: ['Cliquez sur un territoire, cherchez-le, ou déplacez-vous avec les flèches du clavier quand la carte a le focus.',
      'Click a territory, search for it, or move with the arrow keys while the map has the focus.'],
    member: ['membre d’une coopération', 'member of a cooperation'],
    alone: ['dans aucune coopération connue', 'in no known cooperation'],
    established: ['Établissement', 'Establishment'],
  };
  let language = 0;
  const numbers = new Map();

  const pick = (pair) => (pair ? pair[language] : '');
  const t = (key) => pick(WORDS[key]);

  function number(value, decimals = 0) {
    const key = `${language}/${decimals}`;
    if (!numbers.has(key)) {
      numbers.set(key, new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
    }
    return numbers.get(key).format(value);
  }

  function date(iso, month = 'long') {
    if (/^\d{4}-\d\d-\d\d$/.test(iso)) {
      return new Intl.DateTimeFormat(locale(), { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
    }
    if (/^\d{4}-\d\d$/.test(iso)) {
      return new Intl.DateTimeFormat(locale(), { month, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso}-01`));
    }
    return iso;
  }

  /* Inside a sentence: capitals stay only where the whole word has them (EPCI). */
  const lower = (text) => (/^.[A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
  const locale = () => (language === 1 ? 'en-GB' : 'fr-FR');
  const unit = (indicator) => pick(indicator.unit);
  const withUnit = (value, indicator) => `${number(value, indicator.decimals)}\u00a0${unit(indicator)}`;
  const plural = (count, one, many) => `${number(count)} ${count > 1 ? many : one}`;

  return {
    t, pick, number, date, lower, locale, unit, withUnit, plural,
    get language() { return language === 1 ? 'en' : 'fr'; },
    set language(name) { language = name === 'en' ? 1 : 0; document.documentElement.lang = name; },
  };
})();
