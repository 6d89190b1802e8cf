/** What the bot says about itself. */
export const aboutNl = {
  title: 'Over mij',
  purpose:
    'Ik ben de assistent van Inkopen met impact. Ik ben een computerprogramma. Ik zoek leveranciers, leg regels uit en loop met je na of je rechtstreeks mag kopen. Ik beslis niet of een aankoop mag.',
  model: 'AI',
  modelOff: 'staat uit. Alle woorden komen van de redactie en uit vaste regels.',
  modelOn: (name: string) =>
    `staat aan (${name}). Soms maakt AI de zinnen van een uitleg. Dat staat er dan bij. Soms leest AI een vraag die ik niet begreep. AI krijgt je vraag zonder namen en nummers. AI kiest geen leverancier en beslist niets.`,
  unnamed: 'naam niet ingevuld',
  sources: 'Wat ik weet',
  sourcesOf: (articles: number, suppliers: number, sources: number) =>
    `${articles} antwoorden en ${suppliers} leveranciers, uit ${sources} bronnen. Bij elk antwoord staat de bron met de datum.`,
  kept: 'Wat ik bewaar',
  keptFor: (talk: number, notes: number, checks: number) =>
    `Een gesprek ${talk} dagen. Een vraag zonder antwoord ${notes} dagen, zonder je naam. Een check die je bewaart ${checks} jaar. Typ "mijn gegevens" om te zien wat er van jou is.`,
  quality: 'Hoe goed ik antwoord',
  measured: (right: number, questions: number, date: string) =>
    `Op ${date} was ${right} van de ${questions} proefvragen goed beantwoord.`,
  notMeasured: 'niet gemeten',
  responsible: 'Wie ervoor zorgt',
  whoKnows: (name: string, ways: string) => `${name}. Bereikbaar via: ${ways}.`,
  whoUnknown: (name: string) => `${name}. Een mailadres, telefoonnummer of kanaal is nog niet ingevuld.`,
  nobody: 'nog niet ingevuld',
  mine: 'Wat er van mij bewaard is',
};
