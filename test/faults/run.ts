import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { freePort } from '../kit/free-port.ts'

/**
 * `npm run test:faults [-- files…]`: a Postgres of its own, then the tests of this folder on it, one file after the
 * other, then their figures. `PARLEY_FAULTS=short` makes it quick.
 */
const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = join(tmpdir(), 'parley-faults-postgres')
const postgres = (...args: string[]) => run('bash', [join(root, 'test/kit/postgres.sh'), ...args])

const reportFolder = await mkdtemp(join(tmpdir(), 'parley-faults-'))
const reportFile = join(reportFolder, 'report')
const { stdout } = await postgres('start', folder, String(await freePort()))
const url = stdout.trim().replace(/^DATABASE_URL=/, '')
const size = process.env['PARLEY_FAULTS'] === 'short' ? 'short' : 'full'
const startedAtMs = performance.now()
/** @returns the exit code */
async function test(files: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = join(root, 'test/vitest.config.ts')
  const { TEST_DATABASE_URL: _other, ...inherited } = process.env
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, '--maxWorkers', '1', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...inherited, PARLEY_FAULTS: size, PARLEY_FAULTS_REPORT: reportFile, ...env },
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return code ?? 1
}

const chosen = process.argv.slice(2)
const onServer = { TEST_DATABASE_URL: url, PARLEY_FAULTS_POSTGRES: folder, PARLEY_TEST_POSTGRES: folder }
const codes = [await test(chosen.length > 0 ? chosen : ['test/faults'], onServer)]
// What the embedded database promises too; the everyday `npm test` has its short form.
if (chosen.length === 0) codes.push(await test(['test/faults/storm.test.ts'], {}))
console.log(`\nnpm run test:faults (${size}), ${Math.round((performance.now() - startedAtMs) / 1_000)} s`)
const line = z.object({ what: z.string(), figures: z.record(z.string(), z.union([z.number(), z.string()])) })
for (const text of (await readFile(reportFile, 'utf8').catch(() => '')).split('\n').filter(Boolean)) {
  const { what, figures } = line.parse(JSON.parse(text))
  const named = Object.entries(figures).map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
  console.log(`  ${what}: ${named.join(', ')}`)
}
await rm(reportFolder, { recursive: true })
await postgres('stop', folder)
process.exit(Math.max(...codes))
