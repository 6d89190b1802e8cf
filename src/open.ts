import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDocuments } from '../adapters/documents/documents.ts';
import { restoreFile } from '../adapters/lowdb/file.ts';
import { lock } from '../adapters/lowdb/lock.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import type { BotParts } from './bot.ts';
import { todayInAmsterdam } from './clock.ts';
import type { Config } from './config.ts';
import { ConfigError } from './errors.ts';
import { keptChecks } from './kept-checks.ts';
import { compile, type Library } from './knowledge/compile.ts';
import type { Knowledge } from './knowledge/load.ts';
import { loadThrough } from './knowledge/snapshot.ts';
import { ownRequests } from './own-requests.ts';
import { nobodyKnown, type People } from './people.ts';
import type { Assistant, Channel, Documents, Log, Store } from './ports.ts';
import type { Turn } from './turn.ts';

/** Among what was installed, and as trusted as that. */
const KEPT = fileURLToPath(new URL('../node_modules/.cache/inkopen-met-impact/knowledge.json', import.meta.url));

/** What the settings name, opened: for the bot and the command line alike. */
export async function openStore(
  { dataDir, databaseUrl }: Config,
  options: { readOnly?: boolean; log?: Pick<Log, 'warn'> } = {},
): Promise<Store> {
  if (!databaseUrl) return openLowdbStore({ file: join(dataDir, 'inkopen.json'), today: todayInAmsterdam, ...options });
  const { openPostgresStore } = await import('../adapters/postgres/store.ts');
  return openPostgresStore({ url: databaseUrl, today: todayInAmsterdam, log: options.log });
}

/** Puts the last good copy of the file back, unless the bot runs; returns where what stood there is kept. */
export async function restoreStore({ dataDir, databaseUrl }: Config): Promise<string> {
  if (databaseUrl)
    throw new ConfigError(['DATABASE_URL: a database is put back with its own tools, see docs/beheer.md']);
  const file = join(dataDir, 'inkopen.json');
  const unlock = lock(file);
  try {
    return await restoreFile(file, new Date().toISOString().replaceAll(':', '-'));
  } finally {
    unlock();
  }
}

/** A store that remembers nothing beyond this process. */
export function openMemory(): Promise<Store> {
  return openLowdbStore({ today: todayInAmsterdam });
}

/** Who may do what; without a file nobody has a role. */
export async function openPeople({ peopleFile }: Config): Promise<People> {
  if (!peopleFile) return nobodyKnown;
  const { readPeople } = await import('./people-file.ts');
  return readPeople(peopleFile);
}

/** Slack, when it is set; its SDK is loaded only then. */
export async function openSlack(
  { slack, peopleFile }: Config,
  parts: { accept: (turn: Turn) => Promise<void>; store: Store; log: Log; library: () => Library },
): Promise<Channel | undefined> {
  if (!slack) return undefined;
  const { createSlackChannel } = await import('../adapters/slack/channel.ts');
  const { store, ...rest } = parts;
  return createSlackChannel({
    ...slack,
    ...rest,
    needsEmail: peopleFile !== undefined,
    checksOf: (person) => keptChecks(store, person),
    requestsOf: (person) => ownRequests(store, person),
    today: todayInAmsterdam,
  });
}

/** Teams, when it is set up; its SDK is loaded only then. */
export async function openTeams(
  { teams, peopleFile }: Config,
  parts: { accept: (turn: Turn) => Promise<void>; log: Log; library: () => Library },
): Promise<Channel | undefined> {
  if (!teams) return undefined;
  const { createTeamsChannel } = await import('../adapters/teams/channel.ts');
  return createTeamsChannel({
    ...parts,
    ...(teams.kind === 'registered' ? { credentials: teams, hosts: teams.hosts } : {}),
    byEmail: peopleFile !== undefined,
    today: todayInAmsterdam,
  });
}

/** What a bot with a language model has besides. */
export type WithAssistant = Pick<BotParts, 'assistantName' | 'assistantLimits'> & { assistant: Assistant };

/** The language model, when it is set; its SDK is loaded only then. */
export async function openAssistant(
  { openAi }: Pick<Config, 'openAi'>,
  parts: { log: Pick<Log, 'info' | 'warn'> },
): Promise<WithAssistant | undefined> {
  if (!openAi) return undefined;
  const { createOpenAiAssistant } = await import('../adapters/openai/assistant.ts');
  const assistant = createOpenAiAssistant(openAi, parts);
  return { assistant, assistantName: openAi.model, assistantLimits: openAi.limits };
}

export function openDocuments(): Documents {
  return createDocuments();
}

/** The content as it was read, for the command line, which starts anew for each question. */
export function openKnowledge({ knowledgeDir }: Config): Promise<Knowledge> {
  return loadThrough(KEPT, knowledgeDir);
}

/** The content with all that understanding needs. */
export async function openLibrary(config: Config): Promise<Library> {
  return compile(await openKnowledge(config));
}
