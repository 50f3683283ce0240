/** The topics of the catalog, as the facet shows them. A closed list, so that the facet stays short. */
export const THEMES = [
  'Deaths',
  'Emergency visits',
  'Hospital care',
  'Ambulance responses',
  'Prescribing',
  'Treatment',
  'Harm reduction',
  'Drug supply',
  'Surveys',
  'Justice and custody',
  'Population and place',
  'Costs and funding',
] as const;
