import type { Page, Piece, Section } from '../paper.ts';
import type { Records } from '../ports.ts';
import type { Part } from '../reply.ts';
import { unreachable } from '../reply.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';
import { eventLine, needFacts, plain, showButton, supplierText } from './request-card.ts';
import { amountText } from './request-form.ts';
import { answered, maySee, unknownRequest, type Written } from './request-said.ts';

/** The file card of a request for who may see it: what was checked, chosen and bought, by whom and when, with the same card to keep. */
export async function proof(id: string, turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress } = context;
  const request = await records.requests.get(id);
  if (!request || !maySee(request, turn, context)) return { said: unknownRequest(id, context) };
  const page = proofPage(request, context);
  const parts: Part[] = [
    { kind: 'text', text: `**${page.title}**` },
    ...page.sections.flatMap(partsOf),
    { kind: 'file', file: context.documents.page(page) },
  ];
  const next = [showButton(id, texts.requests.buttons.show(id))];
  return { said: { ...answered('', progress.request, context), parts, next } };
}

/** The file card as a page. */
export function proofPage(request: PurchaseRequest, context: Context): Page {
  const { texts, language, today } = context;
  const { proof: said } = texts.requests.papers;
  return {
    name: `${request.id}.html`,
    language,
    title: said.title(request.id),
    sections: [
      requestSection(request, context),
      { title: said.check, pieces: [checkPiece(request, context)] },
      { title: said.choice, pieces: [choicePiece(request, context)] },
      { title: said.alternatives, pieces: [alternatives(request, context)] },
      { title: said.bought, pieces: [boughtPiece(request, context)] },
      { title: said.events, pieces: [{ kind: 'list', lines: events(request, context) }] },
      { title: '', pieces: [{ kind: 'text', text: said.note(texts.sayDate(today)) }] },
    ],
  };
}

function requestSection({ id, status, on, need }: PurchaseRequest, context: Context): Section {
  const { texts } = context;
  const { labels, statuses, papers } = texts.requests;
  const { supplier: _chosen, ...asked } = need;
  const known = facts([
    [labels.number, id],
    [labels.status, statuses[status]],
    [labels.what, need.what],
    [papers.proof.posted, texts.sayDate(on)],
    ...needFacts(asked, context).map(({ label, value }): [string, string] => [label, value]),
  ]);
  return { title: papers.proof.request, pieces: [known] };
}

function checkPiece({ check }: PurchaseRequest, { texts, library, language }: Context): Piece {
  const { proof: said } = texts.requests.papers;
  if (!check) return { kind: 'text', text: said.noCheck };
  return facts([
    [said.outcome, library.knowledge.check.outcomes[check.outcome]?.name[language] ?? check.outcome],
    [said.checkNumber, check.number ?? said.notKept],
    [said.checkedOn, texts.sayDate(check.on)],
  ]);
}

/** The supplier that was chosen: the one from whom it was bought, where that is known. */
function chosenIn({ need, bought }: PurchaseRequest): string | undefined {
  return bought?.supplier ?? need.supplier;
}

function choicePiece(request: PurchaseRequest, context: Context): Piece {
  const { proof: said } = context.texts.requests.papers;
  const chosen = chosenIn(request);
  return chosen ? facts([[said.chosen, supplierText(chosen, context)]]) : { kind: 'text', text: said.noChoice };
}

function alternatives(request: PurchaseRequest, context: Context): Piece {
  const others = request.suggested.filter((id) => id !== chosenIn(request));
  return others.length === 0
    ? { kind: 'text', text: context.texts.requests.papers.proof.noAlternatives }
    : { kind: 'list', lines: others.map((id) => plain(supplierText(id, context))) };
}

function boughtPiece({ bought }: PurchaseRequest, context: Context): Piece {
  const { proof: said } = context.texts.requests.papers;
  return bought
    ? facts([
        [said.boughtFrom, supplierText(bought.supplier, context)],
        [said.boughtFor, amountText(bought, context)],
      ])
    : { kind: 'text', text: said.notBought };
}

function events({ history }: PurchaseRequest, context: Context): string[] {
  const { proof: said } = context.texts.requests.papers;
  return history.map((event) => {
    const { day, happened } = eventLine(event, context);
    return said.event(day, happened, said.roles[event.as]);
  });
}

function facts(all: readonly [label: string, value: string][]): Piece {
  return { kind: 'facts', facts: all.map(([label, value]) => ({ label, value: plain(value) })) };
}

/** The same in a conversation; the card has no tables or pictures. */
function partsOf({ title, pieces }: Section): Part[] {
  const head = title === '' ? [] : [`**${title}**`];
  return pieces.flatMap((piece): Part[] => {
    switch (piece.kind) {
      case 'facts':
        return [{ kind: 'facts', title, facts: [...piece.facts] }];
      case 'list':
        return [{ kind: 'text', text: [...head, ...piece.lines.map((line) => `- ${line}`)].join('\n') }];
      case 'text':
        return [{ kind: 'text', text: [...head, piece.text].join('\n') }];
      case 'table':
      case 'picture':
        return [];
      default:
        return unreachable(piece);
    }
  });
}
