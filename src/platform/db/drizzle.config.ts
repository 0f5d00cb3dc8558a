import { defineConfig } from 'drizzle-kit'

/** `drizzle-kit generate --config src/platform/db/drizzle.config.ts`: writes the next migration from all tables.ts. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/**/tables.ts',
  out: './drizzle',
})
