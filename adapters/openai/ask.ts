import type { OpenAI } from 'openai';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import type { OpenAiConfig } from '../../src/openai-config.ts';
import { otherManners, usualManners } from './manners.ts';
import type { Prompt } from './prompts.ts';
import { type Said, saidInChat, saidInResponses } from './said.ts';
import type { Shape } from './shapes.ts';

export type Request = { prompt: Prompt; shape: Shape<unknown>; mostTokens: number };

/** Puts one question to the model; it throws when that could not be done before the signal. */
export type Ask = (request: Request, signal: AbortSignal) => Promise<Said>;

/** One way to ask, by the API that is set. A setting that the server does not take is left out from then on. */
export function createAsk(client: OpenAI, { at, api, model }: Pick<OpenAiConfig, 'at' | 'api' | 'model'>): Ask {
  let manners = usualManners(at.kind === 'azure' || at.vendors);

  async function once({ prompt, shape, mostTokens }: Request, signal: AbortSignal): Promise<Said> {
    const settled = manners.temperature ? { temperature: 0 } : {};
    if (api === 'responses') {
      const body = await client.responses.create(
        {
          model,
          instructions: prompt.told,
          input: prompt.given,
          text: { format: zodTextFormat(shape.schema, shape.name) },
          max_output_tokens: mostTokens,
          store: false,
          ...settled,
        },
        { signal },
      );
      return saidInResponses(body);
    }
    const body = await client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: prompt.told },
          { role: 'user', content: prompt.given },
        ],
        response_format: zodResponseFormat(shape.schema, shape.name),
        [manners.cap]: mostTokens,
        // Older versions at Azure do not know it, and keep nothing of a chat anyway.
        ...(at.kind === 'azure' ? {} : { store: false }),
        ...settled,
      },
      { signal },
    );
    return saidInChat(body);
  }

  return async function ask(request, signal) {
    const tried = manners;
    try {
      return await once(request, signal);
    } catch (error) {
      const other = otherManners(error, tried);
      if (!other) throw error;
      manners = other;
      return ask(request, signal);
    }
  };
}
