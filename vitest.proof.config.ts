import { defineConfig } from 'vitest/config';

/** The long proofs: oracles, fuzzing, big corpora, template by template. */
export default defineConfig({
  test: {
    include: ['tests/proof/**/*.test.ts'],
    setupFiles: ['tests/limits/child-processes.ts'],
    globalSetup: ['tests/limits/scratch-folder.ts'],
    env: { CHILD_SECONDS: process.env.CHILD_SECONDS ?? '1800' },
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    pool: 'forks',
  },
});
