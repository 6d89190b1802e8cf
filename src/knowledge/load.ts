import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { Approach, Subject } from '../commission/subject.ts';
import { KnowledgeError } from '../errors.ts';
import { Check } from '../rules/check.ts';
import { Supplier } from '../suppliers/supplier.ts';
import { Words } from '../understand/words.ts';
import { problemsAmong } from './problems.ts';
import { Amount, type Article, ArticleHead, Contact, Contract, Quality, Source } from './schema.ts';

/** All content of knowledge/, read and checked. */
export type Knowledge = {
  articles: ReadonlyMap<string, Article>;
  suppliers: ReadonlyMap<string, Supplier>;
  sources: ReadonlyMap<string, Source>;
  amounts: ReadonlyMap<string, Amount>;
  contacts: ReadonlyMap<string, Contact>;
  contracts: readonly Contract[];
  words: Words;
  check: Check;
  /** What purchases are about, and what holds for all of them. */
  subjects: ReadonlyMap<string, Subject>;
  approach: Approach;
  /** Absent as long as nobody measured. */
  quality?: Quality | undefined;
};

/** Cases with the outcome they must have, for the tests. */
const EXAMPLES = '.voorbeelden.yaml';
const QUALITY = 'kwaliteit.yaml';

/** Reads the folder, or throws one KnowledgeError that lists every problem with its file and field. */
export function loadKnowledge(folder: string): Knowledge {
  const problems: string[] = [];
  const articleFiles = filesOf(folder, 'artikelen', '.md', problems);
  const articles = articleFiles.flatMap((file) => readArticle(folder, file, problems));
  const suppliers = filesOf(folder, 'leveranciers', '.yaml', problems).flatMap((file) =>
    readAs(Supplier, folder, file, problems).map((item) => ({ file, item })),
  );
  const listed = <Item extends { id: string }>(schema: z.ZodType<Item>, file: string) =>
    readAs(z.array(z.unknown()), folder, file, problems)
      .flat()
      .flatMap((entry, at) => checked(schema, () => entry, file, problems, `${nameOf(entry) ?? at}.`))
      .map((item) => ({ file, item }));
  const sources = listed(Source, 'bronnen.yaml');
  const amounts = listed(Amount, 'drempels.yaml');
  const contacts = listed(Contact, 'contacten.yaml');
  const contracts = listed(Contract, 'contracten.yaml');
  const silent = (name: string) => !problems.some((problem) => problem.startsWith(name));
  if (suppliers.length === 0 && silent('leveranciers')) problems.push('leveranciers: there is no supplier');
  if (articles.length === 0 && silent('artikelen')) problems.push('artikelen: there is no article');
  const [words] = readAs(Words, folder, 'begrippen.yaml', problems);
  const [approach] = readAs(Approach, folder, 'aanpak.yaml', problems);
  const [quality] = existsSync(join(folder, QUALITY)) ? readAs(Quality, folder, QUALITY, problems) : [];
  const subjects = filesOf(folder, 'onderwerpen', '.yaml', problems).flatMap((file) =>
    readAs(Subject, folder, file, problems).map((item) => ({ file, item })),
  );
  const checkFiles = filesOf(folder, 'checks', '.yaml', problems).filter((file) => !file.endsWith(EXAMPLES));
  const [check, ...others] = checkFiles.flatMap((file) =>
    readAs(Check, folder, file, problems).map((item) => ({ file, item })),
  );
  if (checkFiles.length === 0 && silent('checks')) problems.push('checks: there is no check');
  for (const { file } of others) problems.push(`${file}: there is more than one check`);
  if (!words || !check || !approach) throw new KnowledgeError(problems);

  problems.push(
    ...problemsAmong({
      articleNames: articleFiles.map((file) => basename(file, '.md')),
      articles,
      suppliers,
      sources,
      amounts,
      contacts,
      contracts,
      words,
      check,
      subjects,
      approach,
      allRead: ['drempels.yaml', 'contacten.yaml', 'bronnen.yaml', 'artikelen'].every(silent),
    }),
  );
  if (problems.length > 0) throw new KnowledgeError(problems);
  const byId = <Item extends { id: string }>(items: { item: Item }[]) =>
    new Map(items.map(({ item }) => [item.id, item]));
  return {
    articles: byId(articles),
    suppliers: byId(suppliers),
    sources: byId(sources),
    amounts: byId(amounts),
    contacts: byId(contacts),
    contracts: contracts.map(({ item }) => item),
    words,
    check: check.item,
    subjects: byId(subjects),
    approach,
    ...(quality ? { quality } : {}),
  };
}

function filesOf(folder: string, name: string, ending: string, problems: string[]): string[] {
  try {
    return readdirSync(join(folder, name))
      .filter((file) => file.endsWith(ending) && !file.startsWith('.'))
      .toSorted()
      .map((file) => join(name, file));
  } catch (error) {
    problems.push(`${name}: the folder cannot be read (${codeOf(error)})`);
    return [];
  }
}

function readAs<Item>(schema: z.ZodType<Item>, folder: string, file: string, problems: string[]): Item[] {
  const text = readText(folder, file, problems);
  return text === undefined ? [] : checked(schema, () => fromYaml(text), file, problems);
}

function readText(folder: string, file: string, problems: string[]): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    problems.push(`${file}: the file cannot be read (${codeOf(error)})`);
    return undefined;
  }
}

/** An article is a head in YAML between two lines of dashes, the Dutch text, and the English text under "# English". */
function readArticle(folder: string, file: string, problems: string[]): { file: string; item: Article }[] {
  const text = readText(folder, file, problems);
  if (text === undefined) return [];
  const [, head, body] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) {
    problems.push(`${file}: no head between two lines of ---`);
    return [];
  }
  const [read] = checked(ArticleHead, () => fromYaml(head), file, problems);
  const [nl, en] = body.split(/^# English\s*$/m).map((part) => part.trim());
  if (!nl) problems.push(`${file}: body: the Dutch text is missing`);
  if (!en) problems.push(`${file}: body: the English text is missing (under "# English")`);
  if (/<\/?[a-z][^>]*>/i.test(body)) problems.push(`${file}: body: HTML is not allowed`);
  if (!read || !nl || !en) return [];
  if (read.id !== basename(file, '.md')) problems.push(`${file}: id: "${read.id}" is not the name of the file`);
  return [{ file, item: { ...read, body: { nl, en } } }];
}

function checked<Item>(
  schema: z.ZodType<Item>,
  make: () => unknown,
  file: string,
  problems: string[],
  within = '',
): Item[] {
  let made: unknown;
  try {
    made = make();
  } catch (error) {
    problems.push(`${file}: not valid YAML: ${error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown'}`);
    return [];
  }
  const result = schema.safeParse(made);
  if (result.success) return [result.data];
  for (const { path, message } of result.error.issues)
    problems.push(`${file}: ${within}${path.join('.') || 'file'}: ${message}`);
  return [];
}

function nameOf(entry: unknown): string | undefined {
  return z.object({ id: z.string() }).safeParse(entry).data?.id;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Dates stay text: the schemas read them. */
function fromYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}
