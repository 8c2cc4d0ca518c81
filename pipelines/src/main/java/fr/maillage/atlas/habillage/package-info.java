/** What every page of an atlas has: head, brand, banner, the way to the others, words in two languages, packed data. */
package fr.maillage.atlas.habillage;
