/** What the bot says about what colleagues think of a purchase, in Dutch. */
export const experienceNl = {
  ask: 'Zou je hier weer kopen? Je antwoord helpt collega’s. Je naam staat er niet bij.',
  yes: 'Ja, weer',
  no: 'Nee, niet weer',
  more: (name: string) => `Dank je. Wil je collega’s nog iets zeggen over ${name}? Dat hoeft niet.`,
  line: 'Eén regel voor collega’s',
  named: 'Mag je naam erbij?',
  nameless: 'Nee, zonder mijn naam',
  withName: 'Ja, met mijn naam',
  thanks: 'Dank je. Collega’s zien dit vanaf drie ervaringen.',
  notYours: 'Alleen wie de aanvraag deed, kan hier iets over zeggen. En pas als hij is afgerond.',
  outside: (name: string) => `${name} staat niet in mijn lijst. Daarom kan ik je ervaring niet tonen.`,
  summary: (again: number, count: number) =>
    `**Ervaring van collega’s:** ${again} van de ${count} zouden hier weer kopen.`,
  quote: (line: string, name: string, date: string) => `- "${line}" (${name}, ${date})`,
};
