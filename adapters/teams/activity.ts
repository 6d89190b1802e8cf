import { z } from 'zod';

const Id = z.string().min(1).max(1000);
const Text = z.string().max(100_000);
const Account = z.object({
  id: Id,
  name: z.string().max(1000).nullish(),
  aadObjectId: z.string().max(200).nullish(),
  role: z.string().max(100).nullish(),
});

/** What Teams sends, as far as anything of ours reads it. */
export const Activity = z.object({
  type: z.string().min(1).max(100),
  id: Id.nullish(),
  name: z.string().max(200).nullish(),
  timestamp: z.string().max(100).nullish(),
  serviceUrl: z.string().min(1).max(2000),
  channelId: z.string().min(1).max(100),
  locale: z.string().max(100).nullish(),
  action: z.string().max(100).nullish(),
  text: Text.nullish(),
  replyToId: Id.nullish(),
  value: z.unknown().optional(),
  from: Account,
  recipient: Account,
  conversation: z.object({
    id: Id,
    tenantId: z.string().max(200).nullish(),
    conversationType: z.string().max(100).nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(200).nullish() }).nullish() }).nullish(),
  membersAdded: z
    .array(z.object({ id: Id }))
    .max(10_000)
    .nullish(),
  attachments: z
    .array(z.object({ contentType: z.string(), name: z.string().nullish(), content: z.unknown().optional() }))
    .nullish()
    .catch(undefined),
  entities: z
    .array(
      z.object({
        type: z.string().max(1000),
        mentioned: z.object({ id: Id }).nullish(),
        text: z.string().max(1000).nullish(),
      }),
    )
    .max(1000)
    .nullish(),
});
export type Activity = z.infer<typeof Activity>;

/** The tenants that an activity names; they should be one. */
export function tenantsOf({ conversation, channelData }: Activity): string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter((id) => typeof id === 'string');
}
