import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Fails when the tables say something that no migration in drizzle/ does yet. Writes nothing into the tree. */
const copy = mkdtempSync(join(tmpdir(), 'parley-migrations-'))
try {
  cpSync('drizzle', copy, { recursive: true })
  const before = readdirSync(copy).length
  const words = ['drizzle-kit', 'generate', '--dialect', 'postgresql', '--schema', './src/**/tables.ts', '--out', copy]
  const said = execFileSync('npx', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const made = readdirSync(copy).length - before
  if (made > 0) {
    console.log(said)
    console.log('The tables have changed without a migration: run npm run generate.')
    process.exitCode = 1
  } else console.log('Tables and migrations agree.')
} finally {
  rmSync(copy, { recursive: true, force: true })
}
