import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chunk } from '../../src/knowledge/chunk.ts'
import { indexKnowledgeDocs } from '../../src/knowledge/index-docs.ts'
import { dimensionsOf } from '../../src/knowledge/lexical.ts'
import { findPassages, searchKnowledge } from '../../src/knowledge/search.ts'
import { EmbeddingFailure } from '../../src/platform/ai/embeddings.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { openKnowledgeBase, type KnowledgeBase } from './knowledge-world.ts'

const handbook = (zones: string) => ({
  externalId: 'handbook',
  title: 'Handbook',
  content: `# Delivery\n\nEvery day before noon.\n\n# Zones\n\n${zones}\n\n# Payment\n\nCash or card.`,
})

let database: TestDatabase
let base: KnowledgeBase
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database.stop())
beforeEach(async () => {
  base = await openKnowledgeBase(database.db)
})

interface DocState {
  readonly status: string
  readonly version: number
  readonly chunk_count: number
  readonly failure_reason: string | null
}

async function docState(externalId = 'handbook'): Promise<DocState | undefined> {
  const docs = await base.rows<DocState & { external_id: string }>('select * from knowledge_docs where tenant_id = $1')
  const doc = docs.find(({ external_id }) => external_id === externalId)
  if (doc === undefined) return undefined
  const { status, version, chunk_count, failure_reason } = doc
  return { status, version, chunk_count, failure_reason }
}

const passages = () =>
  base.rows<{ id: string; text: string }>(
    'select id, text from knowledge_chunks where tenant_id = $1 order by doc_id, position',
  )

const eventTypes = async () =>
  (await base.rows<{ type: string }>('select type from events where tenant_id = $1 order by seq')).map(
    ({ type }) => type,
  )

/** What the statistics must be, counted from the passages that are there. */
async function expectExactStatistics(): Promise<void> {
  const chunks = await base.rows<{ terms: string; word_count: number }>(
    'select terms::text as terms, word_count from knowledge_chunks where tenant_id = $1',
  )
  const counts = new Map<number, number>()
  for (const { terms } of chunks) for (const term of dimensionsOf(terms)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const stored = await base.rows<{ term: number; chunk_count: number }>(
    'select term, chunk_count from knowledge_terms where tenant_id = $1',
  )
  expect(new Map(stored.map(({ term, chunk_count }) => [term, chunk_count]))).toEqual(counts)
  const [totals] = await base.rows<{ chunk_count: number; word_count: number }>(
    'select chunk_count, word_count from knowledge_totals where tenant_id = $1',
  )
  expect(totals?.chunk_count ?? 0).toBe(chunks.length)
  expect(totals?.word_count ?? 0).toBeCloseTo(
    chunks.reduce((sum, { word_count }) => sum + word_count, 0),
    6,
  )
}

describe('indexing', () => {
  test('embeds after an edit only the passage that changed; the others keep their ids and go to their new places', async () => {
    await base.import(handbook('The whole city.'))
    await base.index()
    const before = await passages()
    expect(base.embedded.length).toBe(3)

    await base.import(handbook('The city, and the villages around it.'))
    expect(await docState()).toMatchObject({ status: 'PENDING', version: 2 })
    expect((await searchKnowledge(base.ctx, { query: 'whole city', first: 1 })).length).toBe(1)
    base.embedded.length = 0
    await base.index()

    expect(base.embedded).toEqual(['Handbook\nZones\nThe city, and the villages around it.'])
    const after = await passages()
    expect(after.map(({ id }) => id)).toEqual([before[0]?.id, expect.any(String), before[2]?.id])
    expect(after[1]?.id).not.toBe(before[1]?.id)
    const { content } = handbook('The city, and the villages around it.')
    const stored = await base.rows<{ text: string; start_offset: number; end_offset: number }>(
      'select text, start_offset, end_offset from knowledge_chunks where tenant_id = $1',
    )
    for (const { text, start_offset, end_offset } of stored) expect(content.slice(start_offset, end_offset)).toBe(text)
    expect(await docState()).toEqual({ status: 'READY', version: 2, chunk_count: 3, failure_reason: null })
    const events = await base.rows<{ data: unknown }>('select data from events where tenant_id = $1 order by seq')
    expect(events.map(({ data }) => data)).toEqual([
      { version: 1, chunkCount: 3, embeddedCount: 3 },
      { version: 2, chunkCount: 3, embeddedCount: 1 },
    ])
    await expectExactStatistics()
  })

  test('does nothing twice, and nothing for metadata alone', async () => {
    const { docIds } = await base.import(handbook('Here.'))
    await base.index()
    const signal = new AbortController().signal
    await indexKnowledgeDocs(base.ctx, { docIds, isLastAttempt: false, signal })
    expect(await base.import({ ...handbook('Here.'), metadata: { page: 2 } })).toMatchObject({ updatedCount: 1 })
    expect(await base.index()).toBe(0)
    expect(base.embedded.length).toBe(3)
    expect(await docState()).toMatchObject({ status: 'READY', version: 2 })
    expect(await eventTypes()).toEqual(['knowledge.indexed'])
  })

  test('loses to an edit that comes while vectors are made; the edit is indexed by its own job', async () => {
    await base.import(handbook('Old zones.'))
    base.beforeEmbedding = async () => {
      base.beforeEmbedding = () => {}
      await base.import(handbook('New zones.'))
    }
    await base.index()
    expect(await docState()).toMatchObject({ status: 'PENDING', version: 2 })
    expect(await passages()).toEqual([])

    await base.index()
    expect(await docState()).toMatchObject({ status: 'READY', version: 2, chunk_count: 3 })
    expect((await passages()).map(({ text }) => text)).toContain('New zones.')
    await expectExactStatistics()
  })

  test('loses to an edit even while that one is being indexed itself', async () => {
    await base.import(handbook('Old zones.'))
    const editIsClaimed = Promise.withResolvers<void>()
    const firstIsThrough = Promise.withResolvers<void>()
    let second: Promise<number> | undefined
    base.beforeEmbedding = async () => {
      base.beforeEmbedding = async () => {
        editIsClaimed.resolve()
        await firstIsThrough.promise
      }
      await base.import(handbook('New zones.'))
      second = base.index()
      await editIsClaimed.promise
    }
    await base.index()
    expect(await docState()).toMatchObject({ status: 'PROCESSING', version: 2 })
    expect(await passages()).toEqual([])

    firstIsThrough.resolve()
    await second
    expect(await docState()).toMatchObject({ status: 'READY', version: 2 })
    expect((await passages()).map(({ text }) => text)).toContain('New zones.')
    await expectExactStatistics()
  })

  test('leaves nothing of a document that is deleted while vectors are made', async () => {
    const { docIds } = await base.import(handbook('Here.'))
    base.beforeEmbedding = async () => void (await base.delete(docIds[0] ?? ''))
    await base.index()
    expect(await docState()).toBeUndefined()
    expect(await passages()).toEqual([])
    expect(await eventTypes()).toEqual(['knowledge.deleted'])
    await expectExactStatistics()
  })

  test('is retried when the embedding model is away, and says so on the document in the end', async () => {
    const away = new EmbeddingFailure('The embedding model did not answer in time.', { retryable: true })
    await base.import(handbook('Here.'))
    base.beforeEmbedding = () => {
      throw away
    }
    await expect(base.index()).rejects.toBe(away)
    expect(await docState()).toMatchObject({ status: 'PROCESSING', failure_reason: null })

    await base.import({ ...handbook('Here.'), title: 'Changed' })
    await base.index({ isLastAttempt: true })
    expect(await docState()).toMatchObject({ status: 'FAILED', failure_reason: away.message })
    expect(await eventTypes()).toEqual(['knowledge.failed'])

    base.beforeEmbedding = () => {}
    expect(await base.import({ ...handbook('Here.'), title: 'Changed' })).toMatchObject({ updatedCount: 1 })
    await base.index()
    expect(await docState()).toEqual({ status: 'READY', version: 2, chunk_count: 3, failure_reason: null })
  })

  test('keeps the former passages answering when a new version fails', async () => {
    await base.import(handbook('The harbour.'))
    await base.index()
    base.beforeEmbedding = (texts) => {
      if (texts.some((text) => text.includes('castle'))) throw new EmbeddingFailure('Refused.', { retryable: false })
    }
    await base.import(handbook('The castle.'))
    await base.index()
    expect(await docState()).toMatchObject({ status: 'FAILED', failure_reason: 'Refused.', version: 2 })
    expect((await searchKnowledge(base.ctx, { query: 'harbour', first: 1 }))[0]?.excerpt).toBe('The harbour.')
  })

  test('lets no refused document harm those beside it', async () => {
    base.beforeEmbedding = (texts) => {
      if (texts.some((text) => text.includes('poison'))) throw new EmbeddingFailure('Refused.', { retryable: false })
    }
    await base.import(handbook('Here.'), { externalId: 'bad', title: '', content: 'poison' })
    await base.index()
    expect(await docState()).toMatchObject({ status: 'READY' })
    expect(await docState('bad')).toMatchObject({ status: 'FAILED', failure_reason: 'Refused.' })
    await expectExactStatistics()
  })

  test('keeps the word statistics exact through any sequence of imports, edits and deletions', async () => {
    const word = fc.constantFrom('milk', 'cheese', 'bread', 'butter', 'the', '# Head\n\n', 'cash. ', '\n\n')
    const doc = fc.record({
      externalId: fc.constantFrom('a', 'b', 'c'),
      content: fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => `x ${list.join(' ')}`),
      isDeleted: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(doc, { minLength: 1, maxLength: 5 }), async (steps) => {
        for (const { externalId, content, isDeleted } of steps) {
          const { docIds } = await base.import({ externalId, title: '', content })
          await base.index()
          const [state] = await base.rows<{ chunks: number }>(
            `select chunk_count as chunks from knowledge_docs where tenant_id = $1 and external_id = '${externalId}'`,
          )
          expect(state?.chunks).toBe(chunk(content).length)
          if (isDeleted) await base.delete(docIds[0] ?? '')
        }
        await expectExactStatistics()
      }),
      { numRuns: 12 },
    )
  })

  onManyConnections('of many documents at once counts every word, and tells of each document once', async () => {
    const docs = Array.from({ length: 12 }, (_, index) => ({ ...handbook(`Zone ${index}.`), externalId: `${index}` }))
    const { docIds } = await base.import(...docs)
    const signal = new AbortController().signal
    const index = (id: string) => indexKnowledgeDocs(base.ctx, { docIds: [id], isLastAttempt: true, signal })
    // Each twice, beside each other, and one deleted meanwhile.
    await Promise.all([...docIds.map(index), ...docIds.toReversed().map(index), base.delete(docIds[5] ?? '')])
    expect((await passages()).length).toBe(33)
    await expectExactStatistics()
    const indexed = await base.rows<{ subject_id: string }>(
      `select subject_id from events where tenant_id = $1 and type = 'knowledge.indexed'`,
    )
    expect(new Set(indexed.map(({ subject_id }) => subject_id)).size).toBe(indexed.length)
  })
})

describe('search', () => {
  test('answers by full text alone while the embedding model is away', async () => {
    await base.import(handbook('The harbour.'))
    await base.index()
    base.beforeEmbedding = () => {
      throw new EmbeddingFailure('Away.', { retryable: true })
    }
    expect((await searchKnowledge(base.ctx, { query: 'harbour', first: 5 })).map(({ excerpt }) => excerpt)).toEqual([
      'The harbour.',
    ])
  })

  test('finds a misspelt word by its parts', async () => {
    await base.import({ externalId: 'm', title: '', content: 'Mattresses' }, handbook('Here.'))
    await base.index()
    expect((await searchKnowledge(base.ctx, { query: 'matress', first: 5 }))[0]).toMatchObject({ externalId: 'm' })
  })

  test('prefers the rare word over the frequent one, and the title over the text', async () => {
    const filler = Array.from({ length: 8 }, (_, index) => ({
      externalId: `filler-${index}`,
      title: '',
      content: `Our shop sells item ${index}`,
    }))
    await base.import(
      ...filler,
      { externalId: 'text', title: '', content: 'About vouchers we say little' },
      { externalId: 'title', title: 'Vouchers', content: 'About them we say little' },
    )
    await base.index()
    const hits = await searchKnowledge(base.ctx, { query: 'does the shop have vouchers', first: 3 })
    expect(hits.map(({ externalId }) => externalId).slice(0, 2)).toEqual(['title', 'text'])
  })

  test(
    'finds by the vector index, above a thousand passages, what comparing all would find',
    { timeout: 60_000 },
    async () => {
      const nouns = ['milk', 'cheese', 'bread', 'butter', 'honey', 'coffee', 'sugar', 'flour', 'pepper', 'salt', 'oil']
      const sections = nouns.flatMap((one) =>
        nouns.flatMap((two) =>
          nouns.slice(0, 9).map((three) => `# ${one} ${two}\n\n${one} with ${two} and ${three}ness`),
        ),
      )
      await base.import({ externalId: 'many', title: '', content: sections.join('\n\n') })
      await base.index()
      expect((await docState('many'))?.chunk_count).toBe(1_089)
      // Misspelt: full text knows none of the words, only vectors can find it.
      const [best] = await findPassages(base.ctx, 'hhoney peepper', 3)
      expect(best?.text).toMatch(/honey.*pepper|pepper.*honey/)
      const found = await findPassages(base.ctx, 'honey coffee breadness', 3)
      expect(found.map(({ text }) => text)).toContain('honey with coffee and breadness')
    },
  )
})

describe('isolation', () => {
  test('holds on the partitions too: neither role may touch them past their parent', async () => {
    const reachable = await database.db.asOwner((owner) =>
      owner.query(
        `select c.relname from pg_class c
         where c.relname ~ '^knowledge_(chunks|docs|terms|totals)' and c.relkind in ('r', 'p')
           and (not c.relrowsecurity or not c.relforcerowsecurity
             or (c.relispartition and has_table_privilege('parley_app', c.oid, 'select')))`,
      ),
    )
    expect(reachable).toEqual([])
    const [partitions] = await database.db.asOwner((owner) =>
      owner.query<{ count: number }>(
        `select count(*)::int as count from pg_inherits where inhparent = 'knowledge_chunks'::regclass`,
      ),
    )
    expect(partitions?.count).toBe(16)
  })

  test("counts no other tenant's words and finds none of its passages", async () => {
    await base.import(handbook('The harbour.'))
    await base.index()
    const other = await openKnowledgeBase(database.db)
    expect(await searchKnowledge(other.ctx, { query: 'harbour', first: 5 })).toEqual([])
    await other.import({ externalId: 'own', title: '', content: 'Our own harbour words' })
    await other.index()
    expect(
      (await searchKnowledge(other.ctx, { query: 'harbour', first: 5 })).map(({ externalId }) => externalId),
    ).toEqual(['own'])
  })
})
