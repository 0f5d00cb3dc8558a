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
  },
})
