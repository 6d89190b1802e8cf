import { defineConfig } from 'vitest/config';

const elsewhere = ['test/knowledge/**', 'test/adapters/**', 'test/stores/**'];

export default defineConfig({
  test: {
    /** One file on each processor: by itself vitest leaves one of them free. */
    maxWorkers: '100%',
    projects: [
      { test: { name: 'core', include: ['test/**/*.test.ts'], exclude: elsewhere, testTimeout: 20_000 } },
      {
        test: { name: 'knowledge', include: ['test/knowledge/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      /** A browser that starts cold on a busy machine needs most of a minute. */
      { test: { name: 'adapters', include: ['test/adapters/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'stores', include: ['test/stores/**/*.test.ts'], testTimeout: 20_000 } },
    ],
  },
});
