import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { Colleague, type People } from './people.ts';

/** Reads the file of people, or throws one ConfigError that lists every problem in it. */
export function readPeople(file: string): People {
  const problem = (text: string) => `PEOPLE_FILE: ${file}: ${text}`;
  let made: unknown;
  try {
    made = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'not valid YAML';
    throw new ConfigError([problem(`cannot be read (${code})`)]);
  }
  const list = z.array(z.unknown()).safeParse(made);
  if (!list.success) throw new ConfigError([problem('file: is not a list of colleagues')]);
  const read = list.data.map((one) => Colleague.safeParse(one));
  const all = read.flatMap(({ data }) => data ?? []);
  const byEmail = new Map(all.map((one) => [one.email, one]));
  const emails = all.map(({ email }) => email);
  const problems = [
    ...read.flatMap(({ error }, at) =>
      (error?.issues ?? []).map(({ path, message }) => problem(`${[at, ...path].join('.')}: ${message}`)),
    ),
    ...emails
      .filter((email, at) => emails.indexOf(email) !== at)
      .map((email) => problem(`${email} stands there twice`)),
    ...all.flatMap(({ email, standIn }) =>
      standIn && !byEmail.has(standIn) ? [problem(`${email}: the stand-in ${standIn} is not in the file`)] : [],
    ),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    known: true,
    all,
    find: ({ id, email }) => byEmail.get((email ?? id).toLowerCase()),
  };
}
