import fc from 'fast-check';

/** What is generated is the same on every run; TEST_SEED=… tries other cases. It stands in the names of the tests that use it. */
export const seed = Number(process.env.TEST_SEED ?? 20261121);

/** As many values as asked, the same for the same seed. */
export function generated<Value>(values: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(values, { seed, numRuns: count });
}

/** Holds for everything that is generated, and prints the seed and the smallest case when it does not. */
export function holdsFor<Value>(
  values: fc.Arbitrary<Value>,
  property: (value: Value) => void | Promise<void>,
  runs = 200,
): Promise<void> {
  const holds = fc.asyncProperty(values, async (value) => {
    await property(value);
  });
  return fc.assert(holds, { seed, numRuns: runs });
}
