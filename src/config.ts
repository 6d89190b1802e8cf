import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type SlackConfig, slackOf, slackProblems, slackSettings } from './config-slack.ts';
import { ConfigError } from './errors.ts';
import { type OpenAiConfig, openAiOf, openAiProblems, openAiSettings } from './openai-config.ts';
import { type Group, given, missingOf, type Odd, oddNames } from './settings.ts';
import { appOf, PAGE_SETTINGS, type TeamsApp } from './teams-app.ts';
import { TEAMS_SETTINGS, type TeamsConfig, teamsOf } from './teams-config.ts';

const Port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'is geen poort; kies een getal van 1 tot en met 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'is geen poort; kies een getal van 1 tot en met 65535');
const Host = z
  .string()
  .regex(/^[\w.:-]+$/, 'is geen adres; kies bijvoorbeeld 127.0.0.1 (alleen deze computer) of 0.0.0.0');
const LEVELS = ['info', 'warn', 'error'] as const;

const Settings = z.object({
  WEB_PORT: Port.optional(),
  PORT: Port.optional(),
  HOST: Host.default('127.0.0.1'),
  METRICS_PORT: Port.optional(),
  METRICS_HOST: Host.default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'is geen adres van PostgreSQL; begin met postgres://')
    .optional(),
  KNOWLEDGE_DIR: z.string().default(fileURLToPath(new URL('../knowledge', import.meta.url))),
  PEOPLE_FILE: z.string().optional(),
  RECEIPT_KEY: z.string().min(16, 'is te kort; neem minstens 16 tekens').optional(),
  ...slackSettings,
  ...openAiSettings,
  LOG_LEVEL: z.enum(LEVELS, `is onbekend; kies uit ${LEVELS.join(', ')}`).default('info'),
});
type Settings = z.infer<typeof Settings>;

/** A part of the bot is on when its settings are there; half of them is a mistake. */
const GROUPS: readonly Group[] = [
  { of: 'Slack', all: ['SLACK_BOT_TOKEN'], oneOf: ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'] },
  { of: 'Teams', all: TEAMS_SETTINGS.needed },
];
/** Their values stand in no log. */
const SECRETS = [
  'RECEIPT_KEY',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'TEAMS_APP_PASSWORD',
  'OPENAI_API_KEY',
  'AZURE_OPENAI_API_KEY',
  'DATABASE_URL',
];
/** Each door has a port of its own. */
const DOORS = ['PORT', 'WEB_PORT', 'METRICS_PORT'] as const;

/** All settings, read once. */
export type Config = {
  /** The local page. */
  webPort?: number;
  /** The door to the outside, and the door for whoever watches over the bot. */
  port?: number;
  host: string;
  metricsPort?: number;
  metricsHost: string;
  dataDir: string;
  /** Where PostgreSQL is; absent when one file is enough. It may hold a password. */
  databaseUrl?: string;
  knowledgeDir: string;
  receiptKey?: string;
  peopleFile?: string;
  slack?: SlackConfig;
  teams?: TeamsConfig;
  openAi?: OpenAiConfig;
  logLevel: (typeof LEVELS)[number];
  /** Values that may stand in no log. */
  secrets: readonly string[];
  /** Settings with a name that looks like one of ours and is none. */
  odd: readonly Odd[];
};

/** The settings from the environment, or one ConfigError that lists all that is missing or wrong. An empty setting is one that is not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = given(environment);
  const read = Settings.safeParse(set);
  const { teams, problems: ofTeams } = teamsOf(set);
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...GROUPS.flatMap((group) => missingOf(group, (name) => name in set)),
    ...slackProblems((name) => name in set),
    ...ofTeams,
    ...openAiProblems(set),
    ...samePorts(set),
  ];
  if (problems.length > 0 || !read.data) throw new ConfigError(problems);
  return {
    ...configOf(read.data),
    ...(teams ? { teams } : {}),
    secrets: SECRETS.flatMap((name) => set[name] ?? []),
    odd: oddNames(Object.keys(set), [
      ...Object.keys(Settings.shape),
      ...GROUPS.flatMap(({ all, oneOf = [] }) => [...all, ...oneOf]),
      ...TEAMS_SETTINGS.other,
      ...PAGE_SETTINGS,
    ]),
  };
}

/** What goes into the app package of Teams, or one ConfigError that lists all that is missing or wrong. */
export function readTeamsApp(environment: NodeJS.ProcessEnv = process.env): TeamsApp {
  const { app, problems } = appOf(given(environment));
  if (!app) throw new ConfigError(problems);
  return app;
}

function configOf(data: Settings): Omit<Config, 'secrets' | 'odd' | 'teams'> {
  const slack = slackOf(data);
  const openAi = openAiOf(data);
  return {
    ...(data.WEB_PORT ? { webPort: data.WEB_PORT } : {}),
    ...(data.PORT ? { port: data.PORT } : {}),
    ...(data.METRICS_PORT ? { metricsPort: data.METRICS_PORT } : {}),
    ...(data.DATABASE_URL ? { databaseUrl: data.DATABASE_URL } : {}),
    ...(data.PEOPLE_FILE ? { peopleFile: data.PEOPLE_FILE } : {}),
    ...(data.RECEIPT_KEY ? { receiptKey: data.RECEIPT_KEY } : {}),
    ...(slack ? { slack } : {}),
    ...(openAi ? { openAi } : {}),
    host: data.HOST,
    metricsHost: data.METRICS_HOST,
    dataDir: data.DATA_DIR,
    knowledgeDir: data.KNOWLEDGE_DIR,
    logLevel: data.LOG_LEVEL,
  };
}

function samePorts(set: Record<string, string>): string[] {
  return DOORS.flatMap((door, at) =>
    DOORS.slice(0, at)
      .filter((other) => set[door] !== undefined && Number(set[door]) === Number(set[other]))
      .map((other) => `${door}: is dezelfde poort als ${other}; geef elke deur een eigen poort`),
  );
}
