type Told = readonly [title: string, meaning: string];

/** The columns of the export, each with what it means. */
const columns = {
  id: ['Nummer', 'Het nummer van de aanvraag.'],
  status: ['Status', 'Hoe het ermee staat op de dag van de export.'],
  on: ['Geplaatst op', 'De dag waarop de aanvraag is geplaatst.'],
  what: ['Wat', 'Wat er nodig is, in de woorden van de aanvrager.'],
  category: ['Soort', 'De soort inkoop volgens de kennisbank. Leeg als die niet bekend is.'],
  people: ['Personen', 'Voor hoeveel personen het is.'],
  pieces: ['Stuks', 'Hoeveel stuks er nodig zijn.'],
  amount: ['Bedrag', 'Het bedrag in euro dat de aanvrager noemde, voor alles samen.'],
  vat: ['Btw bij bedrag', 'Of dat bedrag met of zonder btw is. Tel die twee niet bij elkaar op.'],
  wantedBy: ['Nodig op', 'De dag waarop het er moet zijn.'],
  place: ['Waar', 'Waar het voor is.'],
  team: ['Team', 'Het team dat erom vroeg.'],
  wishes: ['Wensen', 'Wat de aanvrager er verder bij zei.'],
  supplier: ['Liefst van', 'De leverancier die is gevraagd of gekozen.'],
  check: ['Check', 'De uitkomst van de check, als die is gedaan. Een check is uitleg en geen besluit.'],
  checkNumber: ['Nummer check', 'Het nummer van de kaart van de check, als die is bewaard.'],
  checkOn: ['Check op', 'De dag van de check.'],
  claimedOn: ['Opgepakt op', 'De dag waarop een inkoper de aanvraag voor het eerst oppakte.'],
  doneOn: ['Afgerond op', 'De dag waarop de aanvraag is afgerond.'],
  boughtFrom: ['Gekocht bij', 'De leverancier waar is gekocht.'],
  boughtWithout: ['Gekocht zonder btw', 'Het bedrag in euro waarvoor is gekocht, als dat zonder btw is gezegd.'],
  boughtWith: ['Gekocht met btw', 'Het bedrag in euro waarvoor is gekocht, als dat met btw is gezegd.'],
} satisfies Record<string, Told>;

/** What stands in the export and the report of purchase requests, in Dutch. */
export const reportNl = {
  requests: 'Aanvragen',
  meaning: 'Betekenis',
  column: 'Kolom',
  columns: columns as Record<keyof typeof columns, Told>,
  vat: { included: 'met btw', excluded: 'zonder btw', unknown: 'niet gezegd' },

  title: (from: string, until: string) => `Inkopen met impact: aanvragen van ${from} tot en met ${until}`,
  keyFigures: 'Cijfers',
  figure: 'Wat',
  value: 'Waarde',
  unit: 'Eenheid',
  units: { requests: 'aanvragen', suppliers: 'leveranciers', hours: 'uur' },
  figures: {
    posted: 'Geplaatst',
    done: 'Afgerond',
    withdrawn: 'Ingetrokken',
    newSuppliers: 'Nieuwe leveranciers',
    pickedUp: 'Tijd tot iemand het oppakte',
  },
  spent: 'Gekocht',
  said: 'Hoe het bedrag is gezegd',
  euros: 'Euro',
  spentWithout: 'zonder btw',
  spentWith: 'met btw',
  spentNote:
    'Een deel is gezegd met btw en een deel zonder. Die bedragen staan apart. Ze zijn niet bij elkaar opgeteld.',
  pickedUpNote: 'De helft van de aanvragen was binnen deze tijd opgepakt. Ook nachten en weekenden tellen mee.',
  pickedUpHidden:
    'Hoe snel aanvragen zijn opgepakt staat er niet bij. Het zijn de aanvragen of het werk van te weinig mensen.',
  fewHidden: 'Dit staat er niet bij: het zijn aankopen van te weinig mensen.',
  counting: [
    'Geplaatst en ingetrokken gaan over aanvragen die in deze periode zijn geplaatst.',
    'Afgerond en gekocht gaan over aanvragen die in deze periode zijn afgerond.',
    'Een leverancier is nieuw als er nog niet eerder via een aanvraag is gekocht.',
  ],
  months: 'Per maand',
  month: 'Maand',
  categories: 'Per soort inkoop',
  category: 'Soort',
  teams: 'Per team',
  team: 'Team',
  rest: 'Overig',
  groupsNote:
    'Dit rapport volgt geen medewerkers. Een groep telt minstens vijf aanvragen van minstens vijf mensen. Wat kleiner is, staat bij "Overig".',
  hidden: 'Dit staat er niet bij: de groepen zijn te klein.',
  newSuppliers: 'Nieuwe leveranciers',
  supplier: 'Leverancier',
  noNewSuppliers: 'In deze periode waren er geen nieuwe leveranciers.',
  chartAlt: (title: string, parts: string) => `Staafdiagram: ${title}. ${parts}.`,
  chartMonth: (month: string, posted: string, done: string) => `${month}: ${posted} geplaatst, ${done} afgerond`,
};

export type ReportTexts = typeof reportNl;
