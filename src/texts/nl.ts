import type { EvidenceKind } from '../suppliers/supplier.ts';

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const days = 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' ');

/** A day, month or year as people say it: 26 november 2026, mei 2020, 2018. */
function sayDate(date: string): string {
  const [year, month, day] = date.split('-');
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

const evidence: Record<EvidenceKind, string> = {
  municipality: 'Buy Social noemt het als bedrijf waar de gemeente sociaal inkoopt (pagina zonder datum)',
  register: 'gezien in een register van sociale ondernemingen',
  'third-party': 'een andere bron beschrijft het als sociaal',
  'self-declared': 'alleen eigen opgave, nog te bevestigen',
  'sheltered-employment': 'sociaal werkbedrijf, nog te bevestigen',
  none: 'niet aangetoond',
};

/** Every fixed sentence the bot says, in Dutch. en.ts has the same keys. */
export const nl = {
  source: 'Bron',
  sayDate,
  sayDay: (date: string) => `${days[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${sayDate(date)}`,

  greeting:
    'Hoi, ik ben de assistent van Inkopen met impact. Ik ben een computerprogramma. Ik help je sociaal in te kopen. Typ gewoon je vraag, bijvoorbeeld:',
  greetingBack: 'Hoi! Waar kan ik je mee helpen?',
  restarted: 'We beginnen opnieuw. Wat zoek je?',
  notUnderstood: 'Dat begreep ik niet. Typ wat je zoekt in een paar woorden, of typ "opnieuw".',
  thanksBack: 'Graag gedaan. Heb je nog een vraag? Typ hem gerust.',
  examples: [
    'Wie kan donderdag broodjes brengen voor 25 man, vega graag?',
    'Leuk cadeau voor 40 vrijwilligers',
    'Vergaderzaal voor 12 personen',
    'Tot welk bedrag mag ik rechtstreeks kopen?',
  ],
  help: [
    'Dit kan ik voor je doen:',
    '- **Leveranciers zoeken.** Typ wat je nodig hebt, voor hoeveel mensen en waar. Bijvoorbeeld: lunch voor 20 man.',
    '- **Vertellen over een leverancier.** Typ de naam.',
    '- **Regels uitleggen.** Bijvoorbeeld: wanneer vraag ik drie offertes?',
    '- **Laten zien wat er is.** Bijvoorbeeld: alle leveranciers voor catering.',
    'Mis je een leverancier, of klopt er iets niet? Typ het, dan hoort de redactie het. Ik geef uitleg. Ik beslis niet of een aankoop mag.',
  ].join('\n'),
  refused:
    'Daar ga ik niet over. Ik help bij sociaal inkopen: leveranciers, regels en thema’s van de gemeente Utrecht.',
  complaint: 'Met een klacht kan ik je niet helpen. Vraag je leidinggevende of Inkoop bij wie je moet zijn.',
  emptyText: 'Ik zie geen woorden in je bericht. Typ je vraag in een paar woorden.',
  tooLong: 'Je bericht is erg lang. Ik heb alleen het begin gelezen. Kun je je vraag korter stellen?',
  gone: 'Die knop hoort bij een ouder bericht. Stel je vraag opnieuw, dan help ik je verder.',
  failed: (id: string) =>
    `Er ging iets mis bij mij. Je bericht is bewaard. Probeer het nog eens, of meld dit nummer: ${id}.`,

  understood: 'Ik zocht',
  lookedFor: (what: string) => `Ik zocht: ${what}.`,
  people: (count: number) => (count === 1 ? '1 persoon' : `${count} personen`),
  pieces: (count: number) => (count === 1 ? '1 stuk' : `${count} stuks`),
  perPerson: (euros: string) => `${euros} per persoon`,
  totalOf: (euros: string) => `${euros} in totaal`,
  vat: { included: 'met btw', excluded: 'zonder btw' },
  inArea: (area: string) => `in ${area}`,
  amountDoubt: (typed: string) =>
    `Welk bedrag bedoel je met ${typed}? Typ het zonder punt of komma, bijvoorbeeld: 1500 euro.`,

  found: (count: number) => (count === 1 ? 'Deze leverancier past erbij:' : `Deze ${count} leveranciers passen erbij:`),
  foundMore: 'Nog een paar:',
  foundIn: (where: string, total: number) => `${where}: ${total} ${total === 1 ? 'leverancier' : 'leveranciers'}.`,
  notExactly: (wanted: string) => `Niemand op mijn lijst noemt precies ${wanted}. Deze komen het dichtst in de buurt:`,
  noMore: 'Dit waren ze allemaal. Meer leveranciers voor deze vraag ken ik niet.',
  noneNearby: (area: string) => `In ${area} ken ik niemand die past. Deze zitten ergens anders:`,
  onlyThese: 'Hierop kan ik niet verder zoeken. Stel je vraag opnieuw, met wat je zoekt.',
  order:
    'Bovenaan staat wie het best bij je vraag past, niet wie de beste is. Daarna telt hoe sterk en nieuw het bewijs is. Wie gelijk staat, wisselt per dag.',
  contractFirst: (category: string) =>
    `Voor je bestelt: vraag bij Inkoop na of er een lopend contract is voor ${category}. De lijst met contracten is hier nog niet ingevuld.`,
  contractRuns: (category: string, holder: string) =>
    `Voor je bestelt: er loopt een contract voor ${category} met ${holder}. Vraag eerst de eigenaar van dat contract.`,

  why: 'Past omdat',
  whereToFind: 'Te vinden',
  toAsk: 'Vraag na',
  place: 'Plaats',
  contact: 'Contact',
  proof: 'Bewijs',
  watchOut: 'Let op',
  unknownFacts: 'Niet bekend',
  impact: 'Impact',
  labels: 'Keurmerken',
  themes: 'Thema’s',
  status: 'Status',
  offers: 'Aanbod',
  reasons: {
    'offers-this': (what: string) => `aanbod: ${what}`,
    'offers-category': (what: string) => `aanbod: ${what}`,
    'mentions-this': (what: string) => `noemt dit bij: ${what}`,
    nearby: (area: string) => `zit in ${area}`,
    'in-the-city': () => 'zit in de stad Utrecht',
    'too-small': () => 'is misschien te klein voor jouw groep',
    proven: () => 'sterk bewijs',
    recent: () => 'nieuw bewijs',
  },
  evidence,
  latestProof: (date: string) => `laatste bewijs: ${sayDate(date)}`,
  noDate: 'laatste bewijs: datum onbekend',
  checkedOn: (date: string) => `nagekeken door de redactie op ${sayDate(date)}`,
  neverChecked: 'nog door geen redacteur nagekeken',
  recordedOn: (date: string) => `opgeschreven op ${sayDate(date)}`,
  pastReview: 'nog niet opnieuw nagekeken',
  statuses: {
    active: 'actief volgens de laatste bron',
    unknown: 'onbekend: vraag na of het bedrijf nog bestaat en levert',
    stopped: 'gestopt',
  },
  notKnown: 'niet bekend',
  offerUnknown: 'aanbod niet bekend',
  missing: {
    status: 'of het nog bestaat',
    price: 'prijs',
    capacity: 'voor hoeveel mensen',
    area: 'bezorggebied',
    diet: (diets: string) => `of ${diets} kan`,
    contact: 'hoe je ze bereikt',
  },

  stopped: (name: string) => `**${name}** is gestopt. Je kunt daar niet meer kopen.`,
  unproven: (name: string) =>
    `Van **${name}** is niet aangetoond dat het een sociale onderneming is. Ik bied het daarom niet aan als sociale leverancier.`,
  unprovenWay: 'Gewoon kopen kan misschien wel, via de normale weg. Vraag dat aan Inkoop.',
  instead: 'Deze leveranciers doen iets wat erop lijkt:',
  successor: (name: string) => `De opvolger is ${name}.`,
  whereTheyAre: 'Hier zitten ze, voor zover bekend:',
  howToReach: 'Zo bereik je ze, voor zover bekend:',
  compareIntro: 'Naast elkaar:',
  priceUnknown: 'Van geen van deze leveranciers ken ik de prijs. Vraag een offerte en vergelijk. Dit zijn ze nog eens:',
  whichSuppliers: 'Welke leveranciers wil je vergelijken? Stel eerst een vraag, of typ twee namen.',

  seeAlso: 'Zie ook',
  assumption: 'aanname: de gemeente moet dit nog bevestigen',
  marks: {
    SEED: 'bron van de gemeente of partner',
    PUBLIC: 'openbare pagina',
    ASSUMPTION: 'aanname: de gemeente moet dit nog bevestigen',
  },
  undated: 'zonder datum',
  rulesToo: 'Over de regels:',
  suppliersToo: 'En dit zijn leveranciers die erbij passen:',

  unknownThing: (what: string) => `Een sociale onderneming voor ${what} staat niet in mijn kennisbank.`,
  unknownSubject: 'Het antwoord op deze vraag staat niet in mijn kennisbank.',
  unknownNext: 'Ik heb je vraag voor de redactie genoteerd, zonder je naam.',
  whoKnows: (name: string, about: string) => `Wie dit wel kan weten: ${name} (${about}).`,
  whoKnowsTitle: 'Wie je kunt vragen',
  reach: (what: string) => `Bereikbaar via: ${what}.`,
  reachUnknown: 'Een mailadres, telefoonnummer of kanaal is hier nog niet ingevuld.',
  checkNotHere: 'Of jouw aankoop mag, kan ik niet voor je beslissen. Dit is wat de regels zeggen:',
  postNotHere:
    'Een aanvraag plaatsen kan ik niet voor je doen. Vraag het aan Inkoop. Ik kan wel leveranciers voor je zoeken.',
  which: 'Wat bedoel je?',

  tipNoted:
    'Dank je voor de tip. Ik heb hem voor de redactie genoteerd, zonder je naam. Zij kijken of het een sociale onderneming is.',
  correctionNoted: 'Dank je. Ik heb genoteerd dat er iets niet klopt, zonder je naam. De redactie kijkt ernaar.',
  rateThanks: 'Dank je, goed om te weten.',
  rateWhy: 'Jammer. Wat miste je? De redactie leest dit, zonder je naam.',
  rateReasons: {
    'not-what-i-asked': 'Dit was niet mijn vraag',
    wrong: 'Het klopt niet',
    'too-long': 'Te lang of te moeilijk',
    incomplete: 'Er mist iets',
  },
  rateReason: 'Wat was er mis?',
  rateMore: 'Wil je er iets bij zeggen?',
  rateNoted: 'Dank je. Ik heb het voor de redactie genoteerd.',
  chooseOne: 'Kies een van de antwoorden.',

  buttons: {
    more: 'Meer leveranciers',
    compare: 'Vergelijk deze',
    show: (name: string) => `Meer over ${name}`,
    browse: (category: string) => `Alles voor ${category}`,
    person: 'Wie kan ik vragen?',
    helpful: 'Dit helpt',
    notHelpful: 'Dit helpt niet',
    send: 'Verstuur',
  },
};
