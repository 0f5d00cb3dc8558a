import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readUsage } from '../../src/assistant/usage.ts'
import { importKnowledgeDocs } from '../../src/knowledge/import.ts'
import { indexKnowledgeDocs } from '../../src/knowledge/index-docs.ts'
import { embedKnowledge } from '../../src/knowledge/reembed.ts'
import { searchKnowledge } from '../../src/knowledge/search.ts'
import { openAiEmbedder } from '../../src/platform/ai/embeddings-openai.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import type { Ctx } from '../../src/platform/context.ts'
import { readBudget } from '../../src/spending/index.ts'
import { makeTenant, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { noDeadLetters } from '../kit/jobs.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'
import { systemCtx } from '../kit/system.ts'

describe('embedding', () => {
  let database: TestDatabase
  let server: ModelServer
  let isBroken = false
  beforeAll(async () => {
    database = await startTestDatabase()
    server = await startModelServer()
    server.script(({ body }) => {
      if (isBroken) return { kind: 'status', status: 400 }
      const { input } = body as { input?: string[] }
      const data = (input ?? []).map((_, index) => ({ index, embedding: [1, 0, 0] }))
      return { kind: 'garbage', body: JSON.stringify({ object: 'list', data, usage: { prompt_tokens: 7 } }) }
    })
  })
  afterAll(async () => {
    await server.stop()
    await database.stop()
  })

  interface Waiting {
    readonly name: string
    readonly delayMs: number
    readonly data: Readonly<Record<string, unknown>>
  }

  /** A tenant whose embedding model costs a micro-dollar a token. */
  async function open(
    limitMicroUsd: number,
  ): Promise<{ ctx: Ctx; waiting: Waiting[]; limit(to: number): Promise<void> }> {
    const { id } = await makeTenant(database.db)
    const limit = (to: number) =>
      database.db.asOwner(async (owner) => {
        await owner.query('update tenants set monthly_ai_budget_micro_usd = $2 where id = $1', [id, to])
      })
    await limit(limitMicroUsd)
    const waiting: Waiting[] = []
    const options = { apiKey: 'test', baseUrl: server.url, model: 'small', timeoutMs: 2_000, priceMicroUsd: 1_000_000 }
    const embedder = openAiEmbedder(options)
    const models = { order: offlineModel, cheaper: null, net: offlineModel, timeoutMs: 1_000, embedder }
    const ctx = systemCtx(database.db, id, {
      models: { ...models, otherEmbedder: () => embedder },
      jobs: {
        ...noDeadLetters,
        newJob: () => ({ text: 'select 1', values: [], resultOf: () => {} }),
        async enqueue(_tx, { name }, data, jobOptions) {
          waiting.push({ name, delayMs: jobOptions?.delayMs ?? 0, data: Object.fromEntries(Object.entries(data)) })
        },
      },
    })
    return { ctx, waiting, limit }
  }

  async function index(ctx: Ctx, waiting: Waiting[]): Promise<void> {
    await importKnowledgeDocs(ctx, [{ externalId: 'hours', title: 'Hours', content: 'We open at nine.' }])
    const [job] = waiting.splice(0)
    const signal = new AbortController().signal
    await indexKnowledgeDocs(ctx, { docIds: job?.data['docIds'] as string[], isLastAttempt: true, signal })
  }

  const usage = async (ctx: Ctx) => {
    const now = ctx.clock.now().getTime()
    const [from, to] = [new Date(now - 86_400_000), new Date(now + 60_000)].map((at) => at.toISOString())
    const rows = await readUsage(ctx, { from: from ?? '', to: to ?? '', by: 'MONTH', agentId: null })
    return rows.map(({ task, model, requests, failures, costMicroUsd }) => [
      task,
      model,
      requests,
      failures,
      costMicroUsd,
    ])
  }
  const vectors = (ctx: Ctx) =>
    database.db.asOwner(async (owner) => {
      const rows = await owner.query('select 1 from knowledge_vectors where tenant_id = $1', [ctx.tenantId])
      return rows.length
    })
  const found = async (ctx: Ctx) => (await searchKnowledge(ctx, { query: 'when open', first: 1 })).length

  test('is paid for from the budget, by what the provider counted, and stands in the books', async () => {
    const { ctx, waiting } = await open(1_000)
    await index(ctx, waiting)
    expect(await found(ctx)).toBe(1)
    expect(await vectors(ctx)).toBe(1)
    expect(await readBudget(ctx)).toMatchObject({ spentMicroUsd: 14n, reservedMicroUsd: 0n })
    expect(await usage(ctx)).toEqual([['EMBED', 'small', 2, 0, '14']])
  })

  test('without room waits, while full text finds everything, and is made up for when there is room', async () => {
    const { ctx, waiting, limit } = await open(5)
    const before = server.requests.length
    await index(ctx, waiting)
    expect(await found(ctx)).toBe(1)
    expect(server.requests.length).toBe(before)
    expect(await vectors(ctx)).toBe(0)
    expect(waiting).toMatchObject([{ name: 'knowledge.embed', delayMs: 0 }])

    const run = () =>
      embedKnowledge(ctx, { model: 'small', isLastAttempt: false, signal: new AbortController().signal })
    waiting.splice(0)
    await run()
    expect(waiting).toMatchObject([{ name: 'knowledge.embed', delayMs: 3_600_000 }])
    await limit(1_000)
    await run()
    expect(await vectors(ctx)).toBe(1)
    expect(await readBudget(ctx)).toMatchObject({ spentMicroUsd: 7n, reservedMicroUsd: 0n })
  })

  test('that fails gives back what was set aside, and is counted as failed', async () => {
    const { ctx, waiting } = await open(1_000)
    isBroken = true
    await index(ctx, waiting).finally(() => (isBroken = false))
    expect(await readBudget(ctx)).toMatchObject({ spentMicroUsd: 0n, reservedMicroUsd: 0n })
    expect(await usage(ctx)).toEqual([['EMBED', 'small', 1, 1, '0']])
  })
})
