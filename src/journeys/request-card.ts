import { todayInAmsterdam } from '../clock.ts';
import type { Button, Fact, Part, Reply } from '../reply.ts';
import type { Move } from '../requests/moves.ts';
import type { Event, NeedSoFar, PurchaseRequest, Status } from '../requests/request.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Context } from './journey.ts';
import { amountText, howManyText } from './request-form.ts';
import { dietLabels, proofOf } from './show.ts';

/** What is needed, as label and value; what was not said is not there. */
export function needFacts(need: NeedSoFar, context: Context): Fact[] {
  const { texts } = context;
  const { labels } = texts.requests;
  const all: [string, string | undefined][] = [
    [labels.howMany, howManyText(need, context)],
    [labels.wantedBy, need.wantedBy && texts.sayDay(need.wantedBy)],
    [labels.amount, amountText(need, context)],
    [labels.place, need.place],
    [labels.team, need.team],
    [labels.wishes, wishesText(need, context)],
    [labels.supplier, need.supplier && supplierText(need.supplier, context)],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value: plain(value) }] : []));
}

function wishesText({ diet, wishes, theme }: NeedSoFar, context: Context): string {
  const { library, language } = context;
  const named = library.knowledge.words.themes.find(({ id }) => id === theme)?.label[language];
  const diets = dietLabels(diet ? { diet } : {}, context);
  const own = wishes && !diets.some((one) => one.toLowerCase() === wishes.toLowerCase()) ? wishes : undefined;
  return [...(own ? [] : diets), own, named].filter(Boolean).join(', ');
}

/** A supplier with what is known of its being social; never more than the knowledge base has. */
export function supplierText(id: string, context: Context): string {
  const { library, texts } = context;
  const supplier = library.knowledge.suppliers.get(id);
  return supplier
    ? texts.requests.supplierOf(supplier.name, proofOf(supplier, context))
    : texts.requests.outsideList(id);
}

export function supplierName(id: string, { library }: Context): string {
  return library.knowledge.suppliers.get(id)?.name ?? id;
}

export function checkText(request: Pick<PurchaseRequest, 'check'>, { texts, library, language }: Context): string {
  const { check } = request;
  if (!check) return texts.requests.noCheck;
  const name = library.knowledge.check.outcomes[check.outcome]?.name[language] ?? check.outcome;
  return [name, check.number, texts.sayDate(check.on)].filter(Boolean).join(', ');
}

/** What buyers can press; whether they may is looked up when they do. */
const ON_CARD: Record<Status, readonly Move[]> = {
  open: ['claim'],
  claimed: ['finish', 'ask', 'release', 'takeOver', 'supplier'],
  done: ['reopen'],
  withdrawn: [],
};

/** The one card of a request, in the language of the place where it stands. A later one takes its place. */
export function cardOf(
  request: PurchaseRequest,
  language: 'nl' | 'en',
  context: Context,
  standsOut: (own: Context) => readonly string[],
): Reply {
  const own: Context = { ...context, language, texts: allTexts[language] };
  const signals = standsOut(own);
  const { texts } = own;
  const buttons = ON_CARD[request.status].map((move) => moveButton(request, move, own));
  return {
    language,
    card: request.id,
    parts: [
      ...requestParts(request, own, 'names'),
      ...(signals.length > 0
        ? [
            {
              kind: 'text' as const,
              text: [texts.requests.signals.lead, ...signals.map((one) => `- ${one}`)].join('\n'),
            },
          ]
        : []),
      { kind: 'buttons', buttons: [...buttons, showButton(request.id, texts.requests.buttons.show(request.id))] },
    ],
  };
}

/** A request as anybody sees it: what is needed, how it stands, and who has it. Suppliers that may fit by name, or with their proof. */
export function requestParts(
  request: PurchaseRequest,
  context: Context,
  suggested: 'names' | 'proof' = 'proof',
): Part[] {
  const { texts } = context;
  const { labels } = texts.requests;
  const named = (name: string) => plain(name) || texts.requests.someone;
  const facts: Fact[] = [
    { label: labels.status, value: texts.requests.statuses[request.status] },
    ...(request.claimer ? [{ label: labels.claimer, value: named(request.claimer.name) }] : []),
    ...(request.bought
      ? [
          {
            label: labels.bought,
            value: plain(
              texts.requests.boughtOf(
                supplierName(request.bought.supplier, context),
                amountText(request.bought, context),
              ),
            ),
          },
        ]
      : []),
    ...needFacts(request.need, context),
    { label: labels.requester, value: named(request.requester.name) },
    { label: labels.check, value: checkText(request, context) },
    ...(request.question ? [{ label: labels.question, value: plain(request.question) }] : []),
  ];
  return [
    { kind: 'facts', title: `${request.id}: ${plain(request.need.what)}`, facts },
    ...suggestedParts(request, suggested, context),
  ];
}

/** One supplier a line: on a phone they would be one long line. */
function suggestedParts({ suggested, status }: PurchaseRequest, how: 'names' | 'proof', context: Context): Part[] {
  if (suggested.length === 0 || (status !== 'open' && status !== 'claimed')) return [];
  const lines = suggested.map((id) => {
    const supplier = how === 'proof' && context.library.knowledge.suppliers.get(id);
    const name = plain(supplierName(id, context));
    return supplier ? `- **${name}**: ${proofOf(supplier, context)}` : `- ${name}`;
  });
  return [{ kind: 'text', text: [`**${context.texts.requests.labels.suggested}**`, ...lines].join('\n') }];
}

/** What happened, on which day, by whom, and what they wrote. */
export function eventLine({ on, by, what, text }: Event, { texts }: Context): { day: string; happened: string } {
  const event = texts.requests.happened[what](plain(by.name) || texts.requests.someone);
  return { day: texts.sayDate(todayInAmsterdam(new Date(on))), happened: `${event}${text ? `: ${plain(text)}` : ''}` };
}

/** All that happened, the first thing first. */
export function historyPart({ history }: PurchaseRequest, context: Context): Part {
  const lines = history.map((one) => eventLine(one, context)).map(({ day, happened }) => `- ${day}: ${happened}`);
  return { kind: 'text', text: [`**${context.texts.requests.history}**`, ...lines].join('\n') };
}

export function moveButton(
  request: Pick<PurchaseRequest, 'id'>,
  move: Move,
  { texts }: Pick<Context, 'texts'>,
): Button {
  const style = move === 'claim' || move === 'finish' ? 'primary' : move === 'withdraw' ? 'danger' : undefined;
  return {
    label: texts.requests.moveButtons[move],
    action: { do: 'move', request: request.id, move },
    ...(style ? { style } : {}),
  };
}

export function showButton(id: string, label: string): Button {
  return { label, action: { do: 'show-request', request: id } };
}

/** What somebody typed, with nothing in it that is read as our own marks; of one link around another a link would be left. */
export function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replaceAll('**', '')
    .replaceAll('](', '] (')
    .replace(/\s+/g, ' ')
    .trim();
}
