import { z } from 'zod';
import type { Choice, Draft, Quotable, Understood, Vocabulary } from '../../src/ports.ts';

/** The form in which a model must answer, and what it then says; undefined when it is not of that form. */
export type Shape<Said> = { name: string; schema: z.ZodType; read(made: unknown): Said | undefined };

/** Longer than any model may answer. */
const LONGEST_TEXT = 8000;
const Read = z.object({ text: z.string().max(LONGEST_TEXT), cites: z.array(z.string()) });

/** A text with the passages that it rests on, and no others; `text` empty where the model does not know. */
export function draftOf(passages: readonly Quotable[]): Shape<Draft> {
  const ids = new Set(passages.map(({ id }) => id));
  return {
    name: 'draft',
    schema: z.object({ text: z.string(), cites: z.array(oneOf(passages)) }),
    read(made) {
      const draft = Read.safeParse(made).data;
      return draft?.cites.every((id) => ids.has(id)) ? draft : undefined;
    },
  };
}

/** Ids of the vocabulary. One that is not in its list is left out. */
export function understoodOf(vocabulary: Vocabulary): Shape<Understood> {
  const { intents, categories, areas, diets, themes } = vocabulary;
  const schema = z.object({
    intent: maybe(intents),
    category: maybe(categories),
    area: maybe(areas),
    diet: z.array(oneOf(diets)),
    theme: maybe(themes),
  });
  return { name: 'understood', schema, read: (made) => knownIn(made, vocabulary) };
}

function knownIn(made: unknown, vocabulary: Vocabulary): Understood | undefined {
  const said = z.record(z.string(), z.unknown()).safeParse(made).data;
  if (!said) return undefined;
  const known = (id: unknown, choices: readonly Choice[]) => choices.find((choice) => choice.id === id)?.id;
  const one = { intent: 'intents', category: 'categories', area: 'areas', theme: 'themes' } as const;
  const diet = [said.diet].flat().flatMap((id) => known(id, vocabulary.diets) ?? []);
  return {
    ...Object.fromEntries(
      Object.entries(one).flatMap(([slot, list]) => {
        const id = known(said[slot], vocabulary[list]);
        return id === undefined ? [] : [[slot, id]];
      }),
    ),
    ...(diet.length > 0 ? { diet: [...new Set(diet)] } : {}),
  };
}

/** A closed list; where it is empty, nothing is in it. */
function oneOf(choices: readonly { id: string }[]): z.ZodType {
  const ids = [...new Set(choices.map(({ id }) => id))];
  return ids.length > 0 ? z.enum(ids) : z.null();
}

function maybe(choices: readonly Choice[]): z.ZodType {
  return choices.length > 0 ? oneOf(choices).nullable() : z.null();
}
