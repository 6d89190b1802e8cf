import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyOf, frozen } from '../src/copy.ts';
import { generated, seed } from './support/seed.ts';

it(`a copy of anything in JSON is equal to it and shares nothing with it (seed ${seed})`, () => {
  for (const value of generated(fc.jsonValue(), 500)) {
    const copy = copyOf(value);
    expect(copy).toEqual(value);
    if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
  }
  const inner = { list: [{ a: 1 }] };
  const copy = copyOf(inner);
  copy.list.push({ a: 2 });
  expect(inner.list).toHaveLength(1);
});

it('a copy keeps every name, the one of the prototype too', () => {
  const value = JSON.parse('{"__proto__":{"admin":true},"a":1}');
  const copy = copyOf(value);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
});

it('what is frozen cannot be changed anywhere in it', () => {
  const value = frozen({ a: { b: [1] } });
  expect(() => value.a.b.push(2)).toThrow(TypeError);
});
