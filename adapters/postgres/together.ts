import { shared } from '../../src/shared.ts';

/** Asks in one go what is asked about many ids: who comes while an answer is awaited goes along with the next question. */
export function together<Answer>(ask: (ids: string[]) => Promise<Answer>): (id: string) => Promise<Answer> {
  let waiting: string[] = [];
  const askAll = shared(() => {
    const ids = waiting;
    waiting = [];
    return ask(ids);
  });
  return (id) => {
    waiting.push(id);
    return askAll();
  };
}
