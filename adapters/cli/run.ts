import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../../src/config.ts';
import { ConfigError, KnowledgeError } from '../../src/errors.ts';
import { openAssistant, openDocuments, openLibrary, openMemory, type WithAssistant } from '../../src/open.ts';
import { HOW_TO_SET } from '../../src/openai-config.ts';
import { type Asker, createAsker, Question } from './ask.ts';
import { Expected, evaluate, reportText } from './evaluate.ts';
import { by, linesOf } from './lines.ts';
import { complain, print } from './output.ts';

const USAGE = `impact ask [--json] [--llm] "vraag"  ask one question (--llm: with the language model that is set)
impact ask [--llm] --batch FILE      one JSON object a line in, one a line out (FILE may be -)
impact check [--json] '{"kind":"goods","amount":950}'   may this purchase be done directly
impact check --batch FILE            one JSON object of facts a line in, one decision a line out
impact check --dossier '{…}'         the case as a sealed card (--html: as a page)
impact check --verify FILE           is this card as it was given?
impact confirm list [--all] [--json] suppliers that were put before the editors
impact confirm answer ID --evidence register --source "…" [--url …]
impact eval FILE [--json] [--llm]    run a question set and count what is right
impact scan FILE [--json] [--out FILE.xlsx]   chances for impact in a purchasing calendar (CSV or XLSX)
impact notes list [--all] [--json]   what the editors should look at
impact notes done ID                 this note is dealt with
impact data export [FILE]            everything that is kept, one thing a line
impact data import FILE              into an empty store: all of it, or nothing
impact data restore                  puts the last good copy back in the place of a damaged file
impact data mine EMAIL [--out FILE.html]   what is kept about one person
impact data forget EMAIL [--yes]     what goes and what stays of one person; with --yes it is done
impact requests list|show|export     purchase requests: on screen, or as CSV or XLSX
impact report --from DAY --to DAY [--out FOLDER]   what was asked and bought, as a page, picture and XLSX`;

const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string, error: unknown) =>
    complain(`${event}: ${error instanceof Error ? error.message : String(error)}`),
};

/** Runs one command; the others are not even loaded. The exit status: 0, or 2 when there was input that could not be used. */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'ask':
        return await runAsk(rest);
      case 'eval':
        return await runEval(rest);
      case 'check':
        return await (await import('./check.ts')).runCheck(rest);
      case 'confirm':
        return await (await import('./confirm.ts')).runConfirm(rest);
      case 'data':
        return await (await import('./data.ts')).runData(rest);
      case 'scan':
        return await (await import('./scan.ts')).runScan(rest);
      case 'notes':
        return await (await import('./notes.ts')).runNotes(rest);
      case 'requests':
        return await (await import('./requests.ts')).runRequests(rest);
      case 'report':
        return await (await import('./report.ts')).runReport(rest);
      default:
        complain(USAGE);
        return command === 'help' || command === '--help' ? 0 : 2;
    }
  } catch (error) {
    if (error instanceof KnowledgeError || error instanceof ConfigError || isUsage(error)) {
      complain((error as Error).message);
      return 2;
    }
    throw error;
  }
}

async function opened({ llm = false }): Promise<Asker> {
  const config = readConfig();
  const assisted = llm ? await withModel(config) : undefined;
  return createAsker(await openLibrary(config), await openMemory(), openDocuments(), quiet, assisted);
}

/** Whoever asks for a model hears why it gives nothing, and may ask it for a whole set: the cap for a day is the only one. */
async function withModel(config: Config): Promise<WithAssistant> {
  const warn = (event: string, details = {}) => complain(`${event} ${JSON.stringify(details)}`);
  const opened = await openAssistant(config, { log: { ...quiet, warn } });
  if (!opened) throw new ConfigError([`--llm: er is geen taalmodel ingesteld; ${HOW_TO_SET}`]);
  const { assistantLimits: limits } = opened;
  return { ...opened, assistantLimits: { ...limits, personPerHour: Number.POSITIVE_INFINITY } };
}

async function runAsk(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, batch: { type: 'string' }, llm: { type: 'boolean' } },
  });
  if (values.batch !== undefined) return batch(values.batch, await opened(values));
  const question = positionals.join(' ');
  if (positionals.length === 0) {
    complain(USAGE);
    return 2;
  }
  const answer = await (await opened(values))({ question });
  print(values.json ? JSON.stringify(answer) : answer.text);
  return 0;
}

async function batch(file: string, ask: Asker): Promise<number> {
  let unusable = 0;
  for (const line of linesOf(file, by(Question))) {
    if (line.ok) print(JSON.stringify(await ask(line.value)));
    else {
      unusable += 1;
      print(JSON.stringify({ id: line.id, error: line.error }));
    }
  }
  return unusable > 0 ? 2 : 0;
}

async function runEval(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, llm: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file) {
    complain(USAGE);
    return 2;
  }
  const lines = linesOf(file, by(Expected));
  const report = await evaluate(
    lines.flatMap((line) => (line.ok ? [line.value] : [])),
    await opened(values),
  );
  print(values.json ? JSON.stringify(report) : reportText(report));
  const unusable = lines.flatMap((line) => (line.ok ? [] : [line.error]));
  for (const { line, field, message } of unusable) complain(`line ${line}: ${field}: ${message}`);
  return unusable.length > 0 ? 2 : 0;
}

function isUsage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS') || ['ENOENT', 'EACCES', 'EISDIR'].includes(code);
}
