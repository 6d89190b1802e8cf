const places = (count: number) => (count === 1 ? '1 plek' : `${count} plekken`);

/** What is said about what is kept of a person, in Dutch. mine.en.ts has the same keys. */
export const mineNl = {
  intro: 'Dit bewaar ik van jou:',
  places: (count: number, day: string) =>
    `- **Je gesprek met mij**, op ${places(count)}. Dat is je laatste vraag en wat je erover zei. Zo kan ik verder waar we waren. Zeg je niets meer, dan is het weg na ${day}.`,
  cards: (count: number, numbers: string, day: string) =>
    `- **Bewaarde checks**: ${count} (${numbers}). Zo kun je ze weer openen. Ik bewaar ze tot en met ${day}.`,
  requests: (count: number, numbers: string, day: string) =>
    `- **Inkoopaanvragen** waar je iets aan deed: ${count} (${numbers}). Zo weet iedereen wie wat doet. Ik bewaar ze tot en met ${day}.`,
  departures: (count: number, numbers: string, day: string) =>
    `- **Redenen voor een lager niveau**: ${count} (${numbers}). Zo kan de gemeente uitleggen waarom. Ik bewaar ze tot en met ${day}.`,
  asked: (count: number, names: string, day: string) =>
    `- **Vragen aan de redactie**: ${count} (${names}). Zo hoor jij het antwoord. Daarna gaat je naam eraf, en uiterlijk na ${day}.`,
  nameless: (day: string) =>
    `- **Zonder je naam**: vragen zonder antwoord, tips, en of een antwoord hielp. De redactie leest die. Ik weet niet van wie ze zijn. Wat je vandaag stuurt, is weg na ${day}.`,
  numbers: (day: string) =>
    `- **Nummers van berichten**, zonder tekst en zonder je naam. Zo doe ik niets dubbel. Een nummer van vandaag is weg na ${day}.`,
  chat: 'Slack en Teams bewaren zelf wat je in een gesprek ziet staan. Dat kan ik niet wissen. Praat je met mij op de proefpagina? Die toont het gesprek tot de bot stopt.',
  whom: 'Heb je een vraag hierover? Stel hem aan de beheerder van deze bot. Of vraag de functionaris gegevensbescherming (FG): die let op je privacy.',
  download: 'Hier zijn je gegevens. Je kunt dit bestand openen in je browser.',

  askIntro: 'Wil je dat ik je vergeet? Dit gaat dan weg:',
  goesPlaces: (count: number) =>
    `- Je gesprek met mij, op ${places(count)}. Dat is je laatste vraag en wat je erover zei. Ook een check die niet af is, gaat weg.`,
  goesAsked: (names: string) =>
    `- Je naam bij je vragen aan de redactie: ${names}. De vraag zelf blijft staan. Jij hoort het antwoord dan niet meer.`,
  staysIntro: 'Dit blijft staan:',
  staysCards: (numbers: string, day: string) =>
    `- Je bewaarde checks: ${numbers}. Er staat dan geen naam bij, maar een willekeurige code. Jij kunt ze niet meer openen met het nummer. Waarom ze blijven? De gemeente moet stukken over een inkoop bewaren (aanname: de gemeente moet dit nog bevestigen). Ik bewaar ze tot en met ${day}.`,
  reach: (day: string) =>
    `- **Waar ik je kan bereiken**: de plek waar je het laatst met mij sprak. Zo kan ik je iets laten weten. Het is weg na ${day}.`,
  subscribers: (day: string) =>
    `- **Dat je het maandbericht wilt**, en waar. Zo komt het bij je. Ik bewaar het tot een jaar na het laatste bericht, dus tot en met ${day}.`,
  goesSubscribers: '- Dat je het maandbericht wilt. Je krijgt het dan niet meer.',
  reminders: (day: string) =>
    `- **Je seintje over de inkoopkalender**, met de afdeling en waar ik je bereik. Zo hoor je elk kwartaal van mij. Stuur je geen kalender meer, dan is het weg na ${day}.`,
  goesReminders: '- Je seintje over de inkoopkalender.',
  goesReach: '- De plek waar ik je kan bereiken.',
  experiences: (count: number, day: string) =>
    `- **Wat je van een aankoop vond**: ${count}. Dat helpt collega’s kiezen. Het is weg na ${day}.`,
  goesExperiences: (count: number) => `- Wat je van een aankoop vond: ${count}.`,
  questions: (count: number, numbers: string, day: string) =>
    `- **Vragen aan een collega**: ${count} (${numbers}), met je naam. Zo komt het antwoord aan. Ze zijn weg na ${day}.`,
  staysQuestions: (numbers: string) =>
    `- Vragen die je aan een collega gaf of beantwoordde: ${numbers}. Je naam gaat eraf en je hoort er niets meer over.`,
  staysRequests: (numbers: string, day: string) =>
    `- Inkoopaanvragen waar je iets aan deed: ${numbers}. Je naam gaat eraf en je hoort er niets meer over. De gemeente moet stukken over een inkoop bewaren (aanname: de gemeente moet dit nog bevestigen). Ik bewaar ze tot en met ${day}.`,
  staysDepartures: (numbers: string, day: string) =>
    `- Redenen voor een lager niveau: ${numbers}. Je naam gaat eraf. De gemeente moet stukken over een inkoop bewaren (aanname: de gemeente moet dit nog bevestigen). Ik bewaar ze tot en met ${day}.`,
  staysNameless:
    '- Wat er zonder je naam staat: vragen, tips en nummers van berichten. Ik weet niet welke van jou zijn.',
  first: 'Heb je die checks nog nodig? Download dan eerst je gegevens.',
  sure: 'Weet je het zeker? Typ "ja" of "nee".',
  doneIntro: 'Klaar, ik ben je vergeten. Dit is weg:',
  doneNothing: 'Ik bewaar niets van jou. Er was niets om te vergeten.',
  kept: 'Goed, ik bewaar alles zoals het was.',
  again: 'Schrijf je me weer, dan beginnen we opnieuw.',
  buttons: {
    download: 'Download mijn gegevens',
    forget: 'Vergeet mij',
    sure: 'Ja, vergeet mij',
    keep: 'Nee, bewaar alles',
  },

  page: {
    title: 'Mijn gegevens bij Inkopen met impact',
    made: (day: string) => `Gemaakt op ${day}.`,
    what: 'Wat is dit?',
    whatText:
      'Dit is alles wat de bot Inkopen met impact van jou bewaart. De bot is een computerprogramma. Het helpt collega’s om sociaal in te kopen. Eerst lees je wat elk deel is. Daaronder staan de gegevens zelf.',
    who: 'Wie kan dit zien?',
    whoText:
      'Jij, en de beheerder van de bot. De redactie leest alleen vragen en tips, zonder je naam. Deel dit bestand niet: het gaat over jou.',
    ask: 'Klopt er iets niet, of moet het weg?',
    askText:
      'Typ "vergeet mij" bij de bot. Die zegt eerst wat weg gaat en wat moet blijven. Klopt er iets niet? Vraag het aan de beheerder van de bot. Je kunt ook naar de functionaris gegevensbescherming (FG) van de gemeente. Die let op je privacy.',
    parts: 'Wat betekent elk deel?',
    kinds: {
      progress: {
        title: 'Je gesprek',
        means: (day: string) =>
          `Je laatste vraag en wat je erover zei. Zo kan de bot verder waar je was. Zeg je niets meer, dan is het weg na ${day}.`,
      },
      receipts: {
        title: 'Bewaarde checks',
        means: (day: string) =>
          `De kaarten die je bewaarde, met het nummer. Zo kun je later laten zien waarom een aankoop mocht. Een kaart van vandaag blijft tot en met ${day}. De gemeente moet stukken over een inkoop bewaren (aanname: de gemeente moet dit nog bevestigen).`,
      },
      confirmations: {
        title: 'Vragen aan de redactie',
        means: (day: string) =>
          `Een leverancier waarvan de redactie het bewijs bekijkt. Je naam staat erbij zodat jij het antwoord hoort. Daarna gaat je naam eraf, en uiterlijk na ${day}.`,
      },
      notes: {
        title: 'Vragen en tips zonder naam',
        means: (day: string) =>
          `Vragen zonder antwoord, tips, en of een antwoord hielp. Er staat geen naam bij. De bot weet dus niet welke van jou zijn. Wat je vandaag stuurt, is weg na ${day}.`,
      },
      requests: {
        title: 'Inkoopaanvragen',
        means: (day: string) =>
          `Aanvragen die je plaatste, oppakte of waar je iets aan deed. Zo weet iedereen wie wat doet. Een aanvraag van vandaag blijft tot en met ${day}. De gemeente moet stukken over een inkoop bewaren (aanname: de gemeente moet dit nog bevestigen). Vergeet ik je, dan blijft de aanvraag staan zonder je naam.`,
      },
      questions: {
        title: 'Vragen aan een collega',
        means: (day: string) =>
          `Vragen die je met je naam aan een deskundige collega gaf, of die jij beantwoordde. Zo komt het antwoord aan. Vergeet ik je, dan blijft de vraag staan zonder je naam. Een vraag van vandaag is weg na ${day}.`,
      },
      experiences: {
        title: 'Wat je van een aankoop vond',
        means: (day: string) =>
          `Of je ergens weer zou kopen, en je regel voor collega’s. Collega’s zien je naam alleen als je dat wilde. Wat je vandaag zegt, is weg na ${day}.`,
      },
      departures: {
        title: 'Redenen voor een lager niveau',
        means: (day: string) =>
          `Een project waarvoor je een lager niveau koos, met je reden. Zo kan de gemeente uitleggen waarom. Een reden van vandaag blijft tot en met ${day}. De gemeente moet stukken over een inkoop bewaren (aanname: de gemeente moet dit nog bevestigen). Vergeet ik je, dan blijft de reden staan zonder je naam.`,
      },
      desks: {
        title: 'Plekken waar aanvragen komen',
        means: (_day: string) => 'De kanalen waar collega’s aanvragen of vragen zien, en wie dat zo instelde.',
      },
      calendars: {
        title: 'De laatste inkoopkalender van een afdeling',
        means: (day: string) =>
          `Per regel: de omschrijving, het onderwerp, de kans, de waarde en het kwartaal. Zo ziet een afdeling wat er veranderde. Er staat geen naam bij. Een kalender van vandaag is weg na ${day}.`,
      },
      reminders: {
        title: 'Je seintje over de inkoopkalender',
        means: (day: string) =>
          `Dat je elk kwartaal een seintje wilt, voor welke afdeling, en waar ik je bereik. Stuur je geen kalender meer, dan is het weg na ${day}.`,
      },
      reach: {
        title: 'Waar ik je kan bereiken',
        means: (day: string) =>
          `De plek waar je het laatst met mij sprak. Zo kan ik je iets laten weten. Zeg je niets meer, dan is het weg na ${day}.`,
      },
      subscribers: {
        title: 'Het maandbericht',
        means: (day: string) =>
          `Dat je elke maand de cijfers wilt, en waar. Elk bericht telt opnieuw een jaar. Na een bericht van vandaag is het weg na ${day}.`,
      },
      cards: {
        title: 'Waar kaarten staan',
        means: (day: string) =>
          `Het nummer van een bericht in Slack of Teams, om het bij te werken. Dit gaat over niemand. Het is weg na ${day}.`,
      },
      counters: {
        title: 'Het laatste nummer',
        means: (_day: string) => 'Het laatste nummer dat een kaart kreeg. Dit gaat over niemand. Het blijft staan.',
      },
    },
    none: 'Hiervan is niets van jou bewaard.',
    until: (day: string) => `Uiterlijk bewaard tot en met ${day}.`,
    all: 'Alles wat hierbij staat',
    yes: 'ja',
    no: 'nee',
    fields: {
      person: 'Wie je bent',
      place: 'Waar je schreef',
      language: 'Taal',
      slots: 'Wat je zei',
      commission: 'Je project',
      calendar: 'Je inkoopkalender',
      departments: 'Afdelingen',
      project: 'Het project',
      amount: 'Het bedrag',
      start: 'Wanneer het begint',
      advised: 'Het advies',
      chosen: 'Wat je koos',
      reason: 'Je reden',
      things: 'Wat je zoekt',
      words: 'Woorden die de bot niet kent',
      mentions: 'Woorden uit je vraag',
      subject: 'Waar het antwoord over ging',
      shown: 'Wat je als laatste zag',
      seen: 'Wat je eerder zag',
      articles: 'Uitleg die je zag',
      open: 'Vraag die nog open staat',
      check: 'Je check',
      counting: 'Of de bot een getal verwacht',
      asked: 'Je laatste vraag',
      answers: 'Antwoorden die je kunt beoordelen',
      buttons: 'Knoppen onder het laatste antwoord',
      id: 'Nummer of naam in de bot',
      owner: 'Van wie',
      thing: 'Wat je koopt',
      on: 'Datum',
      receipt: 'De kaart',
      name: 'Leverancier',
      listed: 'Staat op de lijst',
      selfTest: 'Wat jij ervan weet',
      askers: 'Wie het vroeg',
      status: 'Stand',
      need: 'Wat nodig is',
      requester: 'Wie het vroeg',
      claimer: 'Wie het oppakte',
      suggested: 'Leveranciers die erbij stonden',
      bought: 'Wat er gekocht is',
      question: 'Vraag die open staat',
      history: 'Wat er gebeurde',
      muted: 'Wie geen herinnering wil',
      cards: 'Waar de kaart staat',
      ofTeam: 'Team',
      sought: 'Waarop het te vinden is',
      request: 'Aanvraag die je schrijft',
      answering: 'Vraag die je beantwoordt',
      moving: 'Wat je met een aanvraag doet',
      at: 'Waar',
      again: 'Of je er weer zou kopen',
      line: 'Je regel voor collega’s',
      supplier: 'Leverancier',
      takes: 'Wat daar komt',
      by: 'Wie het instelde',
      category: 'Onderwerp',
      text: 'Je vraag',
      tried: 'Wat de bot al vond',
      asker: 'Wie het vroeg',
      answer: 'Het antwoord',
      noted: 'Of de redactie het kreeg',
      found: 'Wat de redactie zag',
    },
  },
};

export type MineTexts = typeof mineNl;
