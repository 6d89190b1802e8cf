import { basename } from 'node:path';
import { type Approach, columnIds, type Subject, wayIds } from '../commission/subject.ts';
import type { Citation } from './schema.ts';

type Around = {
  themes: ReadonlySet<string>;
  /** Categories and things. */
  things: ReadonlySet<string>;
  contacts: ReadonlySet<string>;
  outcomes: ReadonlySet<string>;
  cited: (file: string, citations: readonly Citation[]) => void;
};
type Problem = { file: string; field: string; problem: string };

const APPROACH = 'aanpak.yaml';

/** What is wrong between the subjects and the rest: ids that stand nowhere, dead citations, words of two subjects. */
export function problemsOfSubjects(
  subjects: readonly { file: string; item: Subject }[],
  approach: Approach,
  { themes, things, contacts, outcomes, cited }: Around,
): Problem[] {
  const problems: Problem[] = [];
  const unknown = (file: string, field: string, id: string, known: ReadonlySet<string>) => {
    if (!known.has(id)) problems.push({ file, field, problem: `"${id}" is not known` });
  };
  const covered = new Map<string, string>();
  const words = new Map<string, string>();
  for (const { file, item } of subjects) {
    cited(file, [...item.sources, ...item.examples.flatMap(({ sources }) => sources)]);
    if (item.id !== basename(file, '.yaml'))
      problems.push({ file, field: 'id', problem: `"${item.id}" is not the name of the file` });
    for (const id of item.themes) unknown(file, 'themes', id, themes);
    for (const id of item.covers) unknown(file, 'covers', id, things);
    for (const id of item.parts.flatMap((part) => part.things)) unknown(file, 'parts.things', id, things);
    for (const [field, seen, own] of [
      ['covers', covered, item.covers],
      ['words', words, [...new Set([...item.words.nl, ...item.words.en])]],
    ] as const)
      for (const one of own) {
        const before = seen.get(one);
        if (before) problems.push({ file, field, problem: `"${one}" stands in ${before} too` });
        seen.set(one, file);
      }
  }
  cited(APPROACH, [
    ...[...approach.ways, ...approach.levels, ...approach.without].flatMap(({ sources }) => sources),
    ...approach.unless.sources,
    ...approach.firstStep.sources,
    ...approach.yearly.sources,
  ]);
  unknown(APPROACH, 'firstStep.contact', approach.firstStep.contact, contacts);
  for (const { id, outcomes: own } of approach.ways)
    for (const outcome of own) unknown(APPROACH, `ways.${id}.outcomes`, outcome, outcomes);
  const missing = (field: string, wanted: readonly string[], there: readonly { id: string }[]) => {
    for (const id of wanted)
      if (there.filter((one) => one.id === id).length !== 1)
        problems.push({ file: APPROACH, field, problem: `"${id}" must stand there once` });
  };
  missing('ways', wayIds, approach.ways);
  missing('columns', columnIds, approach.columns);
  return problems;
}
