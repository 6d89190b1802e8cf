/** The fixed words of the local page. */
export const pageNl = {
  title: 'Inkopen met impact',
  intro: 'Stel je vraag over inkopen bij sociale ondernemingen. Zet er geen persoonsgegevens in.',
  skip: 'Naar het invoerveld',
  noScript: 'Deze pagina werkt alleen met JavaScript aan.',
  language: 'Taal',
  dutch: 'Nederlands',
  english: 'English',
  restart: 'Opnieuw beginnen',
  conversation: 'Gesprek',
  you: 'Je',
  bot: 'Bot',
  question: 'Je vraag',
  hint: 'Enter verstuurt. Shift + Enter begint een nieuwe regel.',
  send: 'Verstuur',

  busy: 'Even zoeken…',
  slow: 'Het duurt wat langer. Ik zoek nog door…',
  empty: 'Typ eerst je vraag.',
  waiting: 'Nog niet verstuurd',
  shortened: 'Hier staat alleen het begin. Je hele tekst is meegestuurd.',
  lost: 'Geen verbinding. Wat je typte is bewaard en wordt verstuurd zodra de verbinding er weer is.',
  back: 'De verbinding is er weer.',

  answer: 'antwoord',
  sources: 'Bronnen',
  newTab: 'opent in een nieuw tabblad',
  optional: 'niet verplicht',
  choose: 'Maak een keuze',
  error: 'Let op:',
  wordedByModel: 'Geschreven met AI. Controleer belangrijke feiten in de bronnen.',

  unreadable: 'Dit kon ik niet lezen. Ververs de pagina en probeer het opnieuw.',
  tooLarge: 'Je tekst is te lang om te versturen. Maak hem korter en probeer het opnieuw.',
  failed: 'Het aannemen van je vraag lukte niet. Ik probeer het zo opnieuw.',
  noSession: 'Dit gesprek is niet meer bekend. Ververs de pagina om verder te gaan.',
  notFound: 'Deze pagina bestaat niet.',
  wrongDoor: 'Deze pagina is alleen te openen op deze computer zelf.',
};

export type PageTexts = Record<keyof typeof pageNl, string>;
