import type { Records } from '../ports.ts';
import type { Button, Part } from '../reply.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import { isOneTeam } from '../requests/team.ts';
import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';
import { monthlyButton } from './monthly.ts';
import { plain, showButton } from './request-card.ts';
import { answered, moverOf, type Written } from './request-said.ts';

const A_PAGE = 8;
const LONGEST_LINE = 60;

const GROUPS = ['title', 'claimed', 'open', 'team'] as const;
type Group = (typeof GROUPS)[number];

/** What somebody asked for, has picked up, may pick up, or their team asked for: what is not over first, the newest first. */
export async function mine(page: number, turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress, people } = context;
  const { mine: words, buttons } = texts.requests;
  const { id, buyer, standsInFor } = moverOf(turn, context);
  const team = people.find(turn.from)?.team;
  const all = await records.requests.list({});
  const groupOf = ({ requester, claimer, need, status }: PurchaseRequest): Group | undefined => {
    if (requester.id === id) return 'title';
    if (claimer && (claimer.id === id || standsInFor.includes(claimer.id))) return 'claimed';
    if (buyer && status === 'open') return 'open';
    return isOneTeam(team, need.team) ? 'team' : undefined;
  };
  const grouped = GROUPS.flatMap((group) =>
    ordered(all.filter((one) => groupOf(one) === group)).map((request) => ({ group, request })),
  );
  const shown = grouped.toSorted((a, b) => rank[a.request.status] - rank[b.request.status]);
  const checks = page === 1 ? await checksOf(id, records, context) : [];
  if (shown.length === 0)
    return {
      said: {
        ...answered('', progress.request, context),
        parts: [{ kind: 'text', text: buyer ? words.noneOpen : words.none }, ...checks],
        next: [{ label: buttons.start, action: { do: 'start', journey: 'requests' } }],
      },
    };
  const pages = Math.ceil(shown.length / A_PAGE);
  const at = Math.min(page, pages);
  const here = shown.slice((at - 1) * A_PAGE, at * A_PAGE);
  const parts = GROUPS.flatMap((group): Part[] => {
    const lines = here.filter((one) => one.group === group).map(({ request }) => `- ${lineOf(request, context)}`);
    return lines.length === 0 ? [] : [{ kind: 'text', text: [`**${words[group]}**`, ...lines].join('\n') }];
  });
  const next: Button[] = here.map(({ request }) => showButton(request.id, buttons.show(request.id)));
  if (at < pages) next.push({ label: buttons.more, action: { do: 'my-requests', page: at + 1 } });
  if (at === 1 && !(await records.subscribers.get(id))) next.push(monthlyButton(context));
  const footer: Part[] = pages > 1 ? [{ kind: 'text', text: words.page(at, pages) }] : [];
  return { said: { ...answered('', progress.request, context), parts: [...parts, ...checks, ...footer], next } };
}

export function lineOf({ id, need, status }: PurchaseRequest, { texts }: Context): string {
  const { mine: words, statuses } = texts.requests;
  return words.line(id, plain(need.what).slice(0, LONGEST_LINE), statuses[status]);
}

const rank = { open: 0, claimed: 0, done: 1, withdrawn: 1 } as const;

/** What still asks for something first; within that the newest. */
function ordered(requests: readonly PurchaseRequest[]): PurchaseRequest[] {
  return requests.toSorted((a, b) => rank[a.status] - rank[b.status] || (a.id < b.id ? 1 : -1));
}

/** The cards of the checks that somebody kept, the newest first: typing a number shows one. */
async function checksOf(person: string, { receipts }: Records, { texts }: Context): Promise<Part[]> {
  const kept = (await receipts.list({ owner: person })).toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, A_PAGE);
  if (kept.length === 0) return [];
  const lines = kept.map(({ id, receipt }) => `- ${id} (${texts.sayDate(receipt.day)})`);
  return [{ kind: 'text', text: [`**${texts.requests.mine.checks}**`, ...lines].join('\n') }];
}
