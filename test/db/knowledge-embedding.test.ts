import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importKnowledgeDocs } from '../../src/knowledge/import.ts'
import { indexKnowledgeDocs } from '../../src/knowledge/index-docs.ts'
import { embedKnowledge, embeddingProgress, reembedKnowledge } from '../../src/knowledge/reembed.ts'
import { searchKnowledge } from '../../src/knowledge/search.ts'
import { openAiEmbedder } from '../../src/platform/ai/embeddings-openai.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import type { Ctx } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { noDeadLetters } from '../kit/jobs.ts'
import { makeTenant, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'
import { systemCtx } from '../kit/system.ts'

/** Words that the models know to mean the same, which no full text does: only their vectors find one by the other. */
const meanings: readonly (readonly string[])[] = [
  ['automobile', 'car'],
  ['physician', 'doctor'],
  ['beverage', 'drink'],
]
const lengths: Readonly<Record<string, number>> = { small: 8, large: 32 }

describe('another embedding model', () => {
  let database: TestDatabase
  let db: Database
  let server: ModelServer
  let asked: { model: string; texts: readonly string[] }[] = []
  let broken: (model: string) => boolean = () => false
  beforeAll(async () => {
    database = await startTestDatabase()
    db = database.db
    server = await startModelServer()
    server.script(({ body }) => {
      const { model, input } = body as { model: string; input: string[] }
      if (broken(model)) return { kind: 'status', status: 503 }
      asked.push({ model, texts: input })
      const length = lengths[model] ?? 4
      const data = input.map((text, index) => ({ index, embedding: vectorOf(text, length) }))
      return { kind: 'garbage', body: JSON.stringify({ object: 'list', data }) }
    })
  })
  afterAll(async () => {
    await server.stop()
    await database.stop()
  })
  beforeEach(() => (asked = []))
  afterEach(() => (broken = () => false))

  /** The first dimensions stand for meanings, the last one for everything else. */
  function vectorOf(text: string, length: number): number[] {
    const vector = meanings.map((words) => (words.some((word) => text.includes(word)) ? 5 : 0))
    return [...vector, ...Array.from({ length: length - meanings.length - 1 }, () => 0), 1]
  }

  interface Base {
    readonly ctx: Ctx
    readonly waiting: { name: string; data: Record<string, unknown> }[]
    /** Runs what is waiting; a job of embedding may be taken away after so many calls to the model. */
    run(options?: { takenAfter?: number }): Promise<void>
  }

  async function open(passages = 3): Promise<Base> {
    const { id: tenantId } = await makeTenant(db)
    const waiting: Base['waiting'] = []
    const embedder = (model: string) =>
      openAiEmbedder({ apiKey: 'test', baseUrl: server.url, model, timeoutMs: 2_000, priceMicroUsd: 0 })
    const ctx = systemCtx(db, tenantId, {
      models: {
        order: offlineModel,
        cheaper: null,
        net: offlineModel,
        timeoutMs: 1_000,
        embedder: embedder('small'),
        otherEmbedder: embedder,
      },
      jobs: {
        ...noDeadLetters,
        newJob: () => ({ text: 'select 1', values: [], resultOf: () => {} }),
        async enqueue(_tx, { name }, data) {
          waiting.push({ name, data: Object.fromEntries(Object.entries(data)) })
        },
      },
    })
    const base: Base = {
      ctx,
      waiting,
      async run({ takenAfter = Infinity } = {}) {
        for (const { name, data } of waiting.splice(0)) {
          const taken = new AbortController()
          const { signal } = taken
          if (name === 'knowledge.index') {
            await indexKnowledgeDocs(ctx, { docIds: data['docIds'] as string[], isLastAttempt: true, signal })
            continue
          }
          const until = asked.length + takenAfter
          const watch = setInterval(() => asked.length >= until && taken.abort(new Error('taken away')), 1)
          await embedKnowledge(ctx, { model: String(data['model']), isLastAttempt: false, signal }).finally(() =>
            clearInterval(watch),
          )
        }
      },
    }
    const sections = Array.from({ length: passages - 3 }, (_, n) => `# Part ${n}\n\nNumber ${n} is something else.`)
    const others = sections.length === 0 ? [] : [{ externalId: 'others', title: '', content: sections.join('\n\n') }]
    await importKnowledgeDocs(ctx, [
      { externalId: 'cars', title: '', content: 'We repair every automobile.' },
      { externalId: 'health', title: '', content: 'Our physician is in on Mondays.' },
      { externalId: 'bar', title: '', content: 'Each guest gets one beverage.' },
      ...others,
    ])
    await base.run()
    return base
  }

  const found = async ({ ctx }: Base, query: string) =>
    (await searchKnowledge(ctx, { query, first: 1 })).map(({ externalId }) => externalId)
  const vectors = ({ ctx }: Base) =>
    db.asOwner((owner) =>
      owner.query<{ model: string; dimensions: number; count: string }>(
        `select model, dimensions, count(*) from knowledge_vectors where tenant_id = $1 group by 1, 2 order by 1`,
        [ctx.tenantId],
      ),
    )

  test('is asked with masks over the personal data in a question, unless the tenant lets it see that', async () => {
    const base = await open()
    asked = []

    expect(await found(base, 'a drink for rosa@mercado.example or 212-555-0187')).toEqual(['bar'])
    expect(asked.map(({ texts }) => texts)).toEqual([['a drink for [EMAIL] or [PHONE]']])

    await db.asOwner((owner) =>
      owner.query('update tenants set redact_prompts = false where id = $1 returning id', [base.ctx.tenantId]),
    )
    asked = []
    expect(await found(base, 'a drink for rosa@mercado.example')).toEqual(['bar'])
    expect(asked.map(({ texts }) => texts)).toEqual([['a drink for rosa@mercado.example']])
  })

  test('answers beside the old one until it has all passages, then alone; vectors say model and length', async () => {
    const base = await open()
    expect(await vectors(base)).toMatchObject([{ model: 'small', dimensions: 8 }])
    expect(await found(base, 'drink')).toEqual(['bar'])

    expect((await reembedKnowledge(base.ctx, { model: 'large' })).errors).toEqual([])
    expect(await embeddingProgress(base.ctx)).toMatchObject({
      model: 'small',
      dimensions: 8,
      building: { model: 'large', doneCount: 0, totalCount: 3, failureReason: null },
    })
    asked = []
    expect(await found(base, 'drink')).toEqual(['bar'])
    expect(asked.map(({ model }) => model)).toEqual(['small'])

    await base.run()
    expect(await embeddingProgress(base.ctx)).toEqual({ model: 'large', dimensions: 32, building: null })
    expect(await vectors(base)).toMatchObject([{ model: 'large', dimensions: 32 }])
    asked = []
    expect(await found(base, 'drink')).toEqual(['bar'])
    expect(asked.map(({ model }) => model)).toEqual(['large'])
  })

  test('taken away in the middle goes on where it was, and is searched by the old one meanwhile', async () => {
    const base = await open(150)
    await reembedKnowledge(base.ctx, { model: 'large' })
    const [job] = base.waiting
    asked = []
    await expect(base.run({ takenAfter: 2 })).rejects.toThrow()
    const { building } = await embeddingProgress(base.ctx)
    expect(building?.doneCount).toBeGreaterThan(0)
    expect(building?.doneCount).toBeLessThan(150)
    expect(await found(base, 'drink')).toEqual(['bar'])

    if (job) base.waiting.push(job)
    asked = []
    await base.run()
    const again = asked.filter(({ model }) => model === 'large').flatMap(({ texts }) => texts)
    expect(again).toHaveLength(150 - (building?.doneCount ?? 0))
    expect(await embeddingProgress(base.ctx)).toMatchObject({ model: 'large', building: null })
    expect(await found(base, 'drink')).toEqual(['bar'])
  })

  test('waits for passages that were stored while it was being built', async () => {
    const base = await open()
    await reembedKnowledge(base.ctx, { model: 'large' })
    const [embedding] = base.waiting.splice(0)
    const doc = { externalId: 'late', title: '', content: 'The car park is behind the house.' }
    await importKnowledgeDocs(base.ctx, [doc])
    await base.run()
    expect((await vectors(base)).map(({ model, count }) => [model, Number(count)])).toEqual([['small', 4]])
    expect(base.waiting.map(({ name, data }) => [name, data['model']])).toEqual([['knowledge.embed', 'large']])
    if (embedding) base.waiting.push(embedding)
    await base.run()
    const [left] = await vectors(base)
    expect([left?.model, Number(left?.count)]).toEqual(['large', 4])
    expect(await found(base, 'automobile')).toEqual(['cars'])
  })

  test('that fails for good says why, leaves the old one answering, and goes on when asked again', async () => {
    const base = await open()
    await reembedKnowledge(base.ctx, { model: 'large' })
    broken = (model) => model === 'large'
    base.waiting.length = 0
    const { signal } = new AbortController()
    await expect(embedKnowledge(base.ctx, { model: 'large', isLastAttempt: false, signal })).rejects.toThrow(
      'status 503',
    )
    await embedKnowledge(base.ctx, { model: 'large', isLastAttempt: true, signal })
    const stopped = await embeddingProgress(base.ctx)
    expect(stopped).toMatchObject({
      model: 'small',
      building: { model: 'large', failureReason: expect.stringContaining('503') },
    })
    expect(await found(base, 'drink')).toEqual(['bar'])
    broken = () => false
    await reembedKnowledge(base.ctx, { model: 'large' })
    await base.run()
    expect(await embeddingProgress(base.ctx)).toMatchObject({ model: 'large', building: null })
  })

  test('goes back to the built-in one at once, and without its provider full text answers on', async () => {
    const base = await open()
    await reembedKnowledge(base.ctx, { model: 'lexical-hash-384-v1' })
    await base.run()
    expect(await embeddingProgress(base.ctx)).toEqual({ model: 'lexical-hash-384-v1', dimensions: 384, building: null })
    expect(await vectors(base)).toEqual([])
    expect(await found(base, 'physician')).toEqual(['health'])

    const other = await open()
    broken = () => true
    expect(await found(other, 'physician')).toEqual(['health'])
    const again = await reembedKnowledge(other.ctx, { model: 'small' })
    expect(again.errors.map(({ code, path }) => [code, path])).toEqual([['INVALID_INPUT', ['model']]])
  })
})
