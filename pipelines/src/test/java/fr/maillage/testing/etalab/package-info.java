/** A register of the whole country that lives month after month, as monthly releases in the etalab format. */
package fr.maillage.testing.etalab;
