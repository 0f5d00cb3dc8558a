import { spawn } from 'node:child_process'
import type { Command } from './command.ts'

export const start: Command = {
  name: 'start',
  about: 'Start the server: opens, migrates and (outside production) seeds the database, then listens',
  flags: {},
  async run() {
    const { serve } = await import('../main.ts')
    await serve()
    // The server keeps the process alive; a signal ends it.
    return 0
  },
}

export const dev: Command = {
  name: 'dev',
  about: 'Start the server and restart it whenever a source file changes',
  flags: {},
  run: () =>
    new Promise((resolve, reject) => {
      const paths = ['src', 'schema', 'drizzle'].map((folder) => `--watch-path=${folder}`)
      const child = spawn(process.execPath, ['--watch', ...paths, '--watch-preserve-output', 'src/main.ts'], {
        stdio: 'inherit',
      })
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 0))
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    }),
}
