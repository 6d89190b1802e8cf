/** What is used of the SDK's client. */
export type Client = {
  credentials: { getToken?: () => Promise<unknown> };
  /** Signs and sends, and reads JSON. Throws where there is no answer, and not for what an answer says. */
  sendRequest(request: Asked): Promise<{ status: number; parsedBody?: unknown }>;
  conversations: {
    createConversation(chat: object, limit: Limit): Promise<{ id?: string }>;
    getConversationMember(conversation: string, user: string, limit: Limit): Promise<object>;
  };
};
type Asked = { method: 'POST' | 'PUT'; url: string; body: object; abortSignal: AbortSignal };
export type Limit = { abortSignal: AbortSignal };

/** A place for a message, or with an `id` the message that stands there. */
export type MessagePlace = { service: string; conversation: string; id?: string };

/**
 * Puts a message there as it was drawn, and says what Teams calls it. The SDK's own calls would look in it for some fifty
 * fields, of which it has six. Throws what they throw: an error with the status and the answer.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export async function say(
  client: Client,
  { service, conversation, id }: MessagePlace,
  message: object,
  limit: Limit,
): Promise<string | undefined> {
  const path = ['v3', 'conversations', conversation, 'activities', ...(id === undefined ? [] : [id])];
  const url = [service.replace(/\/$/, ''), ...path.map(encodeURIComponent)].join('/');
  const method = id === undefined ? 'POST' : 'PUT';
  const response = await client.sendRequest({ method, url, body: message, ...limit });
  const { status: statusCode, parsedBody } = response;
  if (statusCode < 200 || statusCode > 299)
    throw Object.assign(new Error(`the service answered ${statusCode}`), { statusCode, response });
  const named = (parsedBody as { id?: unknown } | undefined)?.id;
  return typeof named === 'string' && named !== '' ? named : undefined;
}

/** Ends a call that takes longer. A limit that is no longer needed is let go of at once. */
export async function inTime<Value>(milliseconds: number, call: (limit: Limit) => Promise<Value>): Promise<Value> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('no answer in time')), milliseconds);
  try {
    return await call({ abortSignal: limit.signal });
  } finally {
    clearTimeout(timer);
  }
}
