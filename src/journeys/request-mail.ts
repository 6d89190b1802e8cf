import type { Records } from '../ports.ts';
import type { Part } from '../reply.ts';
import { canMove, type Mover } from '../requests/moves.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import { read } from '../understand/read.ts';
import type { Context } from './journey.ts';
import { needFacts, plain, showButton, supplierName } from './request-card.ts';
import { answered, maySee, moverOf, refusedText, unknownRequest, type Written } from './request-said.ts';
import { withoutPeople } from './step.ts';

/** Who may draft the e-mail: a buyer, who picked the request up, and who stands in for them. */
export function mayMail(request: PurchaseRequest, mover: Mover): boolean {
  return request.status === 'claimed' && (mover.buyer || canMove(request, 'finish', mover) === undefined);
}

/** An e-mail that asks the supplier for a quote, to copy. It is never sent from here. */
export async function mail(id: string, turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress } = context;
  const said = texts.requests.papers.mail;
  const request = await records.requests.get(id);
  if (!request || !maySee(request, turn, context)) return { said: unknownRequest(id, context) };
  const next = [showButton(id, texts.requests.buttons.show(id))];
  if (request.status !== 'claimed') return { said: { ...answered(said.notNow, progress.request, context), next } };
  if (!mayMail(request, moverOf(turn, context)))
    return { said: { ...answered(refusedText(request, 'not-you', context), progress.request, context), next } };

  const { supplier } = request.need;
  const email = context.library.knowledge.suppliers.get(supplier ?? '')?.contact.email;
  const address = email ? said.to(email) : supplier ? said.noAddress : '';
  const parts: Part[] = [
    { kind: 'text', text: [said.lead, address].filter(Boolean).join('\n') },
    { kind: 'text', text: mailText(request, 'nl', context) },
    ...(context.language === 'nl' ? [] : inOwnLanguage(request, context)),
  ];
  return { said: { ...answered('', progress.request, context), parts, next } };
}

/** The same e-mail for who reads no Dutch, and for a supplier that does not. */
function inOwnLanguage(request: PurchaseRequest, context: Context): Part[] {
  return [
    { kind: 'text', text: context.texts.requests.papers.mail.same },
    { kind: 'text', text: mailText(request, context.language, context) },
  ];
}

/** What the supplier must know and answer: nobody's name, and no amount that somebody had in mind. */
function mailText({ id, need }: PurchaseRequest, language: 'nl' | 'en', context: Context): string {
  const theirs: Context = { ...context, language, texts: allTexts[language] };
  const { mail: words } = theirs.texts;
  const { supplier, amount: _thought, vat: _its, team: _own, ...asked } = need;
  const { labels } = theirs.texts.requests;
  const thing = context.library.lexicon.things.get(need.thing ?? '')?.label[language].toLowerCase();
  const what = forOutside(need.what, context) || thing || words.fillIn;
  const known = new Map(needFacts(asked, theirs).map(({ label, value }) => [label, value]));
  const told = (['howMany', 'wantedBy', 'place', 'wishes'] as const).flatMap((key) => {
    const said = known.get(labels[key]) ?? '';
    const value = key === 'place' || key === 'wishes' ? forOutside(said, context) : said;
    return value ? [words.line(words.labels[key], value)] : [];
  });
  const day = need.wantedBy && theirs.texts.sayDay(need.wantedBy);
  const questions = [
    words.price,
    words.costs,
    day ? words.deliverOn(day) : words.deliver,
    ...(known.has(labels.wishes) ? [words.wishes] : []),
    words.proof,
    words.valid,
  ];
  return [
    words.subject(thing ?? what),
    supplier ? words.dear(plain(supplierName(supplier, context))) : words.dearAll,
    [words.lead, ...[words.line(words.labels.what, what), ...told].map((line) => `- ${line}`)].join('\n'),
    [words.ask, ...questions.map((line) => `- ${line}`)].join('\n'),
    [words.number(id), words.noOrder].join('\n'),
    [words.greeting, words.name, words.city].join('\n'),
  ].join('\n\n');
}

/** What was typed, without the pieces that hold an amount, a colleague, or how somebody can be reached. */
function forOutside(text: string, { library, today, people }: Context): string {
  const names = people.all.map(({ name }) => name.toLowerCase());
  return plain(text)
    .split(/[,;\n]|(?<=[.!?])\s/)
    .map((piece) => piece.trim())
    .filter((piece) => {
      const { slots } = read(piece, library.lexicon, { today, language: 'nl' });
      const priced = slots.amount !== undefined || slots.perPerson !== undefined || slots.vat !== undefined;
      const named = names.some((name) =>
        ` ${piece.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ')} `.includes(` ${name} `),
      );
      return piece !== '' && !priced && !named && withoutPeople(piece) === piece;
    })
    .join(', ');
}
