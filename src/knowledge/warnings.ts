import type { Knowledge } from './load.ts';

export type Warning = {
  kind: 'past-review' | 'no-contact' | 'no-contracts';
  /** The supplier, article or contact it is about. */
  about: string;
  /** The latest dated proof, or the day it was recorded: the oldest wants looking at first. */
  since: string;
  text: string;
};

/** What is no error and still wants an editor: content past its review day, and lists that the city has not filled in. */
export function warningsOf({ suppliers, articles, contacts, contracts }: Knowledge, today: string): Warning[] {
  const past = <Item extends { id: string; reviewBy: string }>(
    items: Iterable<Item>,
    since: (item: Item) => string,
  ): Warning[] =>
    [...items]
      .filter(({ reviewBy }) => reviewBy < today)
      .map((item) => ({
        kind: 'past-review' as const,
        about: item.id,
        since: since(item),
        text: `to be reviewed by ${item.reviewBy}`,
      }));
  const unreachable = [...contacts.values()].filter(({ email, phone, channel }) => !email && !phone && !channel);
  return [
    ...past(suppliers.values(), ({ evidence }) => evidence.latest ?? '').toSorted((a, b) =>
      a.since.localeCompare(b.since),
    ),
    ...past(articles.values(), ({ recordedOn, checkedOn }) => checkedOn ?? recordedOn).toSorted((a, b) =>
      a.since.localeCompare(b.since),
    ),
    ...unreachable.map(({ id }) => ({
      kind: 'no-contact' as const,
      about: id,
      since: '',
      text: 'contacten.yaml: no e-mail, phone or channel yet',
    })),
    ...(contracts.length === 0
      ? [
          {
            kind: 'no-contracts' as const,
            about: 'contracten.yaml',
            since: '',
            text: 'contracten.yaml: no running contracts yet',
          },
        ]
      : []),
  ];
}
