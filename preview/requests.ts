import { createDocuments } from '../adapters/documents/documents.ts';
import { createBot } from '../src/bot.ts';
import { turnsDue } from '../src/due.ts';
import type { Library } from '../src/knowledge/compile.ts';
import { openMemory } from '../src/open.ts';
import type { Colleague, People } from '../src/people.ts';
import type { Log, Message } from '../src/ports.ts';
import type { Button, Reply } from '../src/reply.ts';
import type { Address, Input } from '../src/turn.ts';

type Who = 'ann' | 'bo';
/** `seen`: the names under which what then comes is shown, by the place where it comes. */
type Step = {
  by: Who;
  does: string | { press: string } | { fill: Record<string, string> };
  seen?: Partial<Record<Who | 'desk', string>>;
};

const DAY = '2026-11-27';
const LATER = '2026-12-01';
const DESK: Address = { channel: 'cli', id: 'desk' };
const colleague = (name: string, roles: Colleague['roles'], team: string): Colleague => ({
  email: `${name.toLowerCase()}@utrecht.example`,
  name,
  roles,
  team,
});
const all = [colleague('Ann', ['team-lead'], 'Jeugd'), colleague('Bo', ['buyer'], 'Inkoop')];
const people: People = { known: true, all, find: ({ id, email }) => all.find((one) => one.email === (email ?? id)) };

const NEED = { what: '40 kerstpakketten', howMany: '40 stuks', wantedBy: '18 december', amount: '900 euro met btw' };

/** A request from its form to its end, and what is still open some days later. */
const STEPS: Step[] = [
  { by: 'bo', does: 'meld aanvragen hier', seen: { bo: 'inkoop-meldt-hier' } },
  { by: 'ann', does: 'ik wil een aanvraag plaatsen', seen: { ann: 'aanvraag-formulier' } },
  {
    by: 'ann',
    does: { fill: { ...NEED, wantedBy: 'ooit', amount: 'veel' } },
    seen: { ann: 'aanvraag-formulier-fout' },
  },
  { by: 'ann', does: { fill: NEED }, seen: { ann: 'aanvraag-voorbeeld' } },
  {
    by: 'ann',
    does: { press: 'Plaats de aanvraag' },
    seen: { ann: 'aanvraag-geplaatst', desk: 'inkoop-aanvraag-open' },
  },
  {
    by: 'bo',
    does: { press: 'Ik pak dit op' },
    seen: { ann: 'aanvraag-opgepakt-bericht', desk: 'inkoop-aanvraag-opgepakt' },
  },
  { by: 'bo', does: { press: 'Stel een vraag' }, seen: { bo: 'inkoop-vraag-formulier' } },
  {
    by: 'bo',
    does: { fill: { text: 'Moeten de pakketten halal zijn?' } },
    seen: { ann: 'aanvraag-vraag-bericht', desk: 'inkoop-aanvraag-vraag' },
  },
  { by: 'ann', does: { press: 'Beantwoord de vraag' } },
  { by: 'ann', does: { fill: { text: 'Ja, graag.' } }, seen: { bo: 'inkoop-antwoord-bericht' } },
  { by: 'ann', does: 'IMP-2026-0001', seen: { ann: 'aanvraag-nummer' } },
  { by: 'bo', does: { press: 'Rond af' }, seen: { bo: 'inkoop-afronden-formulier' } },
  {
    by: 'bo',
    does: { fill: { boughtFrom: 'Happy Flower', boughtFor: '850 euro met btw' } },
    seen: { ann: 'aanvraag-afgerond-bericht', desk: 'inkoop-aanvraag-afgerond' },
  },
  { by: 'ann', does: 'plaats een aanvraag: 10 boeketten voor 2 december, 300 euro met btw' },
  { by: 'ann', does: { press: 'Plaats de aanvraag' } },
  { by: 'ann', does: 'plaats een aanvraag: lunch voor 20 man op 3 december' },
  { by: 'ann', does: { press: 'Plaats de aanvraag' } },
  { by: 'ann', does: 'mijn aanvragen', seen: { ann: 'mijn-aanvragen' } },
];

/** Every kind of card about a request, as those see it who it is for. */
export async function requestCards(library: Library): Promise<{ name: string; reply: Reply }[]> {
  const store = await openMemory();
  const botOn = (day: string) =>
    createBot({
      store,
      documents: createDocuments(),
      people,
      log,
      library: () => library,
      today: () => day,
      now: () => new Date(`${day}T09:30:00Z`),
      send: () => undefined,
    });
  const found: { name: string; reply: Reply }[] = [];
  const seen = new Map<string, Reply[]>();
  const placeOf = (who: Who): Address => ({ channel: 'cli', id: who });
  const arrive = (messages: readonly Message[], names: Step['seen'] = {}) => {
    for (const { to, reply } of messages) seen.set(to.id, [...(seen.get(to.id) ?? []), reply]);
    for (const [place, name] of Object.entries(names)) {
      const reply = messages.findLast(({ to }) => to.id === place)?.reply;
      if (!reply) throw new Error(`nothing came for ${name}`);
      found.push({ name, reply });
    }
  };

  const bot = botOn(DAY);
  for (const [number, { by, does, seen: names }] of STEPS.entries()) {
    const before = [...(seen.get(by) ?? []), ...(by === 'bo' ? (seen.get(DESK.id) ?? []) : [])];
    const from = all.find(({ name }) => name.toLowerCase() === by);
    if (!from) throw new Error(`nobody is called ${by}`);
    const turn = {
      id: `request ${number}`,
      from: { id: from.email, name: from.name, email: from.email },
      at: placeOf(by),
      input: inputOf(does, before),
      ...(by === 'bo' ? { room: DESK } : {}),
    };
    await store.book(turn);
    arrive((await bot.handle(turn)).messages, names);
  }
  const later = botOn(LATER);
  for (const turn of turnsDue(new Date(`${LATER}T09:30:00Z`))) {
    await store.book(turn);
    const { messages } = await later.handle(turn);
    if (messages.length > 0) arrive(messages, { desk: 'inkoop-herinnering' });
  }
  await store.close();
  return found;
}

function inputOf(does: Step['does'], before: readonly Reply[]): Input {
  if (typeof does === 'string') return { kind: 'text', text: does };
  const parts = before.flatMap((reply) => reply.parts);
  const button: Button | undefined =
    'press' in does
      ? parts
          .flatMap((part) => (part.kind === 'buttons' ? part.buttons : []))
          .findLast(({ label }) => label === does.press)
      : parts.flatMap((part) => (part.kind === 'form' ? [part.submit] : [])).at(-1);
  if (!button) throw new Error(`no button for ${JSON.stringify(does)}`);
  return { kind: 'action', action: button.action, values: 'fill' in does ? does.fill : {} };
}

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};
