import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient } from '../kit/client.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const importDocs = /* GraphQL */ `
  mutation ImportKnowledge($input: KnowledgeDocImportInput!) {
    knowledgeDocImport(input: $input) {
      docs {
        id
        externalId
        status
        version
      }
      createdCount
      updatedCount
      unchangedCount
      errors {
        __typename
        code
        path
        message
      }
    }
  }
`
const searchDocs = /* GraphQL */ `
  query AskKnowledge($query: String!, $first: Int) {
    knowledgeSearch(query: $query, first: $first) {
      doc {
        id
        externalId
        title
      }
      chunk {
        id
        position
        embeddingModel
      }
      headingPath
      excerpt
      highlights {
        start
        end
      }
      score
      relevance
    }
  }
`
const listDocs = /* GraphQL */ `
  query Knowledge($filter: KnowledgeDocFilter, $first: Int, $after: String) {
    knowledgeDocs(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        externalId
        status
        chunkCount
        language
        metadata
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
const deleteDoc = /* GraphQL */ `
  mutation DeleteKnowledge($id: ID!) {
    knowledgeDocDelete(id: $id) {
      deletedId
      errors {
        __typename
        code
        path
      }
    }
  }
`

interface ImportAnswer {
  readonly knowledgeDocImport: {
    readonly docs: readonly { id: string; externalId: string; status: string; version: number }[]
    readonly createdCount: number
    readonly updatedCount: number
    readonly unchangedCount: number
    readonly errors: readonly { code: string; path: readonly string[] }[]
  }
}

interface Hit {
  readonly doc: { id: string; externalId: string; title: string }
  readonly chunk: { id: string; position: number; embeddingModel: string }
  readonly headingPath: readonly string[]
  readonly excerpt: string
  readonly highlights: readonly { start: number; end: number }[]
  readonly score: number
  readonly relevance: number
}

interface DocPage {
  readonly knowledgeDocs: {
    readonly totalCount: number
    readonly nodes: readonly { externalId: string; status: string; chunkCount: number }[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

interface DeleteAnswer {
  readonly knowledgeDocDelete: { deletedId: string | null; errors: readonly { code: string }[] }
}

const delivery = {
  externalId: 'delivery',
  title: 'Entregas',
  content:
    '# Entregas\n\nEntregamos de lunes a sábado.\n\n## Zonas\n\nCubrimos Bogotá y Chía. A Chía vamos los martes.',
  metadata: { source: 'handbook', page: 4 },
}
const payment = { externalId: 'payment', title: 'Pagos', content: 'Recibimos efectivo, transferencia y tarjeta.' }

describe('the knowledge base', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  async function open(): Promise<ApiClient> {
    world = await app.makeWorld()
    return world.owner
  }

  async function addAndIndex(client: ApiClient, ...docs: object[]): Promise<Record<string, string>> {
    const { tenantId } = world
    const indexed = app.nextJob(({ name, data }) => name === 'knowledge.index' && data.tenantId === tenantId)
    const { knowledgeDocImport } = await client.mutate<ImportAnswer>(importDocs, { input: { docs } })
    expect(knowledgeDocImport.errors).toEqual([])
    await indexed
    return Object.fromEntries(knowledgeDocImport.docs.map(({ externalId, id }) => [externalId, id]))
  }

  async function ask(client: ApiClient, query: string, first = 10): Promise<readonly Hit[]> {
    return (await client.query<{ knowledgeSearch: Hit[] }>(searchDocs, { query, first })).knowledgeSearch
  }

  test('stores documents as pending, indexes them by a job, and finds the passage with the words marked', async () => {
    const owner = await open()
    const indexed = app.nextJob(({ name }) => name === 'knowledge.index')
    const { knowledgeDocImport } = await owner.mutate<ImportAnswer>(importDocs, {
      input: { docs: [delivery, payment] },
    })
    expect(knowledgeDocImport).toEqual({
      docs: [
        { id: expect.stringMatching(/^doc_/), externalId: 'delivery', status: 'PENDING', version: 1 },
        { id: expect.stringMatching(/^doc_/), externalId: 'payment', status: 'PENDING', version: 1 },
      ],
      createdCount: 2,
      updatedCount: 0,
      unchangedCount: 0,
      errors: [],
    })
    await indexed

    const [hit, ...others] = await ask(owner, '¿en qué zonas entregan, cubren Chía?')
    expect(hit).toEqual({
      doc: { id: knowledgeDocImport.docs[0]?.id, externalId: 'delivery', title: 'Entregas' },
      chunk: { id: expect.stringMatching(/^chk_/), position: 1, embeddingModel: 'lexical-hash-384-v1' },
      headingPath: ['Entregas', 'Zonas'],
      excerpt: 'Cubrimos Bogotá y Chía. A Chía vamos los martes.',
      highlights: expect.any(Array),
      score: expect.any(Number),
      relevance: expect.any(Number),
    })
    const marked = hit?.highlights.map(({ start, end }) => hit.excerpt.slice(start, end))
    expect(marked).toEqual(['Cubrimos', 'Chía', 'Chía'])
    expect(hit?.relevance).toBeGreaterThan(0.5)
    expect(others.filter(({ doc }) => doc.externalId === 'delivery')).toEqual([])
    expect(await owner.query<DocPage>(listDocs)).toMatchObject({
      knowledgeDocs: {
        totalCount: 2,
        nodes: [
          { externalId: 'payment', status: 'READY', chunkCount: 1, metadata: {} },
          { externalId: 'delivery', status: 'READY', chunkCount: 2, metadata: delivery.metadata, language: 'es' },
        ],
      },
    })
  })

  test('replaces a document by its external id: what left the text is not found any more', async () => {
    const owner = await open()
    const ids = await addAndIndex(owner, delivery, payment)
    const again = await owner.mutate<ImportAnswer>(importDocs, { input: { docs: [payment, delivery] } })
    expect(again.knowledgeDocImport).toMatchObject({ createdCount: 0, updatedCount: 0, unchangedCount: 2 })
    expect(again.knowledgeDocImport.docs).toEqual([
      { id: ids['payment'], externalId: 'payment', status: 'READY', version: 1 },
      { id: ids['delivery'], externalId: 'delivery', status: 'READY', version: 1 },
    ])

    expect(await addAndIndex(owner, { ...payment, content: 'Solo efectivo.' })).toEqual({ payment: ids['payment'] })
    expect((await ask(owner, 'transferencia')).map(({ doc }) => doc.externalId)).toEqual([])
    expect((await ask(owner, 'efectivo')).map(({ doc }) => doc.externalId)).toEqual(['payment'])
  })

  test('forgets a deleted document before the next question', async () => {
    const owner = await open()
    const ids = await addAndIndex(owner, delivery, payment)
    expect((await ask(owner, 'efectivo o tarjeta')).map(({ doc }) => doc.externalId)).toEqual(['payment'])

    const { knowledgeDocDelete } = await owner.mutate<DeleteAnswer>(deleteDoc, { id: ids['payment'] })
    expect(knowledgeDocDelete).toEqual({ deletedId: ids['payment'], errors: [] })
    expect(await ask(owner, 'efectivo o tarjeta')).toEqual([])

    const second = await owner.mutate<DeleteAnswer>(deleteDoc, { id: ids['payment'] })
    expect(second.knowledgeDocDelete).toEqual({
      deletedId: null,
      errors: [{ __typename: 'NotFound', code: 'NOT_FOUND', path: ['id'] }],
    })
  })

  test('refuses bad documents by their path and keeps the good ones beside them', async () => {
    const owner = await open()
    const docs = [
      { externalId: ' ', title: '', content: 'text' },
      { externalId: 'long', title: 'x'.repeat(501), content: ' ' },
      payment,
      { ...payment, content: 'twice' },
      { externalId: 'list', title: '', content: 'text', metadata: [1] },
    ]
    const { knowledgeDocImport } = await owner.mutate<ImportAnswer>(importDocs, { input: { docs } })
    expect(knowledgeDocImport.docs.map(({ externalId }) => externalId)).toEqual(['payment'])
    expect(knowledgeDocImport.errors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'INVALID_INPUT input.docs.0.externalId',
      'INVALID_INPUT input.docs.1.title',
      'INVALID_INPUT input.docs.1.content',
      'INVALID_INPUT input.docs.3.externalId',
      'INVALID_INPUT input.docs.4.metadata',
    ])
    for (const count of [0, 201]) {
      const many = Array.from({ length: count }, (_, index) => ({ ...payment, externalId: `${index}` }))
      const answer = await owner.mutate<ImportAnswer>(importDocs, { input: { docs: many } })
      expect(answer.knowledgeDocImport).toMatchObject({ docs: [], errors: [{ path: ['input', 'docs'] }] })
    }
    expect((await owner.query<DocPage>(listDocs)).knowledgeDocs.totalCount).toBe(1)
  })

  test('lists by status and by words of the title, page by page', async () => {
    const owner = await open()
    const docs = ['one', 'two', 'three'].map((externalId) => ({
      externalId,
      title: `Guide ${externalId}`,
      content: 'x',
    }))
    await addAndIndex(owner, ...docs)
    const first = await owner.query<DocPage>(listDocs, { filter: { search: 'guide', status: ['READY'] }, first: 2 })
    expect(first.knowledgeDocs.nodes.map(({ externalId }) => externalId)).toEqual(['three', 'two'])
    expect(first.knowledgeDocs).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    const after = first.knowledgeDocs.pageInfo.endCursor
    const second = await owner.query<DocPage>(listDocs, {
      filter: { search: 'guide', status: ['READY'] },
      first: 2,
      after,
    })
    expect(second.knowledgeDocs.nodes.map(({ externalId }) => externalId)).toEqual(['one'])
    expect(second.knowledgeDocs.pageInfo.hasNextPage).toBe(false)
    const none = await owner.query<DocPage>(listDocs, { filter: { status: 'FAILED' } })
    expect(none.knowledgeDocs).toMatchObject({ totalCount: 0, nodes: [] })
  })

  test('answers questions that say nothing with nothing, and refuses a silly page size', async () => {
    const owner = await open()
    await addAndIndex(owner, delivery)
    expect(await ask(owner, ' ¿…? ')).toEqual([])
    expect(await ask(owner, 'xylophone')).toEqual([])
    for (const first of [0, 51]) {
      const { errors } = await owner.send(searchDocs, { query: 'zonas', first })
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    }
  })

  test("is one tenant's own: another neither finds, reads nor deletes it", async () => {
    const owner = await open()
    const ids = await addAndIndex(owner, delivery)
    const [hit] = await ask(owner, 'Chía')
    const stranger = (await app.makeWorld()).owner

    expect(await ask(stranger, 'Chía')).toEqual([])
    expect((await stranger.query<DocPage>(listDocs)).knowledgeDocs.totalCount).toBe(0)
    const nodes = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    expect(await stranger.query(nodes, { ids: [ids['delivery'], hit?.chunk.id] })).toEqual({ nodes: [null, null] })
    const foreign = await stranger.send<DeleteAnswer>(deleteDoc, { id: ids['delivery'] })
    const unknown = await stranger.send<DeleteAnswer>(deleteDoc, { id: 'doc_01h455vb4pex5vsknk084sn02q' })
    expect(foreign.data).toEqual(unknown.data)
    expect((await ask(owner, 'Chía')).length).toBe(1)
  })

  test.for([
    { role: 'OWNER', searches: true, changes: true },
    { role: 'MANAGER', searches: true, changes: true },
    { role: 'OPERATOR', searches: true, changes: false },
    { role: 'VIEWER', searches: true, changes: false },
    { role: 'WAREHOUSE', searches: false, changes: false },
  ] as const)('lets a $role search: $searches, change: $changes', async ({ role, searches, changes }) => {
    const owner = await open()
    const ids = await addAndIndex(owner, delivery)
    const member = await world.as(role)
    const codes = async (document: string, variables: Record<string, unknown>) =>
      (await member.send(document, variables)).errors.map(({ extensions }) => extensions.code)

    expect(await codes(searchDocs, { query: 'Chía' })).toEqual(searches ? [] : ['FORBIDDEN'])
    expect(await codes(listDocs, {})).toEqual(searches ? [] : ['FORBIDDEN'])
    expect(await codes(importDocs, { input: { docs: [payment] } })).toEqual(changes ? [] : ['FORBIDDEN'])
    expect(await codes(deleteDoc, { id: ids['delivery'] })).toEqual(changes ? [] : ['FORBIDDEN'])
    const left = (await owner.query<DocPage>(listDocs)).knowledgeDocs.nodes.map(({ externalId }) => externalId)
    expect(left).toEqual(changes ? ['payment'] : ['delivery'])
  })
})
