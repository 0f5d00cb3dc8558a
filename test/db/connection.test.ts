import { createServer, connect, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { violatedConstraint } from '../../src/platform/db/faults.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { afterCommit } from '../../src/platform/db/session.ts'
import { send, sendLast, statement } from '../../src/platform/db/statement.ts'
import { newId } from '../../src/platform/ids.ts'
import { makeTenant, onEmbedded, onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'

describe('the database', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await startTestDatabase({ poolSize: 4 })
    db = database.db
  })
  afterAll(() => database.stop())

  const one = { text: 'select 1::text', values: [] }

  test('shows a tenant only its own row, to transactions and to reads', async () => {
    const [mine] = [await makeTenant(db), await makeTenant(db)]
    const seen = await db.withTenant(mine.id, (tx) => queryRows<{ id: string }>(tx, sql`select id from tenants`))
    expect(seen).toEqual([{ id: mine.id }])
    const read = await db.read(mine.id, [
      { text: 'select json_agg(id) from tenants', values: [] },
      { text: 'select json_build_object($1::text, null)::text', values: ['a'] },
      { text: 'select null::text', values: [] },
      { text: `select 'x'::text where false`, values: [] },
      { text: 'select (cardinality($1::text[]) + $2::int)::text where $3', values: [['a', 'b'], 40, true] },
    ])
    expect(read).toEqual([`["${mine.id}"]`, '{"a" : null}', null, null, '42'])
  })

  test('answers raw SQL alike on both engines', async () => {
    const rows = await db
      .withSystem((tx) =>
        queryRows(
          tx,
          sql`select 1 as int, 9007199254740993::bigint as big, '{"a":1}'::jsonb as json, null as nothing,
        ${new Date('2026-01-02T03:04:05.678Z')}::timestamptz = '2026-01-02 03:04:05.678Z' as date, ${['a', 'b']}::text as list`,
        ),
      )
      .catch((error: Error) => error)
    // A list in raw SQL is several parameters, as Drizzle has it; that is one too many for a cast.
    expect(rows).toBeInstanceOf(Error)
    const good = await db.withSystem((tx) =>
      queryRows(
        tx,
        sql`select 1 as int, 9007199254740993::bigint as big, '{"a":1}'::jsonb as json, null as nothing,
        ${new Date('2026-01-02T03:04:05.678Z')}::timestamptz = '2026-01-02 03:04:05.678Z' as date,
        ${sql.param(['a', 'b'])}::text[] as list`,
      ),
    )
    expect(good).toEqual([
      { int: 1, big: '9007199254740993', json: { a: 1 }, nothing: null, date: true, list: ['a', 'b'] },
    ])
  })

  test('takes and gives lists alike on both engines', async () => {
    const texts = ['a', '', 'x,y', 'NULL', '{"q": "\\"}', 'line\nbreak', 'ñ', null]
    const [row] = await db.withSystem((tx) =>
      queryRows(
        tx,
        sql`select ${sql.param(texts)}::text[] as texts, ${sql.param([])}::text[] as nothing,
        ${sql.param([1, -2])}::int[] as numbers, array[1.5, null]::float8[] as floats, array[true, false] as flags`,
      ),
    )
    expect(row).toEqual({ texts, nothing: [], numbers: [1, -2], floats: [1.5, null], flags: [true, false] })
  })

  test('runs reads in a transaction that cannot write', async () => {
    const tenant = await makeTenant(db)
    const text = `insert into catalog_versions (tenant_id, version, changed_at) values ($1, 1, now()) returning '1'`
    await expect(db.read(tenant.id, [{ text, values: [tenant.id] }])).rejects.toThrow('read-only')
  })

  test('says what the first failed statement of a read was, and goes on working', async () => {
    const tenant = await makeTenant(db)
    const broken = db.read(tenant.id, [one, { text: 'select 1/0', values: [] }, one])
    await expect(broken).rejects.toThrow('division by zero')
    const answers = await Promise.all(Array.from({ length: 20 }, () => db.read(tenant.id, [one])))
    expect(answers.flat()).toEqual(Array.from({ length: 20 }, () => '1'))
  })

  test('refuses a text that is no tenant id before it reaches SQL', async () => {
    for (const bad of ['', `ten_1'; drop table tenants; --`, newId('order')]) {
      await expect(db.withTenant(bad, async () => 1)).rejects.toThrow('is not one')
      await expect(db.read(bad, [one])).rejects.toThrow('is not one')
    }
  })

  test('rolls back when the function throws, and the caller gets that error', async () => {
    const tenant = await makeTenant(db)
    const failing = db.withTenant(tenant.id, async (tx) => {
      await tx.execute(sql`update tenants set name = 'changed'`)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const [row] = await db.withTenant(tenant.id, (tx) => queryRows(tx, sql`select name from tenants`))
    expect(row).toEqual({ name: `Tenant ${tenant.slug}` })
  })

  test('commits nothing of a transaction in which a statement failed, whatever the function makes of it', async () => {
    const tenant = await makeTenant(db)
    const failing = db.withTenant(tenant.id, async (tx) => {
      await tx.execute(sql`update tenants set name = 'changed'`)
      await tx.execute(sql`update tenants set slug = '-'`).catch(() => {})
    })
    expect(violatedConstraint(await failing.catch((thrown: unknown) => thrown))).toBe('tenants_slug_check')
    const [row] = await db.withTenant(tenant.id, (tx) => queryRows(tx, sql`select name from tenants`))
    expect(row).toEqual({ name: `Tenant ${tenant.slug}` })
  })

  const rename = statement<{ name: string }>('/* rename */ update tenants set name = $name')
  const nameOf = statement<object, { name: string }>('/* nameOf */ select name from tenants')

  test('commits what was sent last together with the commit, and takes nothing after it', async () => {
    const tenant = await makeTenant(db)
    const told = Promise.withResolvers<unknown>()
    const [, rows] = await db.withTenant(tenant.id, async (tx) => {
      const results = await sendLast(tx, [rename.with({ name: 'last' }), nameOf.with({})])
      await send(tx, rename.with({ name: 'too late' })).catch(told.resolve)
      return results
    })
    expect(rows).toEqual([{ name: 'last' }])
    expect(await told.promise).toMatchObject({ message: expect.stringContaining('has ended') })
    expect(await db.withTenant(tenant.id, (tx) => send(tx, nameOf.with({})))).toEqual([{ name: 'last' }])
  })

  test('commits nothing when one of the last statements fails', async () => {
    const tenant = await makeTenant(db)
    const broken = statement<object>("/* broken */ update tenants set slug = '-'")
    const failing = db.withTenant(tenant.id, (tx) =>
      sendLast(tx, [rename.with({ name: 'first' }), broken.with({}), rename.with({ name: 'last' })]),
    )
    expect(violatedConstraint(await failing.catch((thrown: unknown) => thrown))).toBe('tenants_slug_check')
    expect(await db.withTenant(tenant.id, (tx) => send(tx, nameOf.with({})))).toEqual([
      { name: `Tenant ${tenant.slug}` },
    ])
  })

  test('lets part of a transaction fail inside a savepoint', async () => {
    const tenant = await makeTenant(db)
    const result = await db.withTenant(tenant.id, async (tx) => {
      const failed = tx.transaction(async (inner) => {
        await inner.execute(sql`update tenants set name = 'changed'`)
        await inner.execute(sql`update tenants set slug = '-'`)
      })
      return failed.then(() => null, violatedConstraint)
    })
    expect(result).toBe('tenants_slug_check')
  })

  test('keeps what people wrote out of the error when a statement fails', async () => {
    const tenant = await makeTenant(db)
    const failing = db.withTenant(tenant.id, (tx) =>
      tx.execute(sql`update tenants set slug = '-', name = ${'Ana Secreta, +34 600 000 000'}`),
    )
    const error = await failing.catch((thrown: unknown) => thrown)
    expect(violatedConstraint(error)).toBe('tenants_slug_check')
    expect((error as Error).message).not.toContain('Ana')
  })

  test('refuses to be called from inside its own transaction instead of waiting for ever', async () => {
    const tenant = await makeTenant(db)
    const inside = (run: () => Promise<unknown>) => db.withTenant(tenant.id, run)
    await expect(inside(() => db.withTenant(tenant.id, async () => 1))).rejects.toThrow('inside a transaction')
    await expect(inside(() => db.withSystem(async () => 1))).rejects.toThrow('inside a transaction')
    await expect(inside(() => db.read(tenant.id, [one]))).rejects.toThrow('inside a transaction')
    await expect(inside(() => db.notify('x'))).rejects.toThrow('inside a transaction')
    // What a transaction started and left behind is outside.
    const later = Promise.withResolvers<unknown>()
    await inside(async () => void setTimeout(() => db.read(tenant.id, [one]).then(later.resolve, later.reject), 5))
    expect(await later.promise).toEqual(['1'])
  })

  test('calls what was to follow a commit after it, and not after a rollback', async () => {
    const tenant = await makeTenant(db)
    const called: string[] = []
    const committed = Promise.withResolvers<void>()
    await db.withTenant(tenant.id, async () => afterCommit(() => (called.push('committed'), committed.resolve())))
    await db
      .withTenant(tenant.id, async () => {
        afterCommit(() => called.push('rolled back'))
        throw new Error('no')
      })
      .catch(() => {})
    await committed.promise
    expect(called).toEqual(['committed'])
    expect(() => afterCommit(() => {})).toThrow('outside a transaction')
  })

  test('tells observers of every statement and of nothing around them', async () => {
    const tenant = await makeTenant(db)
    const seen: string[] = []
    const stop = db.onStatement((text) => seen.push(text))
    await db.read(tenant.id, [one, one])
    await db.withTenant(tenant.id, (tx) => tx.execute(sql`select 2`))
    stop()
    await db.read(tenant.id, [one])
    expect(seen).toEqual(['select 1::text', 'select 1::text', 'select 2'])
  })

  test('wakes those who listen, and no longer when they have stopped', async () => {
    const woken = Promise.withResolvers<void>()
    let count = 0
    const stop = await db.listen('test_channel', () => {
      count += 1
      woken.resolve()
    })
    await db.notify('test_channel')
    await woken.promise
    await stop()
    const other = Promise.withResolvers<void>()
    await db.listen('test_other', other.resolve)
    await db.notify('test_channel')
    await db.notify('test_other')
    await other.promise
    expect(count).toBe(1)
  })

  onEmbedded('gives timers and sockets their turn while it is busy', async () => {
    const tenant = await makeTenant(db)
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 1)
    for (let n = 0; n < 50; n += 1) await db.read(tenant.id, [one])
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(10)
  })

  onManyConnections('answers UNAVAILABLE while all connections are taken for too long', async () => {
    const tenant = await makeTenant(db)
    const small = connectPostgres({ url: database.url ?? '', poolSize: 1, acquireTimeoutMs: 50 })
    const held = Promise.withResolvers<void>()
    const entered = Promise.withResolvers<void>()
    const holding = small.withTenant(tenant.id, async () => {
      entered.resolve()
      await held.promise
    })
    await entered.promise
    await expect(small.read(tenant.id, [one])).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true })
    held.resolve()
    await holding
    expect(await small.read(tenant.id, [one])).toEqual(['1'])
    await small.close()
  })

  onManyConnections('goes on by itself after its connections were cut, and after the server was away', async () => {
    const tenant = await makeTenant(db)
    const proxy = await startProxy(database.url ?? '')
    const through = connectPostgres({ url: proxy.url, poolSize: 3 })
    const read = () => through.read(tenant.id, [one])
    const write = () => through.withTenant(tenant.id, (tx) => tx.execute(sql`update tenants set name = 'x'`))
    await Promise.all([read(), read(), write()])
    proxy.cut()
    await expect.poll(() => read().catch(() => null)).toEqual(['1'])
    await proxy.stop()
    const unavailable = { code: 'UNAVAILABLE', message: 'The database cannot be reached right now; try again.' }
    for (let n = 0; n < 8; n += 1) {
      await expect(read()).rejects.toMatchObject(unavailable)
      await expect(write()).rejects.toMatchObject(unavailable)
      await expect(through.ping()).rejects.toMatchObject(unavailable)
    }
    await proxy.start()
    // Every connection of the pool is back, not just one.
    await expect.poll(() => Promise.all([read(), read(), read()]).catch(() => null), { timeout: 5_000 }).not.toBeNull()
    await Promise.all([write(), write(), write(), through.ping()])
    await through.close()
    await proxy.stop()
  })

  onManyConnections(
    'does not run the rest of a transaction on a new connection after the old one was cut',
    async () => {
      const tenant = await makeTenant(db)
      const proxy = await startProxy(database.url ?? '')
      const through = connectPostgres({ url: proxy.url, poolSize: 1 })
      const told = Promise.withResolvers<unknown>()
      const cut = through.withTenant(tenant.id, async (tx) => {
        await tx.execute(sql`update tenants set name = 'first'`)
        proxy.cut()
        // A verb that goes on after a failed statement is told so, and does not reach the database with the next one.
        await tx.execute(sql`update tenants set name = 'second'`).catch(() => {})
        await tx.execute(sql`update tenants set name = 'third'`).catch(told.resolve)
      })
      await expect(cut).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      expect(await told.promise).toMatchObject({ cause: { code: 'UNAVAILABLE' } })
      const [row] = await db.withTenant(tenant.id, (tx) => queryRows(tx, sql`select name from tenants`))
      expect(row).toEqual({ name: `Tenant ${tenant.slug}` })
      await through.close()
      await proxy.stop()
    },
  )

  onManyConnections('is not harmed by a transaction that ends when its place has been lent again', async () => {
    const tenant = await makeTenant(db)
    const proxy = await startProxy(database.url ?? '')
    const through = connectPostgres({ url: proxy.url, poolSize: 1 })
    const stray: unknown[] = []
    const onStray = (error: unknown) => stray.push(error)
    process.on('uncaughtException', onStray)
    try {
      const asked = Promise.withResolvers<void>()
      const cut = through.withTenant(tenant.id, async (tx) => {
        await queryRows(tx, sql`select 1`)
        const sleeping = queryRows(tx, sql`select pg_sleep(5)`)
        asked.resolve()
        // Hears of it later than whoever waits for the place.
        await sleeping.catch(async () => {
          for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
        })
        throw new Error('too late')
      })
      await asked.promise
      const next = through.read(tenant.id, [one])
      proxy.cut()
      await expect(cut).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      expect(await next).toEqual(['1'])
      expect(stray).toEqual([])
    } finally {
      process.removeListener('uncaughtException', onStray)
      await through.close()
      await proxy.stop()
    }
  })

  onManyConnections('sends nothing that waited for a lost connection over a new one', async () => {
    const tenant = await makeTenant(db)
    const proxy = await startProxy(database.url ?? '')
    const through = connectPostgres({ url: proxy.url, poolSize: 1 })
    await through.ping()
    const cut = through.withTenant(tenant.id, async (tx) => {
      // Its parameter's type is asked for first, so what follows has to wait inside the driver.
      const slow = send(tx, statement<{ text: string }>('select pg_sleep(20), $text::text').with({ text: '' }))
      const behind = send(tx, rename.with({ name: 'outside' }))
      await Promise.allSettled([slow, behind])
    })
    cut.catch(() => {})
    const asleep = `select 1 from pg_stat_activity where query like 'select pg_sleep(20)%' and datname = current_database()`
    await expect.poll(() => db.asOwner((owner) => owner.query(asleep))).toHaveLength(1)
    proxy.cut()
    await expect(cut).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    // Over the new connection it would have changed every tenant there is.
    await expect
      .poll(() =>
        through
          .ping()
          .then(() => 'back')
          .catch(() => null),
      )
      .toBe('back')
    expect(await db.withTenant(tenant.id, (tx) => send(tx, nameOf.with({})))).toEqual([
      { name: `Tenant ${tenant.slug}` },
    ])
    await through.close()
    await proxy.stop()
  })

  onManyConnections('gives up a connection that the network has swallowed without a word', async () => {
    const tenant = await makeTenant(db)
    const proxy = await startProxy(database.url ?? '')
    const through = connectPostgres({ url: proxy.url, poolSize: 1, useTimeoutMs: 300 })
    const read = () => through.read(tenant.id, [one])
    const write = () => through.withTenant(tenant.id, (tx) => send(tx, rename.with({ name: 'x' })))
    for (const use of [read, write, () => through.runAsSystem('select $1::int', [1])]) {
      await use()
      proxy.swallow()
      const startedAtMs = performance.now()
      await expect(use()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      expect(performance.now() - startedAtMs).toBeLessThan(2_000)
      // The next one gets a connection of its own.
      await use()
    }
    await through.close()
    await proxy.stop()
  })

  onManyConnections('keeps at most 300 prepared statements on a connection, however many texts are sent', async () => {
    const tenant = await makeTenant(db)
    const single = connectPostgres({ url: database.url ?? '', poolSize: 1 })
    const count = { text: 'select count(*)::text from pg_prepared_statements', values: [] }
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 350; n += 1) await single.read(tenant.id, [{ text: `select ${n}::text`, values: [] }])
    }
    const [prepared] = await single.read(tenant.id, [count])
    expect(Number(prepared)).toBe(300)
    await single.close()
  })
})

/** A network between the database and us that can be cut. */
async function startProxy(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let server: Server | null = null
  let port = 0
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  /** From now on nothing passes over the connections that there are, and nobody is told. */
  const swallow = () => {
    for (const socket of sockets)
      socket
        .unpipe()
        .resume()
        .on('data', () => {})
  }
  const start = async () => {
    server = createServer((client) => {
      const upstream = connect(Number(target.port), target.hostname)
      for (const socket of [client, upstream]) {
        sockets.add(socket)
        socket.on('error', () => {}).on('close', () => sockets.delete(socket))
      }
      client.pipe(upstream).pipe(client)
      client.on('close', () => upstream.destroy())
      upstream.on('close', () => client.destroy())
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address === 'object' && address !== null) port = address.port
  }
  await start()
  const through = new URL(url)
  through.port = String(port)
  through.hostname = '127.0.0.1'
  return {
    url: through.href,
    cut,
    swallow,
    start,
    async stop() {
      const closed = server?.listening === true ? once(server, 'close') : null
      server?.close()
      cut()
      await closed
    },
  }
}
