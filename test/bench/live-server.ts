import { createApp } from '../../src/app.ts'
import { parseConfig } from '../../src/config.ts'
import { connectDatabase } from '../../src/platform/db/connect.ts'
import type { Database } from '../../src/platform/db/database.ts'

/** What a server of the measurement has used since its start. */
export interface ServerUse {
  readonly cpuMs: number
  readonly residentMb: number
  /** Statements of subscribers' reads, and of the feed that finds what to tell them. */
  readonly reads: number
  readonly feedReads: number
}

// The whole application in a process of its own, as `npm start` composes it, over a database handle that counts.
const config = parseConfig(process.env)
const db = await connectDatabase({ ...config.database, dataDirectory: config.dataDirectory })
let [reads, feedReads] = [0, 0]
const counting: Database = {
  ...db,
  read(tenantId, statements) {
    reads += statements.length
    return db.read(tenantId, statements)
  },
  readBytes(tenantId, statements) {
    reads += statements.length
    return db.readBytes(tenantId, statements)
  },
  runAsSystem(text, values) {
    if (text.startsWith('/* readTail */')) feedReads += 1
    return db.runAsSystem(text, values)
  },
}
const app = await createApp(config, { db: counting })
const url = await app.start()

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const use: ServerUse = {
    cpuMs: (user + system) / 1_000,
    residentMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    reads,
    feedReads,
  }
  process.send?.(use)
})
process.once('SIGTERM', () => {
  void app
    .stop()
    .then(() => db.close())
    .then(() => process.exit(0))
})
process.send?.(url)
