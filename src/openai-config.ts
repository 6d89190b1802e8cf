import { z } from 'zod';
import { isHostName, isVendorUrl, wrongPlace } from './openai-hosts.ts';
import { missingOf } from './settings.ts';

const APIS = ['chat', 'responses'] as const;
/** Whoever asks waits no longer than this for a model. */
const LONGEST = 2000;
const SHORTEST = 100;

const whole = (least: number, most: number) => {
  const wrong = `is geen getal van ${least} tot en met ${most}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, wrong)
    .transform(Number)
    .refine((n) => n >= least && n <= most, wrong);
};

/** The settings of the language model; it is on when those of one place are all there. */
export const openAiSettings = {
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_BASE_URL: z.string().default('https://api.openai.com/v1'),
  AZURE_OPENAI_ENDPOINT: z.string().optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_DEPLOYMENT: z
    .string()
    .regex(/^[\w.-]+$/, 'is geen naam van een deployment')
    .optional(),
  AZURE_OPENAI_API_VERSION: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/, 'is geen versie; neem er een als 2024-10-21')
    .optional(),
  OPENAI_HOSTS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((host) => host !== ''))
    .pipe(z.array(z.string().refine(isHostName, 'is geen naam van een computer; gebruik namen met een komma ertussen')))
    .default([]),
  OPENAI_API: z.enum(APIS, `is onbekend; kies uit ${APIS.join(', ')}`).default('chat'),
  OPENAI_TIMEOUT_MS: whole(SHORTEST, LONGEST).default(LONGEST),
  OPENAI_PER_PERSON_PER_HOUR: whole(1, 1000).default(20),
  OPENAI_PER_DAY: whole(1, 1_000_000).default(1000),
};
const Settings = z.object(openAiSettings);

/** A language model, where it is and how it may be used. */
export type OpenAiConfig = {
  /** The model; at Azure, the name of the deployment. */
  model: string;
  key: string;
  at: { kind: 'openai'; baseUrl: string; vendors: boolean } | { kind: 'azure'; endpoint: string; version: string };
  api: (typeof APIS)[number];
  /** How often it is asked at most, and how many milliseconds all that is asked for one answer may take. */
  limits: { personPerHour: number; allPerDay: number; budget: number };
};

const OPENAI = ['OPENAI_API_KEY', 'OPENAI_MODEL'] as const;
const AZURE = [
  'AZURE_OPENAI_ENDPOINT',
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_DEPLOYMENT',
  'AZURE_OPENAI_API_VERSION',
] as const;

/** All that switches a language model on, for a sentence that says what to fill in. */
export const HOW_TO_SET = `vul ${OPENAI.join(' en ')} in (en OPENAI_BASE_URL voor een andere server), of ${AZURE.join(', ')}`;

/** What is missing, stands in each other's way, or leads to a place that is not trusted. */
export function openAiProblems(set: Readonly<Record<string, string>>): string[] {
  const isSet = (name: string) => name in set;
  const own = [...OPENAI, 'OPENAI_BASE_URL'].filter(isSet);
  const azure = AZURE.filter(isSet);
  if (own.length > 0 && azure.length > 0)
    return own.map((name) => `${name}: staat naast ${azure[0]}; vul OpenAI of Azure in, niet allebei`);
  const others = openAiSettings.OPENAI_HOSTS.safeParse(set.OPENAI_HOSTS).data ?? [];
  return [
    // An address without more is half a set too.
    ...missingOf({ of: 'het taalmodel', all: [...new Set([...OPENAI, ...own])] }, isSet),
    ...missingOf({ of: 'het taalmodel bij Azure', all: AZURE }, isSet),
    ...(['OPENAI_BASE_URL', 'AZURE_OPENAI_ENDPOINT'] as const).flatMap((name) => {
      const wrong = set[name] === undefined ? undefined : wrongPlace(set[name].trim(), others);
      return wrong ? [`${name}: ${wrong}`] : [];
    }),
  ];
}

/** The language model as it is set; undefined when there is none. */
export function openAiOf(set: z.infer<typeof Settings>): OpenAiConfig | undefined {
  const at = placeOf(set);
  return (
    at && {
      ...at,
      api: set.OPENAI_API,
      limits: {
        personPerHour: set.OPENAI_PER_PERSON_PER_HOUR,
        allPerDay: set.OPENAI_PER_DAY,
        budget: set.OPENAI_TIMEOUT_MS,
      },
    }
  );
}

function placeOf(set: z.infer<typeof Settings>): Pick<OpenAiConfig, 'model' | 'key' | 'at'> | undefined {
  const [key, model] = OPENAI.map((name) => set[name]?.trim());
  if (key && model) {
    const baseUrl = set.OPENAI_BASE_URL.trim();
    return { key, model, at: { kind: 'openai', baseUrl, vendors: isVendorUrl(baseUrl) } };
  }
  const [endpoint, azureKey, deployment, version] = AZURE.map((name) => set[name]?.trim());
  if (endpoint && azureKey && deployment && version)
    return { key: azureKey, model: deployment, at: { kind: 'azure', endpoint, version } };
  return undefined;
}
