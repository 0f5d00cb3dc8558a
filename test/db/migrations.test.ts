import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDatabase } from '../../src/platform/db/check.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { migrateDatabase, MigrationRefused } from '../../src/platform/db/migrate.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { withDatabase } from '../kit/server.ts'

describe('a migrated database', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await startTestDatabase()
    db = database.db
  })
  afterAll(() => database.stop())

  /** Changes the database behind Parley's back for the time of `run`. */
  async function changed<T>(change: string, undo: string, run: () => Promise<T>): Promise<T> {
    await db.asOwner((owner) => owner.script(change))
    return run().finally(() => db.asOwner((owner) => owner.script(undo)))
  }

  test('has nothing wrong with it, and nothing left to migrate', async () => {
    expect(await checkDatabase(db)).toEqual([])
    expect(await migrateDatabase(db)).toEqual([])
  })

  test('is refused when it is newer than the code', async () => {
    await changed(
      `insert into parley.migrations (name, hash) values ('9999_future', 'x')`,
      `delete from parley.migrations where name = '9999_future'`,
      async () => {
        await expect(migrateDatabase(db)).rejects.toThrow(MigrationRefused)
        expect(await checkDatabase(db)).toEqual([
          {
            problem:
              'The database is newer than this version of Parley: it has the migration 9999_future, which is unknown here.',
            remedy: 'Start the newer version, or restore a backup made before the upgrade.',
          },
        ])
      },
    )
  })

  test('is refused when a migration was changed after it had been applied', async () => {
    const [{ hash } = { hash: '' }] = await db.asOwner((owner) =>
      owner.query<{ hash: string }>(`select hash from parley.migrations where name = '0001_tables'`),
    )
    await changed(
      `update parley.migrations set hash = 'other' where name = '0001_tables'`,
      `update parley.migrations set hash = '${hash}' where name = '0001_tables'`,
      async () => {
        await expect(migrateDatabase(db)).rejects.toThrow('was changed after it had been applied')
      },
    )
  })

  test('is reported when somebody opened a table', async () => {
    await changed(
      'alter table orders no force row level security',
      'alter table orders force row level security',
      async () => {
        expect(await checkDatabase(db)).toMatchObject([{ problem: 'Row-level security is switched off on orders.' }])
      },
    )
  })
})

describe('a database server', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())

  /** A role of its own to connect as: what the others may do is not touched. */
  async function asUser<T>(attributes: string, run: (db: Database, name: string) => Promise<T>): Promise<T> {
    const name = `parley_test_user_${process.pid}`
    const url = new URL(database.url ?? '')
    url.username = name
    await database.db.asOwner((owner) => owner.script(`create role ${name} login ${attributes}`))
    const db = connectPostgres({ url: url.href, poolSize: 2 })
    try {
      return await run(db, name)
    } finally {
      await db.close()
      await database.db.asOwner((owner) => owner.script(`drop owned by ${name}; drop role ${name}`))
    }
  }

  onManyConnections('is refused when the user may not switch to the roles', async () => {
    await asUser('', async (db, name) => {
      expect((await checkDatabase(db)).map(({ remedy }) => remedy)).toContain(
        `As an administrator run: GRANT parley_app TO ${name};`,
      )
    })
  })

  onManyConnections('can be used by a user that owns nothing but may switch to the roles', async () => {
    await asUser('in role parley_app, parley_system', async (db, name) => {
      await database.db.asOwner((owner) =>
        owner.script(`grant usage on schema parley to ${name}; grant select on parley.migrations to ${name}`),
      )
      expect(await checkDatabase(db)).toEqual([])
      expect(await db.withSystem(async () => 1)).toBe(1)
    })
  })

  onManyConnections('is refused when the tenant role can bypass row-level security', async () => {
    // Roles belong to the whole server: changed and put back inside one transaction that nobody else sees.
    await database.db.asOwner(async (owner) => {
      await owner.script('begin; alter role parley_app bypassrls')
      // The first look is from inside that transaction; another connection is another process, as everywhere.
      let isInside = true
      const seeing = {
        ...database.db,
        asOwner<T>(run: (same: typeof owner) => Promise<T>): Promise<T> {
          if (!isInside) return database.db.asOwner(run)
          isInside = false
          return run(owner)
        },
      }
      const problems = await checkDatabase(seeing)
      await owner.script('rollback')
      expect(problems).toEqual([
        {
          problem: 'The role parley_app can bypass row-level security, so tenants would see each other.',
          remedy: 'As an administrator run: ALTER ROLE parley_app NOSUPERUSER NOBYPASSRLS;',
        },
      ])
    })
  })

  onManyConnections('is reported in plain words when it, or the database on it, is not there', async () => {
    const check = async (url: string) => {
      const db = connectPostgres({ url, poolSize: 1 })
      return checkDatabase(db).finally(() => db.close())
    }
    expect(await check(withDatabase(database.url ?? '', 'parley_is_not_here'))).toEqual([
      {
        problem: 'The database does not exist on this server.',
        remedy: 'Create it, or correct its name in DATABASE_URL.',
      },
    ])
    const [problem] = await check('postgres://postgres@127.0.0.1:1/postgres')
    expect(problem?.problem).toContain('ECONNREFUSED 127.0.0.1:1')
  })

  onManyConnections('is migrated once by two processes that start together, from nothing', async () => {
    const name = `parley_test_empty_${process.pid}`
    await database.db.asOwner((owner) => owner.script(`create database ${name} template template0`))
    const url = withDatabase(database.url ?? '', name)
    const [first, second] = [connectPostgres({ url, poolSize: 1 }), connectPostgres({ url, poolSize: 1 })]
    const [a, b] = await Promise.all([migrateDatabase(first), migrateDatabase(second)])
    expect([a.length, b.length].toSorted((x, y) => x - y)[0]).toBe(0)
    expect(a.length + b.length).toBeGreaterThan(1)
    expect(await checkDatabase(first)).toEqual([])
    await Promise.all([first.close(), second.close()])
    await database.db.asOwner((owner) => owner.script(`drop database ${name} with (force)`))
  })
})
