package fr.maillage.silver.place;

/**
 * The codes by which an equipment is classified; null when unknown.
 *
 * @param agregat3 group of level 3 of the category
 * @param agregat2 group of level 2 of the category
 */
record CodesEquipement(
        String categorie, String agregat3, String agregat2, String discipline, String typeActivite, String clientele) {}
