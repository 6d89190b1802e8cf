/** The fixed words around the messages in Teams. */
export const teamsNl = {
  bot: 'Inkopen met impact',
  sources: 'Bronnen',
  fileElsewhere: (name: string) =>
    `Het bestand ${name} kan ik in Teams niet geven. Open de check op de lokale pagina om het te bewaren.`,
  wordedByModel: 'Geschreven met AI. Controleer belangrijke feiten in de bronnen.',
  more: (count: number) => `Hier staan er nog ${count} niet bij: dit bericht was vol.`,
  cut: 'Dit bericht was te lang. Vraag naar een deel ervan om de rest te lezen.',
  error: 'Let op:',
  optional: 'niet verplicht',
  choose: 'Maak een keuze',
  fillIn: 'Vul dit in.',
  oldButton: 'Deze knop ken ik niet meer. Stel je vraag opnieuw, dan help ik je verder.',

  searchNothing: 'Niets gevonden. Typ wat je zoekt, bijvoorbeeld: lunch.',
};
export type TeamsTexts = typeof teamsNl;
