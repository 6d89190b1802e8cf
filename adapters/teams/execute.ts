import { z } from 'zod';
import type { Activity } from './activity.ts';
import type { Invoked } from './sdk.ts';

/** How Teams asks what becomes of a pressed Action.Execute. */
export const EXECUTE = 'adaptiveCard/action';

const Asked = z.object({ action: z.object({ data: z.record(z.string(), z.unknown()) }) });

/** The same press as a message, as Action.Submit brings it: whichever way it comes, it is one turn. */
export function asMessage(activity: Activity): Activity {
  const { data } = Asked.safeParse(activity.value);
  return { ...activity, type: 'message', text: undefined, value: data?.action.data ?? {} };
}

/** Teams shows this to who pressed, and takes an empty text for a failure. */
export function heard(text: string): Invoked {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } };
}

/** That it did not work, in our own words. Teams looks for the status in the body. */
export function notHeard(text: string): Invoked {
  const value = { code: 'NotNow', message: text };
  return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
}
