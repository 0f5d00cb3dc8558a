import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../kit/free-port.ts'

/**
 * `npm run test:walls`: everything under test/walls in its long form, and what the database's own catalog says, on a
 * Postgres of this command's own (or the one that TEST_DATABASE_URL names). What it installs is kept for the next time.
 */
const root = join(import.meta.dirname, '../..')
const script = join(root, 'test/kit/postgres.sh')
const folder = join(tmpdir(), 'parley-walls-postgres')
const given = process.env['TEST_DATABASE_URL']

process.exitCode = await main()

async function main(): Promise<number> {
  const url = given ?? startPostgres(await freePort())
  if (url === null) return 1
  try {
    const files = ['test/walls', 'test/db/walls.test.ts', 'test/db/tenancy-isolation.test.ts']
    return run(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...files],
      {
        TEST_DATABASE_URL: url,
        PARLEY_WALLS: 'full',
      },
    )
  } finally {
    if (given === undefined) run('bash', [script, 'stop', folder])
  }
}

function startPostgres(port: number): string | null {
  const started = spawnSync('bash', [script, 'start', folder, String(port)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return /^DATABASE_URL=(.+)$/m.exec(started.stdout)?.[1] ?? null
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const { status } = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
  return status ?? 1
}
