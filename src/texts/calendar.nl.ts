/** What is said about a purchasing calendar in a conversation, in Dutch. calendar.en.ts has the same keys. */
export const calendarNl = {
  read: (name: string, count: number) => `**${name}**: ${count === 1 ? '1 regel' : `${count} regels`} gelezen.`,
  filledIn: (count: number) =>
    count === 1 ? 'Ik nam jouw aanvulling mee bij 1 regel.' : `Ik nam jouw aanvullingen mee bij ${count} regels.`,
  counts: 'Kansen in deze kalender',
  columns: 'Zo las ik je kolommen',
  left: (titles: string) => `De rest blijft staan zoals het is: ${titles}.`,
  department: (name: string) => `Afdeling: **${name}**. Klopt dat niet? Typ "afdeling" en dan de naam.`,
  departments: (names: string, more: number) =>
    more > 0 ? `Afdelingen: ${names}, en nog ${more}.` : `Afdelingen: ${names}.`,
  noDepartment:
    'Van welke afdeling deze kalender is, zie ik niet. Weet ik dat, dan vergelijk ik hem met de vorige keer.',
  best: 'De beste kansen',
  noBest: 'Ik zie in deze kalender nog geen kans voor een sociale onderneming.',
  open: (count: number) =>
    count === 1 ? 'Van 1 regel weet ik niet wat het is' : `Van ${count} regels weet ik niet wat het is`,
  openHow: (row: number) =>
    `Vul het hieronder aan, of typ bijvoorbeeld: ${row}: schoonmaak. Je kunt het ook aanvullen in je bestand en dat opnieuw sturen.`,
  openMore: (count: number) =>
    count === 1 ? 'En nog 1 regel: zie het blad Nog invullen.' : `En nog ${count} regels: zie het blad Nog invullen.`,
  unnamed: 'zonder omschrijving',
  allInFile:
    'Alles staat in het Excel-bestand: jouw kolommen, de mijne ernaast, een samenvatting en de bronnen. Een kandidaat moet je nog navragen.',
  unkept: 'Je bestand bewaar ik niet.',
  remembered: (day: string) =>
    `Van elke regel onthoud ik de omschrijving, het onderwerp, de kans, de waarde en het kwartaal. Wie de eigenaar is, onthoud ik niet. Zo kan ik volgende keer zeggen wat er veranderde. Dat is weg na ${day}.`,
  tooMany: (most: string) => `Deze tabel heeft meer dan ${most} regels. Stuur alleen het blad met de kalender.`,
  goneSince: 'Ik kan je bestand niet meer ophalen. Stuur het opnieuw, dan neem ik je aanvullingen mee.',
  notOpen: (rows: string) => `Niet gevonden in de regels die openstaan: ${rows}.`,
  noCalendar:
    'Stuur me je inkoopkalender: een Excel-bestand (.xlsx) of een CSV. Ik zeg dan van elke regel welke kans er is, en wie kan meedoen.',
  files: {
    book: (name: string) => `${name} kansen.xlsx`,
    picture: (name: string) => `${name} kansen per kwartaal.png`,
  },
  fields: {
    department: 'Van welke afdeling is deze kalender?',
    row: (row: number, words: string) => `Regel ${row}: ${words}. Wat is dit?`,
  },
  since: {
    title: (day: string) => `Veranderd sinds ${day}`,
    nothing: (day: string) => `Er is niets veranderd sinds ${day}.`,
    counts: (fresh: number, gone: number, changed: number) => `${fresh} nieuw, ${gone} weg, ${changed} anders.`,
    kinds: {
      fresh: 'nieuw',
      gone: 'weg',
      value: 'andere waarde',
      quarter: 'ander kwartaal',
      gained: 'meer kans',
      lost: 'minder kans',
    },
    unknown: 'onbekend',
    more: (count: number) => (count === 1 ? 'en nog 1 regel' : `en nog ${count} regels`),
    sheet: 'Veranderd',
    was: 'Was',
    is: 'Is nu',
    what: 'Wat',
    first: 'Dit is de eerste kalender van deze afdeling die ik lees. Volgende keer zeg ik wat er veranderde.',
  },
  picture: {
    title: 'Kansen per kwartaal en onderwerp, in aantal regels',
    others: 'overige onderwerpen',
    none: 'geen kansen',
  },
  remind: {
    offered: 'Wil je elk kwartaal een seintje om de nieuwe kalender te sturen?',
    on: 'Goed. Op de eerste werkdag van elk kwartaal stuur ik je een seintje. Stuur je een jaar geen kalender, dan stop ik.',
    off: 'Goed, je krijgt geen seintje meer over de inkoopkalender.',
    offAlready: 'Je krijgt geen seintje over de inkoopkalender.',
    notNow: 'Goed, dan nu niet. Volgend kwartaal vraag ik het weer.',
    due: (departments: string) =>
      departments === ''
        ? 'Er begint een nieuw kwartaal. Stuur je de nieuwe inkoopkalender? Dan zeg ik wat er veranderde en waar kansen zijn.'
        : `Er begint een nieuw kwartaal. Stuur je de nieuwe inkoopkalender van ${departments}? Dan zeg ik wat er veranderde en waar kansen zijn.`,
  },
  buttons: {
    fill: 'Vul aan',
    remind: 'Herinner me elk kwartaal',
    unremind: 'Herinner me niet meer',
  },
};
