import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from './errors.ts';

const Port = z.coerce.number().int().min(1).max(65_535);

const Settings = z.object({
  WEB_PORT: Port.optional(),
  PEOPLE_FILE: z.string().min(1).optional(),
  RECEIPT_KEY: z.string().min(16, 'needs at least 16 characters').optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'needs an address that begins with postgres://')
    .optional(),
  KNOWLEDGE_DIR: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../knowledge', import.meta.url))),
});

/** All settings, read once. */
export type Config = {
  webPort?: number;
  dataDir: string;
  /** Where PostgreSQL is; absent when one file is enough. It may hold a password. */
  databaseUrl?: string;
  knowledgeDir: string;
  receiptKey?: string;
  peopleFile?: string;
};

/** The settings from the environment, or one ConfigError that lists all that is wrong. An empty setting is one that is not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = Settings.safeParse(set);
  if (!result.success)
    throw new ConfigError(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const { WEB_PORT, DATA_DIR, DATABASE_URL, KNOWLEDGE_DIR, RECEIPT_KEY, PEOPLE_FILE } = result.data;
  return {
    ...(WEB_PORT ? { webPort: WEB_PORT } : {}),
    ...(PEOPLE_FILE ? { peopleFile: PEOPLE_FILE } : {}),
    ...(RECEIPT_KEY ? { receiptKey: RECEIPT_KEY } : {}),
    dataDir: DATA_DIR,
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    knowledgeDir: KNOWLEDGE_DIR,
  };
}
