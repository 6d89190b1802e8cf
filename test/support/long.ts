/** The long form of a test that tries again and again: SOAK=1 in the environment. */
export const long = process.env.SOAK === '1';
