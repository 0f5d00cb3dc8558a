/**
 * How well the product's own search finds, beside plain BM25: each collection is imported, indexed by the jobs and asked,
 * in a tenant of its own. `PARLEY_BENCH_DATA=<dir> node test/bench/retrieval.ts [--only NAME]`; the directory holds
 * `retrieval/<collection>/{corpus.jsonl,queries.jsonl,qrels.tsv}`. On the embedded database, or DATABASE_URL's server.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Backstage } from '../../src/backstage.ts'
import { answerableRelevance, findPassages, importKnowledgeDocs, searchKnowledge } from '../../src/knowledge/index.ts'
import type { Ctx } from '../../src/platform/context.ts'
import { createTenant } from '../../src/tenancy/index.ts'
import { collectionNames, loadCollection, type Collection } from './retrieval-data.ts'
import { bm25, ndcg } from './retrieval-score.ts'
import { judge } from './judge.ts'
import { makeHouse } from './server.ts'

const directory = process.env['PARLEY_BENCH_DATA']
const { values: flags } = parseArgs({ options: { only: { type: 'string' } } })
const docsInAnImport = 200
const indexingTimeoutMs = 600_000

if (!directory) {
  console.log('skipped: set PARLEY_BENCH_DATA to the directory that holds retrieval/<collection>/corpus.jsonl')
} else {
  const house = await makeHouse()
  const backstage = await house.backstage()
  try {
    backstage.jobs.start(backstage.services)
    const rows = []
    for (const name of collectionNames) {
      if (flags.only === undefined || flags.only === name) rows.push(await measure(loadCollection(directory, name)))
    }
    console.log(`\nretrieval, ${house.engine} database, ${backstage.services.models.embedder.model}`)
    console.table(rows)
    const average = rows.reduce((sum, { ratio }) => sum + ratio, 0) / rows.length
    console.log(`average ratio to BM25: ${average.toFixed(3)}`)
    judge({ area: 'retrieval', what: 'nDCG@10 by BM25 on average', value: average, atLeast: 1.05 })
  } finally {
    await backstage.close()
    await house.remove()
  }

  async function measure(collection: Collection) {
    const ctx = await openTenant(backstage, collection.name)
    const startedAt = performance.now()
    await fill(ctx, collection)
    const indexedAfter = performance.now() - startedAt

    const found = new Map<string, string[]>()
    const times: number[] = []
    for (const { id, text } of collection.questions) {
      const askedAt = performance.now()
      const hits = await searchKnowledge(ctx, { query: text, first: 10 })
      times.push(performance.now() - askedAt)
      found.set(
        id,
        hits.map(({ externalId }) => externalId),
      )
    }
    times.sort((one, other) => one - other)
    const score = ndcg(collection, found)
    const line = ndcg(collection, bm25(collection))
    const answered = await shareAnswered(
      ctx,
      collection.questions.map(({ text }) => text),
    )
    const abstained = 1 - (await shareAnswered(ctx, collection.unanswerable))
    judge({ area: 'retrieval', what: `nDCG@10 by BM25 on ${collection.name}`, value: score / line, atLeast: 1 })
    if (collection.unanswerable.length > 0) {
      judge({ area: 'abstention', what: `answerable ones kept, ${collection.name}`, value: answered, atLeast: 0.8 })
      judge({
        area: 'abstention',
        what: `unanswerable ones abstained from, ${collection.name}`,
        value: abstained,
        atLeast: 0.8,
      })
    }
    return {
      collection: collection.name,
      'nDCG@10': rounded(score),
      'BM25 line': rounded(line),
      ratio: rounded(score / line),
      'query p50 ms': rounded(times[Math.floor(times.length / 2)] ?? 0, 1),
      'index ms a doc': rounded(indexedAfter / collection.docs.length, 1),
      answered: rounded(answered, 2),
      'abstained from unanswerable': collection.unanswerable.length === 0 ? null : rounded(abstained, 2),
    }
  }
}

async function openTenant({ services }: Backstage, name: string): Promise<Ctx> {
  const made = await createTenant(services, { slug: name })
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return { ...services, tenantId: made.tenantId, actor: { kind: 'SYSTEM', id: 'bench' }, requestId: 'bench' }
}

async function fill(ctx: Ctx, { docs }: Collection): Promise<void> {
  for (let from = 0; from < docs.length; from += docsInAnImport) {
    const batch = docs.slice(from, from + docsInAnImport)
    // Content must not be empty; a document that is only a title is searched by its title all the same.
    const { errors } = await importKnowledgeDocs(
      ctx,
      batch.map(({ id, title, text }) => ({ externalId: id, title, content: text.trim() === '' ? title : text })),
    )
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
  }
  const endAt = Date.now() + indexingTimeoutMs
  while ((await countUnfinished(ctx)) > 0) {
    if (Date.now() > endAt) throw new Error('The documents were not indexed in time')
    await sleep(100)
  }
}

async function countUnfinished(ctx: Ctx): Promise<number> {
  const statement = {
    text: `select count(*)::text from knowledge_docs where status in ('PENDING', 'PROCESSING')`,
    values: [],
  }
  const [count] = await ctx.db.read(ctx.tenantId, [statement])
  return Number(count)
}

/** The share of questions whose best passage is relevant enough to be answered from. */
async function shareAnswered(ctx: Ctx, questions: readonly string[]): Promise<number> {
  let count = 0
  for (const question of questions) {
    const [best] = await findPassages(ctx, question, 1)
    if (best !== undefined && best.relevance >= answerableRelevance) count += 1
  }
  return count / Math.max(1, questions.length)
}

function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits))
}
