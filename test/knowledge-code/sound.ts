const supplier = (id: string, category: string, thing: string) => `id: ${id}
name: ${id}
alsoKnownAs: []
status: active
note: null
categories: [${category}]
offers:
  - text: { nl: iets, en: something }
    things: [${thing}]
impact: null
themes: []
place:
  text: null
  region: utrecht-stad
  areas: [utrecht]
contact:
  website: null
  phone: null
  email: null
labels: []
evidence:
  kind: register
  said: in een register
  latest: '2026-05'
sources:
  - url: https://example.org/
    dated: '2026-05'
    supports: aanbod
recordedOn: '2026-11-21'
checkedOn: null
reviewBy: '2027-05-21'
`;

const article = (id: string, source: string, mark: string, related: string, nl: string, en: string) => `---
id: ${id}
question: { nl: "Wat is een ${id}?", en: "What is a ${id}?" }
also: { nl: [${id}], en: [${id}] }
topic: regels
recordedOn: 2026-11-21
checkedOn: null
reviewBy: 2027-05-21
contact: inkoop
sources: [{ source: ${source}, at: hele tekst, mark: ${mark} }]
related: [${related}]
---
${nl}

# English

${en}
`;

const both = (text: string) => `{ nl: ${text}, en: ${text} }`;
const question = (id: string, more: string) => `  - { id: ${id}, label: ${both(id)}, ask: ${both(id)}${more} }`;
const option = (id: string) => `{ id: ${id}, label: ${both(id)}, nl: [], en: [] }`;
const outcome = (id: string) =>
  `  ${id}: { name: ${both(id)}, answer: ${both(id)}, now: { nl: [iets], en: [something] }, impact: ${both('iets')}, contact: inkoop, article: drempel }`;
const signal = (id: string) => `  ${id}: { nl: iets, en: something, article: drempel }`;

const check = `id: mag-het
version: 2026-11
recordedOn: 2026-11-21
checkedOn: null
reviewBy: 2027-05-21
title: ${both('check')}
total: { rates: [btw], unknownVat: btw, unknownRate: [btw], safeRate: btw }
repeat: { times: 12, passes: drempel }
questions:
${question('kind', `, options: [${option('goods')}, ${option('hiring')}]`)}
${['contract', 'vat', 'sensitive', 'evidence', 'conflictOfInterest'].map((id) => question(id, `, options: [${option("'yes'")}, ${option("'no'")}]`)).join('\n')}
${['amount', 'occurrences', 'related', 'supplier'].map((id) => question(id, `, field: ${both(id)}`)).join('\n')}
${question('vatRate', ', rates: true')}
rules:
  - outcome: hiring-route
    when: { fact: kind, is: hiring }
    because: ${both('inhuur')}
    sources: [{ source: beleid, at: inhuur, mark: SEED }]
  - outcome: advice
    when: { fact: total, above: drempel }
    because: ${both('te veel')}
    sources: [{ source: aanname, at: advies, mark: ASSUMPTION }]
otherwise:
  outcome: direct
  because: ${both('het mag')}
  sources: [{ source: beleid, at: drempel, mark: SEED }]
  conditions: []
outcomes:
${['hiring-route', 'advice', 'direct', 'incomplete'].map(outcome).join('\n')}
routes: {}
warnings:
${['rules-expired', 'vat-assumed-excluded', 'vat-rate-assumed', 'evidence-ignored'].map((id) => `  ${id}: ${both('iets')}`).join('\n')}
signals:
${['close-to-line', 'delivery', 'options', 'other-offer', 'outside-supplier', 'bought-before', 'splitting', 'for-official'].map(signal).join('\n')}
selfTest:
  intro: ${both('iets')}
  sources: [{ source: beleid, at: test, mark: SEED }]
  statements: [{ id: doel, nl: doel, en: purpose }]
`;

const ways = ['direct', 'early-talk', 'award', 'lot', 'reserved', 'subcontract', 'social-return'];
const columns = ['description', 'value', 'start', 'owner', 'department', 'kind', 'area', 'duration'];
const cites = 'sources: [{ source: beleid, at: iets, mark: SEED }]';

const approach = `ways:
${ways.map((id) => `  - { id: ${id}, label: ${both(id)}, text: ${both(id)}, outcomes: [direct], ${cites} }`).join('\n')}
levels:
${[1, 2, 3].map((value) => `  - { value: ${value}, label: ${both(`niveau ${value}`)}, text: ${both('iets')}, ${cites} }`).join('\n')}
unless: { text: ${both('tenzij')}, ${cites} }
firstStep: { text: ${both('vraag het')}, contact: inkoop, ${cites} }
yearly: { text: ${both('de looptijd telt')}, ${cites} }
kinds: []
without: [{ id: bank, label: ${both('bank')}, why: ${both('geld')}, nl: [bank], en: [bank], ${cites} }]
vague: { nl: [diversen], en: [various] }
columns:
${columns.map((id) => `  - { id: ${id}, nl: [${id}], en: [${id}] }`).join('\n')}
`;

const subject = `id: wegen
listed: true
label: ${both('wegen')}
purchases: [works]
covers: []
words: { nl: [asfalt*], en: [asphalt*] }
near: { nl: [], en: [] }
themes: [klimaat]
level: { value: 3, why: ${both('veel')} }
chance: { value: high, why: ${both('veel')} }
pieces: []
parts: [{ id: eten, role: part, things: [lunch], text: ${both('lunch')} }]
ways: [early-talk]
questions: [${both('Hoe?')}]
examples: []
${cites}
recordedOn: 2026-11-21
checkedOn: null
reviewBy: 2027-05-21
`;

/** The smallest knowledge folder in which every kind of file has something in it, and no mistake. */
export const sound = {
  'artikelen/drempel.md': article(
    'drempel',
    'beleid',
    'SEED',
    'term',
    'Tot {bedrag drempel} mag je zelf kopen.',
    'Up to {bedrag drempel} you may buy yourself.',
  ),
  'artikelen/term.md': article('term', 'aanname', 'ASSUMPTION', '', 'Een term is een woord.', 'A term is a word.'),
  'leveranciers/kok.yaml': supplier('kok', 'catering', 'lunch'),
  'leveranciers/schoon.yaml': supplier('schoon', 'schoonmaak', 'ramen'),
  'checks/mag-het.yaml': check,
  'aanpak.yaml': approach,
  'onderwerpen/wegen.yaml': subject,
  'bronnen.yaml': `- { id: beleid, title: Beleid, publisher: De stad, url: https://example.org/beleid, dated: '2024-01-01', mark: SEED, recordedOn: 2026-11-21 }
- id: aanname
  title: Aanname
  publisher: De redactie
  url: null
  dated: null
  mark: ASSUMPTION
  recordedOn: 2026-11-21
- { id: los, title: Los, publisher: De stad, url: https://example.org/los, dated: null, mark: SEED, recordedOn: 2026-11-21 }
`,
  'drempels.yaml': `- id: drempel
  label: { nl: drempel, en: threshold }
  unit: euro
  periods:
    - from: 2024-01-01
      to: 2025-12-31
      value: 9000
      sources: [{ source: beleid, at: tabel, mark: SEED }]
    - from: 2026-01-01
      to: null
      value: 10000
      sources: [{ source: beleid, at: tabel, mark: SEED }]
- id: btw
  label: { nl: btw, en: vat }
  unit: percent
  periods:
    - from: 2019-01-01
      to: null
      value: 21
      sources: [{ source: beleid, at: btw, mark: SEED }]
`,
  'contacten.yaml': `- id: inkoop
  name: { nl: Inkoop, en: Procurement }
  about: { nl: alles, en: everything }
  email: null
  phone: null
  channel: null
  address: null
  sources: []
`,
  'contracten.yaml': '[]\n',
  'begrippen.yaml': `categories:
  - id: catering
    kind: service
    label: { nl: catering, en: catering }
    nl: [catering]
    en: [catering]
    things:
      - { id: lunch, label: { nl: lunch, en: lunch }, usual: true, nl: [lunch], en: [lunch] }
  - id: schoonmaak
    kind: service
    label: { nl: schoonmaak, en: cleaning }
    nl: [schoonmaak]
    en: [cleaning]
    things:
      - { id: ramen, label: { nl: ramen, en: windows }, nl: [ramen], en: [windows] }
  - { id: cadeaus, kind: goods, label: { nl: cadeaus, en: gifts }, nl: [cadeau], en: [gift], things: [] }
ambiguous: []
diets: []
themes: [{ id: klimaat, label: { nl: klimaat, en: climate }, nl: [klimaat], en: [climate] }]
areas:
  - { id: utrecht, label: Utrecht, names: [Utrecht] }
  - { id: overvecht, label: Overvecht, within: utrecht, names: [Overvecht] }
people: { nl: [man], en: [people] }
fillers: { nl: [graag], en: [please] }
signals: []
fallbacks: { check: drempel, commission: drempel }
`,
};
