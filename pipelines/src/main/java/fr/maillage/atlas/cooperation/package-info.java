/** The page of cooperations: read from the warehouse, a list, a timeline, and a sheet of seven parts for each. */
package fr.maillage.atlas.cooperation;
