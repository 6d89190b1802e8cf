import type { Move, Refusal } from '../requests/moves.ts';
import type { Event, Status } from '../requests/request.ts';
import { requestPapersNl } from './request-papers.nl.ts';
import { requestSignalsNl } from './request-signals.nl.ts';

const statusNames: Record<Status, string> = {
  open: 'open',
  claimed: 'opgepakt',
  done: 'afgerond',
  withdrawn: 'ingetrokken',
};

const refusals: Record<Refusal, (standing: string) => string> = {
  'not-now': (standing) => `Dat kan nu niet: de aanvraag is ${standing}.`,
  'not-you': (standing) =>
    `Dat mag alleen een collega met de juiste rol, of wie de aanvraag plaatste of oppakte. Nu is de aanvraag ${standing}.`,
  yours: () => 'Je hebt deze aanvraag al opgepakt.',
  'no-question': () => 'Er staat geen vraag meer open.',
};

const happened: Record<Event['what'], (name: string) => string> = {
  posted: (name) => `geplaatst door ${name}`,
  edit: (name) => `gewijzigd door ${name}`,
  claim: (name) => `opgepakt door ${name}`,
  release: (name) => `teruggegeven door ${name}`,
  takeOver: (name) => `overgenomen door ${name}`,
  ask: (name) => `vraag van ${name}`,
  answer: (name) => `antwoord van ${name}`,
  supplier: (name) => `andere leverancier gekozen door ${name}`,
  finish: (name) => `afgerond door ${name}`,
  reopen: (name) => `heropend door ${name}`,
  withdraw: (name) => `ingetrokken door ${name}`,
};

const moveButtons: Record<Move, string> = {
  claim: 'Ik pak dit op',
  release: 'Geef terug',
  takeOver: 'Neem over',
  ask: 'Stel een vraag',
  answer: 'Beantwoord de vraag',
  supplier: 'Andere leverancier',
  finish: 'Rond af',
  reopen: 'Heropen',
  edit: 'Wijzig de aanvraag',
  withdraw: 'Trek in',
};

const toMover: Record<Move, (number: string) => string> = {
  claim: (number) => `Je hebt **${number}** opgepakt. De aanvrager hoort het.`,
  release: (number) => `**${number}** staat weer open voor anderen. De aanvrager hoort het.`,
  takeOver: (number) => `Je hebt **${number}** overgenomen. Je collega en de aanvrager horen het.`,
  ask: (number) => `Je vraag over **${number}** is gesteld.`,
  answer: (number) => `Je antwoord over **${number}** is doorgegeven.`,
  supplier: (number) => `De leverancier van **${number}** is gewijzigd. De aanvrager hoort het.`,
  finish: (number) => `**${number}** is afgerond. De aanvrager hoort het.`,
  reopen: (number) => `**${number}** staat weer open. De aanvrager hoort het.`,
  edit: (number) => `**${number}** is gewijzigd.`,
  withdraw: (number) => `**${number}** is ingetrokken.`,
};

const toOthers: Record<Move, (number: string, name: string) => string> = {
  claim: (number, name) => `${name} heeft je aanvraag **${number}** opgepakt.`,
  release: (number, name) => `${name} heeft **${number}** teruggegeven. De aanvraag staat weer open.`,
  takeOver: (number, name) => `${name} heeft **${number}** overgenomen.`,
  ask: (number, name) => `${name} heeft een vraag over **${number}**:`,
  answer: (number, name) => `${name} geeft antwoord over **${number}**:`,
  supplier: (number, name) => `${name} koos een andere leverancier voor **${number}**:`,
  finish: (number, name) => `${name} heeft **${number}** afgerond:`,
  reopen: (number, name) => `${name} heeft **${number}** heropend.`,
  edit: (number, name) => `${name} heeft **${number}** gewijzigd.`,
  withdraw: (number, name) => `${name} heeft **${number}** ingetrokken.`,
};

/** What the bot says about purchase requests, in Dutch. */
export const requestsNl = {
  statuses: statusNames,
  refusals,
  happened,
  moveButtons,
  toMover,
  toOthers,
  someone: 'een collega',
  papers: requestPapersNl,
  signals: requestSignalsNl,

  askNeed: 'Wat heb je nodig? Vul in wat je weet. Alleen het eerste veld is verplicht.',
  askWhat: 'Typ in een paar woorden wat je nodig hebt.',
  preview: '**Dit wordt je aanvraag:**',
  missing: (what: string) => `Nog niet gezegd: ${what}. Typ het erbij, of plaats de aanvraag zo.`,
  howItGoes:
    'Zo gaat het: je vult in wat je nodig hebt en plaatst de aanvraag. De inkopers zien hem dan. Je hoort het als een van hen hem oppakt.',
  takenFor: (said: string, day: string) => `Ik lees "${said}" als ${day}. Klopt dat niet? Typ dan een andere dag.`,
  instead: (what: string) => `Je vorige aanvraag is niet geplaatst: ${what}.`,
  postAsItIs: (what: string) => `Nog niet gezegd: ${what}. Wil je de aanvraag toch zo plaatsen? Typ dan "ja".`,
  amended: (what: string, text: string) => `${what} (gewijzigd: ${text})`,
  complete: 'Klopt het? Typ "ja" of druk op de knop. Dan plaats ik de aanvraag.',
  afterEdit: 'Klopt het zo? Bewaar dan de wijziging.',
  posted: (number: string) =>
    `Je aanvraag is geplaatst als **${number}**. Typ dit nummer om te zien hoe het ermee staat.`,
  onDesk: 'De inkopers zien hem nu. Je hoort het als iemand hem oppakt.',
  noDesk: 'Er is nog geen plek waar inkopers aanvragen zien. De aanvraag is bewaard. Zeg het ook even tegen Inkoop.',
  noBuyers: 'In deze omgeving is nog geen inkoper bekend. De aanvraag is bewaard. Zeg het ook even tegen Inkoop.',
  already: (number: string) => `Deze aanvraag is al geplaatst als **${number}**.`,
  nothing: 'Er is geen aanvraag om te plaatsen. Typ wat je nodig hebt.',
  dropped: 'De aanvraag is niet geplaatst. Je kunt altijd opnieuw beginnen.',
  back: 'Nog even je aanvraag:',
  checkFirst: 'Je hebt nog niet nagegaan of dit rechtstreeks mag. Dat kan met de check.',
  checkRuns: 'De check hoort bij deze aankoop. De inkoper ziet de uitkomst.',
  unknown: (number: string) => `Ik ken geen aanvraag ${number} die jij mag zien.`,

  fields: {
    what: 'Wat heb je nodig?',
    howMany: 'Voor hoeveel personen, of hoeveel stuks?',
    amount: 'Bedrag in euro (zeg erbij: met of zonder btw)',
    wantedBy: 'Wanneer moet het er zijn?',
    place: 'Waar is het voor?',
    team: 'Voor welk team?',
    wishes: 'Wensen, bijvoorbeeld vega of halal',
    supplier: 'Leverancier die je graag wilt',
  },
  unreadable: {
    what: 'Vul in wat je nodig hebt.',
    howMany: 'Typ een getal met "personen" of "stuks" erbij, bijvoorbeeld: 40 stuks.',
    wantedBy: 'Ik lees hier geen dag in. Typ bijvoorbeeld: 1 december.',
    past: 'Die dag is al voorbij. Typ een dag vanaf vandaag.',
    empty: 'Vul dit in.',
    tooLong: (length: number, most: number) =>
      `Dit zijn ${length} tekens. Hier passen er ${most}. Maak je tekst korter.`,
    supplier: 'Typ de naam van een leverancier.',
  },
  labels: {
    number: 'Nummer',
    status: 'Status',
    what: 'Nodig',
    howMany: 'Hoeveel',
    amount: 'Bedrag',
    wantedBy: 'Nodig op',
    place: 'Waar',
    team: 'Team',
    wishes: 'Wensen',
    supplier: 'Liefst van',
    requester: 'Gevraagd door',
    claimer: 'Opgepakt door',
    check: 'Check',
    suggested: 'Past misschien',
    bought: 'Gekocht',
    question: 'Vraag',
  },
  supplierOf: (name: string, proof: string) => `${name} (${proof})`,
  outsideList: (name: string) => `${name} (staat niet in de lijst)`,
  noCheck: 'niet gedaan',
  boughtOf: (supplier: string, amount: string) => `${supplier}, ${amount}`,

  forms: {
    ask: 'Je vraag aan de aanvrager',
    answer: 'Je antwoord',
    supplier: 'Welke leverancier wordt het?',
    boughtFrom: 'Bij wie is gekocht?',
    boughtFor: 'Voor welk bedrag? Zeg erbij: met of zonder btw',
    send: 'Verstuur',
    finish: 'Rond af',
    lead: (move: string, number: string) => `${move}: **${number}**`,
  },
  isLongAnswer: (number: string, most: number) =>
    `Is dit je antwoord op **${number}**? Het is te lang: hier passen ${most} tekens. Maak het hieronder korter en druk op Verstuur.`,
  isAnswer: (number: string) =>
    `Is dit je antwoord op **${number}**? Typ "ja" of druk op Verstuur. Dan gaat het naar de inkoper.`,
  needsVat: 'Zeg erbij of dit met of zonder btw is.',

  announce: {
    here: 'Nieuwe aanvragen meld ik vanaf nu hier.',
    hereFor: (category: string) => `Nieuwe aanvragen voor ${category} meld ik vanaf nu hier.`,
    already: 'Aanvragen meld ik hier al.',
    stopped: 'Aanvragen meld ik hier niet meer.',
    never: 'Aanvragen meldde ik hier niet.',
    notYou: 'Alleen een inkoper kan zeggen waar aanvragen komen. Wie inkoper is, staat in het bestand met collega’s.',
    nobody: 'Er is nog geen bestand met collega’s. Daardoor is niet bekend wie inkoper is.',
    waiting: (count: number) =>
      count === 1 ? 'Er staat nog 1 aanvraag open:' : `Er staan nog ${count} aanvragen open:`,
  },
  mine: {
    title: 'Jouw aanvragen',
    claimed: 'Door jou opgepakt',
    open: 'Open, nog niet opgepakt',
    team: 'Van je team',
    none: 'Je hebt geen aanvragen. Typ wat je nodig hebt, dan maak ik er een.',
    noneOpen: 'Er staan geen aanvragen open, en je hebt er zelf geen.',
    line: (number: string, what: string, status: string) => `${number}: ${what} (${status})`,
    checks: 'Je bewaarde checks',
    page: (page: number, of: number) => `Pagina ${page} van ${of}.`,
  },
  remind: {
    lead: (count: number) => (count === 1 ? 'Een aanvraag wacht nog:' : `Er wachten nog ${count} aanvragen:`),
    nobody: (what: string) => `- ${what}: nog door niemand opgepakt`,
    soon: (what: string, date: string) => `- ${what}: nodig op ${date}`,
    late: (what: string, date: string) => `- ${what}: was nodig op ${date}`,
    question: (what: string) => `- ${what}: de inkoper wacht op je antwoord`,
    standIn: (what: string, date: string, name: string) => `- ${what}: was nodig op ${date}, opgepakt door ${name}`,
    mute: (number: string) => `Herinner me niet meer aan ${number}`,
    muted: (number: string) => `Ik herinner je niet meer aan **${number}**.`,
  },
  history: 'Wat er gebeurde',
  buttons: {
    toBot: 'Nee, dit was een vraag aan jou',
    start: 'Plaats een aanvraag',
    post: 'Plaats de aanvraag',
    save: 'Bewaar de wijziging',
    change: 'Pas aan',
    stop: 'Stop',
    go: 'Verder',
    show: (number: string) => `Bekijk ${number}`,
    more: 'Volgende',
    mine: 'Mijn aanvragen',
  },
};
