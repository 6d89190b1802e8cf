/** What the bot says about figures of purchase requests, in Dutch: the report, the export and the monthly message. */
export const figuresNl = {
  notYou: 'Het rapport en de export zijn voor inkopers. Wie inkoper is, staat in het bestand met collega’s.',
  title: (from: string, until: string) => `Aanvragen van ${from} tot en met ${until}`,
  none: 'geen',
  number: (value: number) => value.toLocaleString('nl-NL'),
  euros: (value: number) => value.toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' }),
  requests: (count: number) => (count === 1 ? '1 aanvraag' : `${count} aanvragen`),
  exported: (count: number) => (count === 1 ? 'Hier is 1 aanvraag.' : `Hier zijn ${count} aanvragen.`),
  nothing: 'Er zijn geen aanvragen die hierbij passen.',
  chosen: (what: string) => `Gekozen: ${what}.`,
  days: (from: string, until: string) => `geplaatst van ${from} tot en met ${until}`,
  noNames:
    'Er staat geen naam van een collega bij. Wel staat er wat zij typten. Deel het bestand alleen met wie het nodig heeft.',
  files: { report: 'rapport', requests: 'aanvragen' },
  buttons: { report: 'Toon het rapport', xlsx: 'Exporteer naar Excel', csv: 'Exporteer naar CSV' },
  monthly: {
    title: (month: string) => `Maandbericht: aanvragen in ${month}`,
    quiet: (month: string) => `In ${month} is er niets aangevraagd en niets afgerond.`,
    why: 'Je krijgt dit bericht elke maand, omdat je daarom vroeg.',
    on: (day: string) => `Je krijgt vanaf nu elke maand de cijfers. Het eerste maandbericht komt op ${day}.`,
    already: (day: string) => `Je krijgt het maandbericht al. Het volgende komt op ${day}.`,
    off: 'Je krijgt het maandbericht niet meer.',
    never: 'Je kreeg het maandbericht niet.',
    unknown:
      'Het maandbericht is voor collega’s die in het bestand met collega’s staan. Vraag de beheerder of jij erbij kunt.',
    buttons: { on: 'Stuur mij elke maand de cijfers', off: 'Stop het maandbericht' },
  },
};
