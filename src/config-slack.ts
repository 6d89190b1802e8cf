import { z } from 'zod';

/** The settings of Slack; it is on when its token is there, with one of the two ways in. */
export const slackSettings = {
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_PRIVATE_CHANNELS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(/^[CG][A-Z0-9]+$/, 'is geen id van een kanaal; neem er een als C0123456789')))
    .optional(),
};
const Settings = z.object(slackSettings);

/** How the bot is in Slack: `http` for production, `sockets` for a closed network and for development. */
export type SlackConfig = {
  token: string;
  way: { kind: 'http'; signingSecret: string } | { kind: 'sockets'; appToken: string };
  privateChannels: string[];
};

/** Two ways to the same bot would hear everything twice. */
export function slackProblems(isSet: (name: string) => boolean): string[] {
  return isSet('SLACK_SIGNING_SECRET') && isSet('SLACK_APP_TOKEN')
    ? ['SLACK_APP_TOKEN: staat naast SLACK_SIGNING_SECRET; vul een van de twee in']
    : [];
}

/** Slack as it is set; undefined when it is off. */
export function slackOf(set: z.infer<typeof Settings>): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = set;
  const privateChannels = set.SLACK_PRIVATE_CHANNELS ?? [];
  if (token && signingSecret) return { token, way: { kind: 'http', signingSecret }, privateChannels };
  if (token && appToken) return { token, way: { kind: 'sockets', appToken }, privateChannels };
  return undefined;
}
