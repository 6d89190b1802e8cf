import { z } from 'zod';
import { teamKey } from './team.ts';

/** Where somebody can be spoken to: an address as the channels know it. */
const Place = z.strictObject({
  channel: z.enum(['slack', 'teams', 'web', 'cli']),
  id: z.string().min(1),
  spot: z.string().optional(),
});

/** Somebody in a request, and where they hear of it: the place where they last did something about it. */
export const Party = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Absent: they were forgotten, and hear nothing any more. */
  at: Place.optional(),
  /** Where else they hear, when nobody takes a message there: where they said it in company. */
  orElse: Place.optional(),
  language: z.enum(['nl', 'en']),
});
export type Party = z.infer<typeof Party>;

/** What is needed. Only `what` is always there; the rest is what was said. */
export const Need = z.strictObject({
  /** In the requester's own words. */
  what: z.string().min(1).max(1000),
  /** A category of the knowledge base, or a thing in it. */
  thing: z.string().optional(),
  people: z.int().positive().optional(),
  pieces: z.int().positive().optional(),
  /** Euros for all of it. */
  amount: z.number().positive().optional(),
  vat: z.enum(['included', 'excluded']).optional(),
  /** The day by which it must be there, as an ISO date. */
  wantedBy: z.iso.date().optional(),
  /** Where it is for, in the requester's own words. */
  place: z.string().max(200).optional(),
  team: z.string().max(100).optional(),
  diet: z.array(z.string()).optional(),
  theme: z.string().optional(),
  wishes: z.string().max(500).optional(),
  /** A supplier of the knowledge base by its id, or another by name. */
  supplier: z.string().max(100).optional(),
});
export type Need = z.infer<typeof Need>;
/** What was said of it so far. */
export type NeedSoFar = { [Key in keyof Need]?: Need[Key] | undefined };

/** The check a request came from: its outcome on that day, and the number of its card when it was kept. */
export const CheckDone = z.strictObject({ outcome: z.string(), on: z.iso.date(), number: z.string().optional() });
export type CheckDone = z.infer<typeof CheckDone>;

export const statuses = ['open', 'claimed', 'done', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** What happened to a request, by whom, and what they wrote. */
const Event = z.strictObject({
  /** The moment, as ISO. */
  on: z.iso.datetime(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  as: z.enum(['requester', 'buyer', 'stand-in']),
  what: z.enum([
    'posted',
    'edit',
    'claim',
    'release',
    'takeOver',
    'ask',
    'answer',
    'supplier',
    'finish',
    'reopen',
    'withdraw',
  ]),
  text: z.string().max(1000).optional(),
});
export type Event = z.infer<typeof Event>;

/** What was bought at last: of whom, and for how many euros. */
export const Bought = z.strictObject({
  supplier: z.string().max(100),
  amount: z.number().nonnegative(),
  vat: z.enum(['included', 'excluded']),
});
export type Bought = z.infer<typeof Bought>;

/** A purchase that a colleague asks the buyers to make. */
export const PurchaseRequest = z.strictObject({
  /** `IMP-2026-0042` */
  id: z.string(),
  status: z.enum(statuses),
  /** The day it was posted, as an ISO date. */
  on: z.iso.date(),
  need: Need,
  requester: Party,
  claimer: Party.optional(),
  check: CheckDone.optional(),
  /** Suppliers that were shown with it. */
  suggested: z.array(z.string()),
  bought: Bought.optional(),
  /** A question of the claimer that waits for the requester's answer. */
  question: z.string().max(1000).optional(),
  history: z.array(Event),
  /** Who wants no more reminders of it. */
  muted: z.array(z.string()).default([]),
  /** Places where its card was shown. */
  cards: z.array(Place),
  /** What it is looked up by, as `withKeys` makes it: whose it is, the key of their team, and of what is needed. */
  owner: z.string().optional(),
  ofTeam: z.string().optional(),
  sought: z.string().optional(),
});
export type PurchaseRequest = z.infer<typeof PurchaseRequest>;

/** The same request with what it is looked up by. */
export function withKeys({ ofTeam: _before, ...request }: PurchaseRequest): PurchaseRequest {
  const { need, requester } = request;
  const team = need.team === undefined ? {} : { ofTeam: teamKey(need.team) };
  return { ...request, owner: requester.id, sought: soughtIn(need), ...team };
}

/** The longest text that a store finds things by. */
const LONGEST_KEY = 90;

/** The same for all that ask the same; now and then for a little more. */
export function soughtIn({ thing, what = '' }: NeedSoFar): string {
  return `${thing === undefined ? 'words' : 'thing'} ${thing ?? wordsOf(what)}`.slice(0, LONGEST_KEY);
}

/** What somebody wrote, whatever capitals and spaces they used. */
export function wordsOf(what: string): string {
  return what.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether somebody asked for it, had it, or did anything about it. */
export function isIn({ requester, claimer, history, muted }: PurchaseRequest, person: string): boolean {
  return [requester.id, claimer?.id, ...muted, ...history.map(({ by }) => by.id)].includes(person);
}

/** The same request, in which a person is a pseudonym without a name who hears nothing any more. */
export function withoutPerson(request: PurchaseRequest, person: string, pseudonym: string): PurchaseRequest {
  const hidden = <One extends { id: string; name: string }>(one: One): One =>
    one.id === person ? { ...one, id: pseudonym, name: '' } : one;
  const silent = (party: Party): Party => {
    if (party.id !== person) return party;
    const { at: _at, orElse: _orElse, ...rest } = hidden(party);
    return rest;
  };
  const { claimer } = request;
  return withKeys({
    ...request,
    requester: silent(request.requester),
    ...(claimer ? { claimer: silent(claimer) } : {}),
    history: request.history.map((event) => ({ ...event, by: hidden(event.by) })),
    muted: request.muted.filter((one) => one !== person),
  });
}
