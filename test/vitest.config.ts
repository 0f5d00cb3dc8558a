import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vite would load graphql's ES modules and its dependants, left to Node, the CommonJS ones: two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: `${import.meta.dirname}/../node_modules/graphql/index.js` }] },
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', 'test/browser/**'],
    globalSetup: [`${import.meta.dirname}/kit/template.ts`],
    // Every file opens its own database (embedded: 200 MB each), so few at a time.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A poll ends as soon as it may; a busy machine needs more than a second for what a quiet one does in ten milliseconds.
    expect: { poll: { timeout: 10_000 } },
  },
})
