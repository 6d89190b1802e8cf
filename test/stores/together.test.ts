import { expect, it } from 'vitest';
import { together } from '../../adapters/postgres/together.ts';

it('what is asked while an answer is awaited goes along with the next question', async () => {
  const asked: string[][] = [];
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const ask = together((ids) => {
    asked.push(ids);
    return (answers[asked.length - 1] as PromiseWithResolvers<string>).promise;
  });
  const came = ['a', 'b', 'c'].map((id) => ask(id));
  expect(asked).toEqual([['a']]);
  answers[0]?.reject(new Error('no'));
  await expect(came[0]).rejects.toThrow('no');
  answers[1]?.resolve('yes');
  expect(await Promise.all(came.slice(1))).toEqual(['yes', 'yes']);
  expect(asked).toEqual([['a'], ['b', 'c']]);
});
