import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inject, test } from 'vitest'
import { connectEmbedded } from '../../src/platform/db/embedded.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { newId } from '../../src/platform/ids.ts'
import { withDatabase } from './server.ts'

export interface TestDatabase {
  readonly db: Database
  /** Null on the embedded engine. */
  readonly url: string | null
  /** Another process' view of the same database; Postgres only. */
  connectAgain(): Database
  /** Closes everything and drops the database. */
  stop(): Promise<void>
}

const serverUrl = process.env['TEST_DATABASE_URL'] ?? null

/**
 * A fresh migrated database of this test file's own: PGlite in memory, or a new database on the server that
 * TEST_DATABASE_URL names. Stop it in `afterAll`.
 */
export async function startTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  return serverUrl === null ? startEmbedded() : startOnServer(serverUrl, options.poolSize ?? 10)
}

async function startEmbedded(): Promise<TestDatabase> {
  const db = await connectEmbedded({ directory: null, template: new Blob([await readFile(inject('template'))]) })
  return {
    db,
    url: null,
    connectAgain() {
      throw new Error('The embedded database has one connection: guard the test with onManyConnections')
    },
    stop: () => db.close(),
  }
}

async function startOnServer(server: string, poolSize: number): Promise<TestDatabase> {
  const name = `parley_test_${process.pid}_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${inject('template')}`)
  const url = withDatabase(server, name)
  const opened: Database[] = []
  const open = () => {
    const db = connectPostgres({ url, poolSize })
    opened.push(db)
    return db
  }
  return {
    db: open(),
    url,
    connectAgain: open,
    async stop() {
      await Promise.all(opened.map((db) => db.close()))
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = connectPostgres({ url, poolSize: 1 })
  await server.asOwner((owner) => owner.script(statement)).finally(() => server.close())
}

/** For tests of what needs several connections at once: locks, races, readers beside writers. Postgres only. */
export const onManyConnections = test.skipIf(serverUrl === null)

/** For tests of what only the embedded database does. */
export const onEmbedded = test.skipIf(serverUrl !== null)

export interface TestTenant {
  readonly id: string
  readonly slug: string
}

/** A new tenant, written behind the application's back: for tests below the API. */
export async function makeTenant(
  db: Database,
  settings: { currency?: string; tier?: string } = {},
): Promise<TestTenant> {
  const id = newId('tenant')
  const slug = `test-${id.slice(-12)}`
  await db.asOwner((owner) =>
    owner.query(
      `insert into tenants (id, slug, name, tier, currency, locale, time_zone, created_at, updated_at)
       values ($1, $2, $3, $4, $5, 'en', 'UTC', now(), now())`,
      [id, slug, `Tenant ${slug}`, settings.tier ?? 'BASIC', settings.currency ?? 'EUR'],
    ),
  )
  return { id, slug }
}
