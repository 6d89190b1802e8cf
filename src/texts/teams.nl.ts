/** The fixed words around the messages in Teams. */
export const teamsNl = {
  bot: 'Inkopen met impact',
  sources: 'Bronnen',
  fileTooLarge: (name: string) => `Het bestand ${name} is te groot om in Teams te geven. Vraag om een kleiner deel.`,
  fileHeld: (name: string) =>
    `Je krijgt hieronder het bestand ${name}. Kies binnen een uur Toestaan, dan staat het in je OneDrive.`,
  fileOffered: (name: string) =>
    `Je krijgt hieronder het bestand ${name}. Kies Toestaan, dan staat het in je OneDrive.`,
  filePrivate: (name: string) =>
    `Het bestand ${name} geef ik in een gesprek met mij alleen. Stel je vraag daar nog eens.`,
  fileWhy: 'Dit bestand maakte ik voor je. Kies of het in je OneDrive mag.',
  fileFailed: 'Het bestand kwam niet in je OneDrive. Vraag het nog eens.',
  more: (count: number) => `Hier staan er nog ${count} niet bij: dit bericht was vol.`,
  cut: 'Dit bericht was te lang. Vraag naar een deel ervan om de rest te lezen.',
  error: 'Let op:',
  optional: 'niet verplicht',
  choose: 'Maak een keuze',
  fillIn: 'Vul dit in.',
  pressed: 'Ik heb je keuze ontvangen.',
  notNow: 'Dit lukte nu niet. Druk straks nog eens op de knop.',
  oldButton: 'Deze knop ken ik niet meer. Stel je vraag opnieuw, dan help ik je verder.',

  handOnTitle: 'Inkoopaanvraag',
  handOnWhat: 'Wat heb je nodig?',
  handOnWhy: 'Kijk na wat hier staat en vul het aan. Daarna vraag ik in de chat wat ik nog mis.',
  handOnSend: 'Maak de aanvraag',
  handOnDone: 'Ik heb het. Kijk in de chat met Inkopen met impact: daar maak je de aanvraag af.',
  handOnNoChat:
    'Ik kan je nog geen bericht sturen. Voeg Inkopen met impact in Teams toe als app. Druk dan nog eens op de knop.',
  searchNothing: 'Niets gevonden. Typ wat je zoekt, bijvoorbeeld: lunch.',
};
export type TeamsTexts = typeof teamsNl;
