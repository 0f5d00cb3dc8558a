import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToLibrary, importKnowledgeDocs, listLibrary, removeFromLibrary } from '../../src/knowledge/index.ts'
import { copyLibrary } from '../../src/knowledge/library.ts'
import type { Ctx, Services } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { onManyConnections } from '../kit/database.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

interface Doc {
  readonly id: string
  readonly scope: string
  readonly externalId: string
  readonly title: string
  readonly status: string
  readonly hiddenAt: string | null
  readonly chunkCount: number
}

async function docs(world: World, scope?: string): Promise<Doc[]> {
  const { knowledgeDocs } = await world.owner.query<{ knowledgeDocs: { nodes: Doc[] } }>(
    `query ($filter: KnowledgeDocFilter) {
      knowledgeDocs(filter: $filter) { nodes { id scope externalId title status hiddenAt chunkCount } }
    }`,
    { filter: scope === undefined ? {} : { scope } },
  )
  return knowledgeDocs.nodes
}

async function found(world: World, query: string): Promise<{ title: string; scope: string }[]> {
  const { knowledgeSearch } = await world.owner.query<{ knowledgeSearch: { doc: { title: string; scope: string } }[] }>(
    'query ($query: String!) { knowledgeSearch(query: $query) { doc { title scope } } }',
    { query },
  )
  return knowledgeSearch.map(({ doc }) => doc)
}

/** Every copy is there and indexed. */
const settled = (world: World, count: number) =>
  expect
    .poll(async () => (await docs(world, 'GLOBAL')).filter(({ status }) => status === 'READY').length, {
      timeout: 10_000,
    })
    .toBe(count)

const cold = {
  externalId: 'cold-chain',
  title: 'Cadena de frío',
  content: 'La leche viaja a 4 grados en camión refrigerado.',
}
const change = (name: string) => `mutation ($id: ID!) { ${name}(id: $id) { doc { hiddenAt } errors { code path } } }`

/** The same, but `run` happens behind its n-th look at the library, before it acts on what it saw. */
function afterRead(ctx: Ctx, n: number, run: () => Promise<void>): Ctx {
  let count = 0
  const withSystem: Database['withSystem'] = async (read) => {
    const seen = await ctx.db.withSystem(read)
    count += 1
    if (count === n) await run()
    return seen
  }
  return { ...ctx, db: { ...ctx.db, withSystem } }
}

async function advisoryWaiters(): Promise<number> {
  const waiting = "select 1 from pg_locks where locktype = 'advisory' and not granted"
  return (await app.database.db.asOwner((owner) => owner.query(waiting))).length
}

describe('a global document', () => {
  test('is found and cited in every tenant, also in one that comes later, beside the tenant’s own of the same name', async () => {
    const [one, two] = [await app.makeWorld(), await app.makeWorld({ locale: 'es-CO', debounceMs: 0 })]
    expect(await addToLibrary(app.services, cold)).toEqual({ ok: true, change: 'ADDED' })
    expect(await addToLibrary(app.services, cold)).toEqual({ ok: true, change: 'UNCHANGED' })
    await settled(one, 1)
    await settled(two, 1)
    const later = await app.makeWorld()
    await settled(later, 1)
    for (const world of [one, two, later]) {
      expect(await found(world, '¿a cuántos grados viaja la leche?')).toEqual([{ title: cold.title, scope: 'GLOBAL' }])
    }

    const own = { externalId: cold.externalId, title: 'Nuestro frío', content: 'Aquí la leche se guarda a 2 grados.' }
    await importKnowledgeDocs(one.ctx, [own])
    await expect.poll(async () => (await docs(one, 'TENANT'))[0]?.status).toBe('READY')
    expect((await found(one, 'leche grados')).map(({ scope }) => scope).toSorted()).toEqual(['GLOBAL', 'TENANT'])

    const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === two.tenantId)
    await two.say('¿a cuántos grados viaja la leche?')
    await read
    const { aiResponses } = await two.owner.query<{
      aiResponses: { nodes: { task: string; citations: { doc: { scope: string } }[] }[] }
    }>('{ aiResponses(first: 5) { nodes { task citations { doc { scope } } } } }')
    const answer = aiResponses.nodes.find(({ task }) => task === 'ANSWER_QUESTION')
    expect(answer?.citations).toEqual([{ doc: { scope: 'GLOBAL' } }])
  })

  test('is hidden by one tenant for itself alone, stays so when it changes, and is shown again', async () => {
    const [one, two] = [await app.makeWorld(), await app.makeWorld()]
    await settled(one, 1)
    await settled(two, 1)
    const [copy] = await docs(one, 'GLOBAL')
    const hidden = await one.owner.mutate<Record<string, unknown>>(change('knowledgeDocHide'), { id: copy?.id })
    expect(hidden).toEqual({ knowledgeDocHide: { doc: { hiddenAt: expect.any(String) }, errors: [] } })
    expect(await found(one, 'leche grados')).toEqual([])
    expect(await found(two, 'leche grados')).toHaveLength(1)

    await addToLibrary(app.services, { ...cold, content: 'La leche viaja a 3 grados.' })
    await expect.poll(async () => (await docs(one, 'GLOBAL'))[0]).toMatchObject({ status: 'READY', chunkCount: 0 })
    await expect.poll(async () => JSON.stringify(await found(two, 'viaja a 3 grados'))).toContain(cold.title)
    expect(await found(one, 'viaja a 3 grados')).toEqual([])

    await one.owner.mutate(change('knowledgeDocShow'), { id: copy?.id })
    await expect.poll(() => found(one, 'viaja a 3 grados')).toHaveLength(1)
  })

  test('is neither deleted nor changed by a tenant, whose own are not hidden', async () => {
    const world = await app.makeWorld()
    await settled(world, 1)
    const [copy] = await docs(world, 'GLOBAL')
    const remove = 'mutation ($id: ID!) { knowledgeDocDelete(id: $id) { deletedId errors { code path } } }'
    expect(await world.owner.mutate(remove, { id: copy?.id })).toEqual({
      knowledgeDocDelete: { deletedId: null, errors: [{ code: 'INVALID_INPUT', path: ['id'] }] },
    })
    await importKnowledgeDocs(world.ctx, [{ ...cold, content: 'Otra cosa.' }])
    const [own] = await docs(world, 'TENANT')
    expect(await world.owner.mutate(change('knowledgeDocHide'), { id: own?.id })).toEqual({
      knowledgeDocHide: { doc: null, errors: [{ code: 'INVALID_INPUT', path: ['id'] }] },
    })
    expect((await docs(world, 'GLOBAL'))[0]).toMatchObject({ id: copy?.id, title: cold.title })
  })

  onManyConnections('is copied once by two jobs at once', async () => {
    const world = await app.makeWorld()
    await settled(world, 1)
    await Promise.all([
      copyLibrary(world.ctx),
      copyLibrary(world.ctx),
      addToLibrary(app.services, { ...cold, externalId: 'b' }),
    ])
    await Promise.all([copyLibrary(world.ctx), copyLibrary(world.ctx)])
    await settled(world, 2)
    await removeFromLibrary(app.services, 'b')
    await settled(world, 1)
  })

  test('that came while a slower job was copying is not undone by it, nor is its removal', async () => {
    const world = await app.makeWorld()
    await settled(world, 1)
    // No job of its own mends what the slower one does.
    const quiet = { ...app.services, jobs: { ...app.services.jobs, enqueue: async () => {} } }
    const late = { ...cold, externalId: 'late', title: 'Tarde' }
    const names = async () => (await docs(world, 'GLOBAL')).map(({ externalId }) => externalId).toSorted()

    await copyLibrary(
      afterRead(world.ctx, 1, async () => {
        await addToLibrary(quiet, late)
        await copyLibrary(world.ctx)
      }),
    )
    expect(await names()).toEqual(['cold-chain', 'late'])

    await addToLibrary(quiet, { ...late, title: 'Más tarde' })
    await copyLibrary(
      afterRead(world.ctx, 2, async () => {
        await removeFromLibrary(quiet, late.externalId)
        await copyLibrary(world.ctx)
      }),
    )
    expect(await names()).toEqual(['cold-chain'])
  })

  onManyConnections('reaches a tenant that is made while it is being added', async () => {
    const [adding, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const held: Services = {
      ...app.services,
      jobs: {
        ...app.services.jobs,
        async enqueue(tx, ...job) {
          adding.resolve()
          await go.promise
          return app.services.jobs.enqueue(tx, ...job)
        },
      },
    }
    await app.makeWorld()
    const added = addToLibrary(held, { ...cold, externalId: 'meanwhile' })
    await adding.promise
    const copied = new Set<string>()
    const stop = app.jobs.onSettled((job) => job.name === 'knowledge.library' && copied.add(job.data.tenantId))
    const made = Promise.withResolvers<World>()
    app.makeWorld().then(made.resolve, made.reject)
    let world: World | null = null
    made.promise.then(
      (it) => (world = it),
      () => {},
    )
    await expect
      .poll(async () => (world !== null && copied.has(world.tenantId)) || (await advisoryWaiters()) > 0, {
        timeout: 10_000,
      })
      .toBe(true)
    go.resolve()
    await added
    stop()
    await expect
      .poll(async () => (await docs(await made.promise, 'GLOBAL')).map(({ externalId }) => externalId).toSorted())
      .toEqual(['cold-chain', 'meanwhile'])
    await removeFromLibrary(app.services, 'meanwhile')
    await settled(await made.promise, 1)
  })

  test('is gone from every tenant when it leaves the library, and its words from the library', async () => {
    const world = await app.makeWorld()
    await settled(world, 1)
    expect(await removeFromLibrary(app.services, cold.externalId)).toBe(true)
    expect(await removeFromLibrary(app.services, cold.externalId)).toBe(false)
    await expect.poll(() => docs(world, 'GLOBAL')).toEqual([])
    expect(await found(world, 'leche grados')).toEqual([])
    expect(await listLibrary(app.services)).toEqual([])
    const rows = await app.database.db.asOwner((owner) => owner.query('select content, title from library_docs'))
    expect(rows).toContainEqual({ content: '', title: '' })
  })

  test('that cannot be one is refused with its reason', async () => {
    expect(await addToLibrary(app.services, { ...cold, externalId: ' ' })).toMatchObject({
      ok: false,
      errors: [{ path: ['externalId'] }],
    })
  })
})
