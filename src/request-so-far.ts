import { z } from 'zod';
import { CheckDone, Need } from './requests/request.ts';

/** A purchase request that somebody is writing: what they said, and nothing of what follows from it. */
export const RequestSoFar = z.strictObject({
  need: Need.partial(),
  check: CheckDone.optional(),
  suggested: z.array(z.string()).default([]),
  /** Whether it waits for an answer, or something else was said last. */
  at: z.enum(['open', 'aside']),
  /** The request that is being changed. */
  changes: z.string().optional(),
  /** The number under which it was posted: a second press posts nothing. */
  posted: z.string().optional(),
  /** It was asked last whether it may be posted with what is missing: a yes posts it. */
  asksPost: z.literal(true).optional(),
});
export type RequestSoFar = z.infer<typeof RequestSoFar>;

/** Something else was said since it was asked whether it may be posted. */
export function unasked({ asksPost: _asked, ...request }: RequestSoFar): RequestSoFar {
  return request;
}
