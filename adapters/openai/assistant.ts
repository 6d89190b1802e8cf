import { createBreaker } from '../../src/breaker.ts';
import type { OpenAiConfig } from '../../src/openai-config.ts';
import type { Assistant, Log } from '../../src/ports.ts';
import { createAsk, type Request } from './ask.ts';
import { clientFor } from './client.ts';
import { type Failure, failureOf } from './failure.ts';
import { objectIn } from './json.ts';
import { answerPrompt, readPrompt } from './prompts.ts';
import type { Said } from './said.ts';
import { draftOf, type Shape, understoodOf } from './shapes.ts';

type Parts = {
  log: Pick<Log, 'info' | 'warn'>;
  /** Milliseconds since some moment; it never goes back. */
  now?: () => number;
};

/** An answer of the length that is asked for, in a language of long words; and a handful of ids. */
const MOST_TOKENS = { answer: 600, read: 200 } as const;
const FAILURES = 5;
const REST = 60_000;

/** The assistant behind OpenAI, Azure, or a server that speaks as they do. It waits no longer than the settings say, for whatever reason. */
export function createOpenAiAssistant(
  settings: OpenAiConfig,
  { log, now = () => performance.now() }: Parts,
): Assistant {
  const ask = createAsk(clientFor(settings), settings);
  const breaker = createBreaker({ failures: FAILURES, rest: REST, now });

  function failed(task: keyof typeof MOST_TOKENS, failure: Failure): undefined {
    log.warn('model-failed', { task, ...failure });
    if (breaker.went(false) === 'rests') log.warn('model-rests', { seconds: REST / 1000 });
  }

  async function heard(request: Request): Promise<Said | Failure> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), settings.limits.budget);
    try {
      return await ask(request, late.signal);
    } catch (error) {
      if (late.signal.aborted) return { why: 'late' };
      const failure = failureOf(error);
      // Azure says with an error what others say with an answer.
      return failure.why === 'content_filter' ? { kind: 'declined', why: 'filtered' } : failure;
    } finally {
      clearTimeout(timer);
    }
  }

  async function made<Answer>(
    task: keyof typeof MOST_TOKENS,
    shape: Shape<Answer>,
    prompt: Request['prompt'],
  ): Promise<Answer | undefined> {
    if (!breaker.mayAsk()) return undefined;
    const said = await heard({ prompt, shape, mostTokens: MOST_TOKENS[task] });
    if (!('kind' in said)) return failed(task, said);
    if (said.kind === 'senseless') return failed(task, { why: 'senseless' });
    const answer = said.kind === 'text' ? shape.read(objectIn(said.text)) : undefined;
    if (said.kind === 'text' && answer === undefined) return failed(task, { why: 'misshapen' });
    if (said.kind === 'declined') log.info('model-declined', { task, why: said.why });
    if (breaker.went(true) === 'back') log.info('model-back');
    return answer;
  }

  return {
    async answer(question, passages, language) {
      if (passages.length === 0) return undefined;
      const draft = await made('answer', draftOf(passages), answerPrompt(question, passages, language));
      return draft && draft.text.trim() !== '' && draft.cites.length > 0 ? draft : undefined;
    },
    async read(text, vocabulary) {
      const understood = await made('read', understoodOf(vocabulary), readPrompt(text, vocabulary));
      return understood && Object.keys(understood).length > 0 ? understood : undefined;
    },
  };
}
