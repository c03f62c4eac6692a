import { defineConfig } from 'vitest/config';

/** The long proofs: oracles, fuzzing, big corpora, template by template. */
export default defineConfig({
  test: {
    include: ['tests/proof/**/*.test.ts'],
    testTimeout: 1_800_000,
    pool: 'forks',
  },
});
