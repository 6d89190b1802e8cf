import type { EvidenceKind } from '../suppliers/supplier.ts';
import { aboutNl } from './about.nl.ts';
import { calendarNl } from './calendar.nl.ts';
import { commissionNl } from './commission.nl.ts';
import { experienceNl } from './experience.nl.ts';
import { figuresNl } from './figures.nl.ts';
import { filesNl } from './files.nl.ts';
import { mineNl } from './mine.nl.ts';
import { questionsNl } from './questions.nl.ts';
import { reportNl } from './report.nl.ts';
import { requestMailNl } from './request-mail.nl.ts';
import { requestsNl } from './requests.nl.ts';

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
  file: 'Bestand',
  wordedByModel: 'Met AI geformuleerd. Controleer wat belangrijk is bij de bronnen.',
  sayDate,
  sayDay: (date: string) => `${days[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${sayDate(date)}`,

  greeting:
    'Hoi, ik ben de assistent van Inkopen met impact. Ik ben een computerprogramma. Ik help je sociaal in te kopen. Typ gewoon je vraag, bijvoorbeeld:',
  greetingModel: 'Soms maakt AI de zinnen van een uitleg. Dat staat er dan bij. De bronnen blijven dezelfde.',
  greetingBack: 'Hoi! Waar kan ik je mee helpen?',
  speaks: 'Goed, vanaf nu antwoord ik in het Nederlands.',
  restarted: 'We beginnen opnieuw. Wat zoek je?',
  notUnderstood: 'Dat begreep ik niet. Typ wat je zoekt in een paar woorden, of typ "opnieuw".',
  guess: 'Dat begrijp ik niet helemaal. Zoek je dit?',
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
    '- **Nagaan of je rechtstreeks mag kopen.** Bijvoorbeeld: mag ik voor 900 euro lunch bestellen bij The Colour Kitchen?',
    '- **Een aanvraag plaatsen bij de inkopers.** Bijvoorbeeld: plaats een aanvraag voor 40 kerstpakketten.',
    '- **Regels uitleggen.** Bijvoorbeeld: wanneer vraag ik drie offertes?',
    '- **Laten zien wat er is.** Bijvoorbeeld: alle leveranciers voor catering.',
    'Mis je een leverancier, of klopt er iets niet? Typ het, dan hoort de redactie het. Ik geef uitleg. Ik beslis niet of een aankoop mag.',
    'Wil je weten wie ik ben en wat ik bewaar? Typ "over".',
  ].join('\n'),
  refused:
    'Daar ga ik niet over. Ik help bij sociaal inkopen: leveranciers, regels en thema’s van de gemeente Utrecht.',
  complaint: 'Met een klacht kan ik je niet helpen. Vraag je leidinggevende of Inkoop bij wie je moet zijn.',
  emptyText: 'Ik zie geen woorden in je bericht. Typ je vraag in een paar woorden.',
  tooLong: 'Je bericht is erg lang. Ik heb alleen het begin gelezen. Kun je je vraag korter stellen?',
  gone: 'Die knop hoort bij een ouder bericht. Stel je vraag opnieuw, dan help ik je verder.',
  repeated: 'Herhaald bericht: misschien zag je dit al.',
  busy: 'Het is nu erg druk. Dit bericht heb ik niet behandeld. Stuur het over een minuut nog een keer.',
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
  costsCount: (euros: string) => `Kosten die erbij komen, zoals bezorging, tellen mee. Ik reken dus met ${euros}.`,
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
  partlyAssumption: 'deels een aanname: de gemeente moet dit nog bevestigen',
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
  checkHere: 'Wil je weten of jouw aankoop rechtstreeks mag? Doe de check, dan vraag ik alleen wat nog nodig is.',
  check: {
    known: (what: string) => `Dit weet ik al: ${what}.`,
    noted: (what: string) => `Dit neem ik mee: ${what}.`,
    howOften: 'Die looptijd telt mee. Hoe vaak koop je dit in die tijd?',
    alreadyHolds: (what: string) => `Let op, dit staat al vast: ${what}.`,
    commands: 'Typen mag ook: je antwoord, "terug", "opnieuw" of "stop".',
    stillOpen: 'Je check staat nog open. Typ **verder** om door te gaan.',
    back: 'Nog even je check:',
    stopped: 'De check is gestopt. Je kunt altijd opnieuw beginnen.',
    nothingBack: 'Dit is de eerste vraag. Verder terug kan niet.',
    changed: 'De regels van de check zijn veranderd sinds je laatste antwoord. Daarom vraag ik alles opnieuw.',
    notRunning: 'De check waar deze knop bij hoort is weg. We beginnen opnieuw, met dit antwoord.',
    unreadable: {
      amount: 'Ik lees hier geen bedrag in. Typ een getal, bijvoorbeeld 9500.',
      occurrences: 'Ik lees hier geen aantal keren in. Typ een heel getal, bijvoorbeeld 4.',
      related: 'Ik lees hier geen bedrag in. Typ een getal, of 0.',
      supplier: 'Typ de naam van een leverancier.',
      tooLarge: 'Dit getal is te groot voor mij. Klopt het?',
      perOne: 'Dat is de prijs van één uur, dag, jaar of stuk. Typ het bedrag van de hele aankoop.',
      perPerson: 'Dat is een bedrag per persoon. Typ het totaal, of zeg erbij voor hoeveel personen.',
      choice: 'Dat antwoord ken ik hier niet. Kies een knop of typ een van deze antwoorden.',
    },
    whom: (name: string, about: string) => `**Wie je kunt vragen:** ${name} (${about}).`,
    why: '**Waarom?**',
    now: '**Doe nu dit:**',
    also: '**Let ook op:**',
    conditions: '**Voordat je bestelt:**',
    used: 'Hiermee heb ik gerekend',
    total: 'Totaal zonder btw',
    day: 'Regels van',
    notChecked: 'Inkoop heeft deze check nog niet nagekeken. Ik geef uitleg; ik beslis niet.',
    checked: (date: string) => `Nagekeken door Inkoop op ${sayDate(date)}. Ik geef uitleg; ik beslis niet.`,
    assumed: (what: string) => `${what} (niet gevraagd, hier ga ik van uit)`,
    follows: (what: string, from: string) => `${what} (omdat het gaat om ${from})`,
    fromList: (what: string, holder: string) => `${what} (met ${holder}, volgens de contractenlijst)`,
    unsure: 'weet je niet',
    outside: (name: string) => `${name} (staat niet in mijn lijst)`,
    withVat: { excluded: 'zonder btw', included: 'met btw', unknown: 'btw niet gezegd' },
    perPerson: (people: number, euros: string, total: string) => `${people} × ${euros} = ${total}`,
    rate: (percent: string) => `${percent} btw`,
    supposed: 'Stel dat er geen contract is',
    supposing: (outcome: string) =>
      `**Stel dat er geen contract is**, dan is dit de uitkomst: ${outcome}. Dat geldt pas als je zeker weet dat er geen contract is.`,
    supposingQuestion: 'Stel dat er geen contract is:',
    stillUnknown: (what: string) => `Nog onbekend: ${what}.`,
    thisSupplier: 'deze leverancier',
    once: 'Eenmalig, verder niets',
    buttons: {
      start: 'Mag dit rechtstreeks?',
      unsure: 'Weet ik niet',
      back: 'Terug',
      stop: 'Stop',
      go: 'Verder',
      suppose: 'Stel dat er geen contract is',
      change: 'Antwoord wijzigen',
      keep: 'Bewaar deze check',
      supplier: 'Ik weet de leverancier al',
      otherSupplier: 'Andere leverancier',
      confirm: 'Vraag bevestiging',
    },
    whichAnswer: 'Welk antwoord wil je wijzigen?',
    earlier: (number: string, date: string, total: string) => `${number} van ${sayDate(date)} (${total})`,
  },
  receipt: {
    title: (number: string) => `Dossierkaart ${number}`,
    unnumbered: 'Dossierkaart (proef, niet bewaard)',
    kept: (number: string) =>
      `Bewaard als **${number}**. Typ dit nummer en ik laat de kaart weer zien, precies zoals hij nu is.`,
    already: (number: string) => `Deze check is al bewaard als **${number}**.`,
    nothing: 'Er is nog geen uitkomst om te bewaren. Doe eerst de check.',
    unknown: (number: string) => `Ik ken geen kaart ${number} van jou.`,
    outcome: 'Uitkomst',
    day: 'Datum',
    version: 'Regels',
    versionOf: (title: string, version: string) => `${title}, versie ${version}`,
    facts: 'Gegevens',
    rules: 'Regels die telden',
    amounts: 'Bedragen van die dag',
    from: (date: string) => `vanaf ${sayDate(date)}`,
    until: (date: string) => `tot en met ${sayDate(date)}`,
    supplier: 'Leverancier',
    motivation: 'Motivatieregel voor het bestelsysteem',
    motivationDirect: (supplier: string, total: string, line: string, proof: string) =>
      `Voorgenomen aankoop bij ${supplier}. Geschat op ${total} zonder btw. Lijn voor rechtstreeks kopen bij sociale ondernemers: ${line}. Bewijs: ${proof}. Volgens opgave van de koper: geen lopend contract en geen persoonlijke band. Dat de lijn zonder btw is, is een aanname: de gemeente moet dit nog bevestigen.`,
    motivationOther: (outcome: string, total: string) =>
      `Uitkomst: ${outcome}${total}. Dit is geen akkoord om te bestellen.`,
    motivationTotal: (total: string) => `, geschat op ${total} zonder btw`,
    motivationCheck: (number: string, version: string, date: string) =>
      `Check ${number}, regels ${version}, ${sayDate(date)}.`,
    trial: '(proef)',
    asStated: (proof: string) => `${proof}, volgens opgave van de koper, niet nagekeken`,
    stillExists: 'Nog nagaan of de leverancier bestaat en kan leveren.',
    noSupplier: 'Nog geen leverancier gekozen.',
    undatedFrom: (date: string) => `in deze check gebruikt vanaf ${sayDate(date)}, de bron heeft geen datum`,
    seal: 'Zegel',
    unsealed:
      'Controlegetal zonder sleutel: een fout bij het kopiëren valt op, een bewuste wijziging niet. Stel RECEIPT_KEY in voor een zegel.',
    sealed: 'Verzegeld: één gewijzigd teken valt op bij impact check --verify.',
    note: 'De bot geeft uitleg en beslist niet of een aankoop rechtmatig is. Bewaar deze kaart bij de bestelling.',
    data: 'Gegevens voor controle',
    copy: 'Deze regel kun je kopiëren:',
  },
  confirm: {
    asked: (name: string) =>
      `Ik heb **${name}** aan de redactie voorgelegd, zonder je naam. Zodra er antwoord is, hoor je het hier. Wacht zo lang met bestellen.`,
    again: (name: string) => `**${name}** ligt al bij de redactie. Jij krijgt het antwoord ook.`,
    list: (count: number) =>
      count === 1 ? 'Eén leverancier wacht op bevestiging:' : `${count} leveranciers wachten op bevestiging:`,
    none: 'Er wacht nu geen leverancier op bevestiging.',
    notYou: 'Alleen de redactie kan een leverancier bevestigen. Wie dat zijn, staat in het bestand met collega’s.',
    gone: 'Deze vraag is al beantwoord, of bestaat niet meer.',
    waiting: (name: string, date: string, count: number) =>
      `- **${name}**, gevraagd op ${sayDate(date)} door ${count === 1 ? '1 collega' : `${count} collega's`}`,
    answer: (name: string) => `Beantwoord: ${name}`,
    what: 'Wat heb je gevonden?',
    kinds: {
      municipality: 'De gemeente noemt het zelf als sociale onderneming',
      register: 'Gezien in het register van de Code, PSO 30+ of Buy Social',
      'third-party': 'Alleen een andere bron, nog te zwak',
      none: 'Niet aangetoond',
    },
    source: 'Waar heb je dat gezien?',
    url: 'Adres van die pagina, als die er is',
    badUrl: 'Typ een adres dat met https:// begint, of laat het leeg.',
    needed: 'Vul dit in: zonder bron is het geen bewijs.',
    give: 'Geef antwoord',
    given: (name: string, count: number) =>
      `Bewaard voor **${name}**. ${count === 1 ? '1 collega hoort' : `${count} collega's horen`} het antwoord.`,
    which: 'Van welke leverancier wil je bevestiging? Doe eerst de check en noem de naam.',
    form: (name: string) => `Over **${name}**:`,
    choices: { yes: 'Ja', no: 'Nee', unsure: 'Weet ik niet' },
    send: 'Leg voor aan de redactie',
    answered: (name: string) => `Antwoord van de redactie over **${name}**:`,
    yes: (name: string) =>
      `**${name}** is bevestigd als sociale onderneming. Doe de check opnieuw om te zien of je nu rechtstreeks kunt kopen.`,
    no: (name: string) =>
      `Van **${name}** is niet aangetoond dat het een sociale onderneming is. De gewone weg via Inkoop blijft open.`,
    still: (name: string) => `Het bewijs voor **${name}** blijft te zwak om rechtstreeks te kopen.`,
    basedOn: (source: string, date: string) => `Gezien: ${source}, op ${sayDate(date)}.`,
    confirmedBy: (source: string, finding: string) => `${finding}; de redactie zag: ${source}`,
    shortly: {
      municipality: 'door de gemeente zelf genoemd',
      register: 'staat in een register of keurmerk',
      'third-party': 'een andere bron zegt het, nog te zwak',
      'self-declared': 'alleen eigen opgave, nog te zwak',
      'sheltered-employment': 'sociaal werkbedrijf, nog te bevestigen',
      none: 'niet aangetoond',
    },
  },
  mine: mineNl,
  about: aboutNl,
  requests: requestsNl,
  report: reportNl,
  figures: figuresNl,
  mail: requestMailNl,
  experience: experienceNl,
  questions: questionsNl,
  calendar: calendarNl,
  commission: commissionNl,
  files: filesNl,
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
