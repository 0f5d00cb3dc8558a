import type { App } from './app.ts'
import { describeFailure } from './cli/failure.ts'
import { newControlSecret, writeControlFile } from './cli/control-file.ts'
import { welcome } from './cli/welcome.ts'
import { tryPort } from './cli/port.ts'
import { loadConfig, type Config } from './config.ts'

/**
 * The process: configuration, database, server; then it listens until a signal ends it. Resolves once it listens.
 * @throws whatever keeps it from starting; `describeFailure` turns it into words
 */
export async function serve(): Promise<void> {
  const config = loadConfig()
  await tryPort(config.http.host, config.http.port)
  const controlSecret = newControlSecret()
  // Loaded only now, so that what is wrong above is said at once.
  const { createApp } = await import('./app.ts')
  const app = await createApp(config, { controlSecret })
  try {
    if (config.environment === 'development') await app.commands['seed']?.({})
    surviveStrayRejections(app)
    const starting = listen(app, config, controlSecret)
    // From the first connection on, a signal finds somebody who drains.
    endOnSignal(app, config, async () => {
      const { removeControlFile } = await starting
      await app.stop()
      await removeControlFile()
    })
    const { url } = await starting
    process.stdout.write(await welcome(app, config, url))
  } catch (error) {
    await app.stop()
    throw error
  }
}

async function listen(app: App, config: Config, secret: string) {
  const url = await app.start()
  const removeControlFile = await writeControlFile(config.dataDirectory, { url, secret, pid: process.pid })
  return { url, removeControlFile }
}

/**
 * npm and the terminal both pass Ctrl-C on, so the same wish arrives twice within moments; a person who presses it
 * again means it.
 */
const repeatedSignalMs = 500

/** The first signal drains: what runs is finished, sockets are told to come back. The second ends the process. */
function endOnSignal(app: App, config: Config, end: () => Promise<void>): void {
  let firstAtMs: number | null = null

  const onSignal = (signal: NodeJS.Signals) => {
    if (firstAtMs !== null) {
      if (performance.now() - firstAtMs > repeatedSignalMs) process.exit(1)
      return
    }
    firstAtMs = performance.now()
    const { log } = app.services
    log.info({ signal }, 'shutting down')
    // Whatever hangs, the process is gone before an orchestrator kills it.
    setTimeout(() => {
      log.error({ limitMs: config.shutdown.limitMs }, 'shutdown took too long')
      process.exit(1)
    }, config.shutdown.limitMs).unref()
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/**
 * A promise that nobody waits for must not take every tenant's requests with it: postgres.js leaves one behind when the
 * database cuts a connection in its first moments. What is thrown outside of promises still ends the process.
 */
function surviveStrayRejections({ services: { log } }: App): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure that nobody waited for'))
}

if (import.meta.main) {
  try {
    await serve()
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error)}\n\n`)
    process.exit(1)
  }
}
