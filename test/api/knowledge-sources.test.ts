import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStrangers } from '../../src/platform/net/strangers.ts'
import type { ApiClient } from '../kit/client.ts'
import { makeDocx, makePdf, type MadeLine } from '../kit/files.ts'
import { spyOnJobs, type JobSpy } from '../kit/jobs.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const fromUrl = /* GraphQL */ `
  mutation AddPage($input: KnowledgeDocFromUrlInput!) {
    knowledgeDocFromUrl(input: $input) {
      doc {
        id
        status
        version
      }
      errors {
        code
        path
        message
      }
    }
  }
`
const refetch = /* GraphQL */ `
  mutation Refetch($id: ID!) {
    knowledgeDocRefetch(id: $id) {
      doc {
        id
      }
      errors {
        code
      }
    }
  }
`
const show = /* GraphQL */ `
  query Knowledge {
    knowledgeDocs {
      nodes {
        id
        externalId
        title
        content
        status
        failureReason
        version
        chunkCount
        source {
          kind
          format
          mediaType
          url
          refetchEveryMinutes
          readAt
          nextReadAt
          failureReason
        }
      }
    }
  }
`
const ask = /* GraphQL */ `
  query Ask($query: String!) {
    knowledgeSearch(query: $query) {
      doc {
        externalId
      }
      headingPath
      excerpt
    }
  }
`

interface Source {
  readonly kind: string
  readonly format: string | null
  readonly mediaType: string | null
  readonly url: string | null
  readonly refetchEveryMinutes: number | null
  readonly readAt: string | null
  readonly nextReadAt: string | null
  readonly failureReason: string | null
}

interface Doc {
  readonly id: string
  readonly externalId: string
  readonly title: string
  readonly content: string
  readonly status: string
  readonly failureReason: string | null
  readonly version: number
  readonly chunkCount: number
  readonly source: Source | null
}

interface Added {
  readonly knowledgeDocFromUrl: {
    readonly doc: { id: string; status: string; version: number } | null
    readonly errors: readonly { code: string; path: readonly string[]; message: string }[]
  }
}

const handbook: readonly MadeLine[] = [
  { text: 'Entregas', heading: 1 },
  { text: 'Entregamos de lunes a viernes.' },
  { text: 'Zonas', heading: 2 },
  { text: 'Vamos a Chía los martes.' },
]

describe('documents from files and pages', () => {
  let app: TestApp
  let spy: JobSpy
  let world: World
  let pages: Server
  let base = ''
  let asked: IncomingMessage[] = []
  let page: (request: IncomingMessage, response: ServerResponse) => void
  beforeAll(async () => {
    pages = createServer((request, response) => {
      asked.push(request)
      page(request, response)
    })
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
    const { port } = pages.address() as AddressInfo
    base = `http://127.0.0.1:${port}`
    app = await startApp({ strangers: createStrangers({ trusted: [`127.0.0.1:${port}`] }) })
    spy = spyOnJobs(app.jobs)
  })
  afterAll(async () => {
    await app.stop()
    pages.closeAllConnections()
    pages.close()
  })

  async function open(): Promise<ApiClient> {
    world = await app.makeWorld()
    asked = []
    return world.owner
  }

  async function upload(client: ApiClient, query: string, body: Buffer, mediaType = 'application/octet-stream') {
    const response = await fetch(`${app.url}/knowledge?${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': mediaType },
      body: new Uint8Array(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  const done = (name: string, count: number) =>
    expect
      .poll(() => spy.settled.filter((job) => job.name === name && job.data.tenantId === world.tenantId).length, {
        timeout: 15_000,
      })
      .toBe(count)
  const docs = async (client: ApiClient) =>
    (await client.query<{ knowledgeDocs: { nodes: Doc[] } }>(show)).knowledgeDocs.nodes
  const found = async (client: ApiClient, query: string) =>
    (await client.query<{ knowledgeSearch: { headingPath: string[]; excerpt: string }[] }>(ask, { query }))
      .knowledgeSearch
  const add = async (client: ApiClient, input: object) =>
    (await client.mutate<Added>(fromUrl, { input })).knowledgeDocFromUrl

  test.for([
    { format: 'PDF', body: makePdf([handbook], { title: 'Manual' }), title: 'Manual' },
    { format: 'DOCX', body: makeDocx(handbook), title: 'manual' },
    {
      format: 'HTML',
      body: Buffer.from(
        '<!doctype html><title>Manual</title><h1>Entregas</h1><p>x</p><h2>Zonas</h2><p>Vamos a Chía los martes.</p>',
      ),
      title: 'Manual',
    },
    {
      format: 'MARKDOWN',
      body: Buffer.from('# Entregas\n\nx\n\n## Zonas\n\nVamos a Chía los martes.'),
      title: 'manual',
    },
  ])('reads an uploaded $format and finds its passage with the headings above it', async ({ format, body, title }) => {
    const owner = await open()
    const { status, body: answer } = await upload(owner, 'externalId=manual', body)
    expect({ status, answer }).toEqual({
      status: 202,
      answer: { docId: expect.stringMatching(/^doc_/), change: 'CREATED' },
    })
    await done('knowledge.index', 1)
    const [hit] = await found(owner, '¿van a Chía?')
    expect(hit).toMatchObject({ headingPath: ['Entregas', 'Zonas'], excerpt: 'Vamos a Chía los martes.' })
    expect(await docs(owner)).toEqual([
      expect.objectContaining({
        id: answer['docId'],
        title,
        status: 'READY',
        version: 1,
        failureReason: null,
        source: expect.objectContaining({ kind: 'FILE', format, url: null, failureReason: null, nextReadAt: null }),
      }),
    ])
    const kept = await app.database.db.asOwner((db) =>
      db.query('select bytes from knowledge_sources where tenant_id = $1', [world.tenantId]),
    )
    expect(kept).toEqual([{ bytes: null }])
  })

  test('leaves the same file alone, and replaces it by another under the same name', async () => {
    const owner = await open()
    const file = makePdf([handbook])
    await upload(owner, 'externalId=manual&title=Manual', file)
    await done('knowledge.index', 1)
    const again = await upload(owner, 'externalId=manual&title=Manual', file)
    expect(again.body['change']).toBe('UNCHANGED')
    const other = await upload(owner, 'externalId=manual&title=Manual', Buffer.from('Ya no vamos a Chía.'))
    expect(other.body['change']).toBe('UPDATED')
    await done('knowledge.index', 2)
    expect(await docs(owner)).toMatchObject([{ content: 'Ya no vamos a Chía.', version: 2, status: 'READY' }])
    expect(
      spy.settled.filter(({ name, data }) => name === 'knowledge.read' && data.tenantId === world.tenantId),
    ).toHaveLength(2)
  })

  test('says why a file cannot be read, and goes on answering from what was there before', async () => {
    const owner = await open()
    await upload(owner, 'externalId=manual', makeDocx(handbook))
    await done('knowledge.index', 1)
    await upload(owner, 'externalId=manual', Buffer.from('%PDF-1.7 and nothing of the kind'))
    await done('knowledge.read', 2)
    expect(await docs(owner)).toMatchObject([
      {
        status: 'FAILED',
        failureReason: 'The file is damaged.',
        version: 2,
        source: { failureReason: 'The file is damaged.' },
      },
    ])
    expect(await found(owner, 'Chía')).toHaveLength(1)
  })

  test('takes files only from whoever may write knowledge, and no larger than it says', async () => {
    const owner = await open()
    const viewer = await world.as('VIEWER')
    expect((await upload(viewer, 'externalId=a', Buffer.from('x'))).status).toBe(403)
    const stranger = await fetch(`${app.url}/knowledge?externalId=a`, { method: 'POST', body: 'x' })
    expect(stranger.status).toBe(401)
    expect((await upload(owner, '', Buffer.from('x'))).status).toBe(400)
    expect((await upload(owner, 'externalId=a', Buffer.alloc(11 * 1024 * 1024))).status).toBe(413)
    const empty = await upload(owner, 'externalId=%20', Buffer.alloc(0))
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ path: ['input', 'externalId'] }] } })
    expect(await docs(owner)).toEqual([])
  })

  test('fetches a page, then only what changed of it, and keeps the text when the server is away', async () => {
    const owner = await open()
    let text = 'Vamos a Chía los martes.'
    let status = 200
    page = (request, response) => {
      if (status !== 200) return response.writeHead(status).end('<p>gone</p>')
      if (request.headers['if-none-match'] === `"${text.length}"`) return response.writeHead(304).end()
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: `"${text.length}"` })
        .end(`<html><title>Zonas</title><body><h1>Zonas</h1><p>${text}</p></body></html>`)
    }
    const url = `${base}/zonas`
    const { doc, errors } = await add(owner, { externalId: 'zonas', url, refetchEveryMinutes: 60 })
    expect({ doc, errors }).toEqual({ doc: { id: doc?.id, status: 'PENDING', version: 1 }, errors: [] })
    await done('knowledge.index', 1)
    const source = { kind: 'URL', format: 'HTML', mediaType: 'text/html; charset=utf-8', url, refetchEveryMinutes: 60 }
    const [first] = await docs(owner)
    expect(first).toMatchObject({ title: 'Zonas', status: 'READY', version: 1, source })
    const wait = Date.parse(first?.source?.nextReadAt ?? '') - Date.parse(first?.source?.readAt ?? '')
    expect(wait).toBe(60 * 60 * 1_000)

    await owner.mutate(refetch, { id: doc?.id })
    await done('knowledge.read', 2)
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"24"'])
    expect(await docs(owner)).toMatchObject([{ version: 1, status: 'READY' }])

    text = 'Ya no vamos a Chía.'
    await owner.mutate(refetch, { id: doc?.id })
    await done('knowledge.index', 2)
    expect(await docs(owner)).toMatchObject([{ version: 2, status: 'READY', content: `# Zonas\n\n${text}` }])

    status = 404
    await owner.mutate(refetch, { id: doc?.id })
    await done('knowledge.read', 4)
    expect(await docs(owner)).toMatchObject([
      {
        version: 2,
        status: 'READY',
        failureReason: null,
        content: `# Zonas\n\n${text}`,
        source: { failureReason: 'The server answered with status 404.', nextReadAt: expect.any(String) },
      },
    ])
    expect(await found(owner, 'Chía')).toHaveLength(1)
  })

  test('refuses a page that no one may fetch where it is given, and one that leads there when it is fetched', async () => {
    const owner = await open()
    const refused = await add(owner, { externalId: 'a', url: 'http://169.254.169.254/latest/', refetchEveryMinutes: 5 })
    expect(refused.errors.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['input.url', 'The server is not on the public internet.'],
      ['input.refetchEveryMinutes', 'It must be 15 to 10080 minutes.'],
    ])
    page = (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:80/' }).end()
    await add(owner, { externalId: 'b', url: `${base}/led-astray` })
    await done('knowledge.read', 1)
    expect(await docs(owner)).toMatchObject([
      { externalId: 'b', status: 'FAILED', failureReason: 'The server is not on the public internet.' },
    ])
    const unknown = await owner.mutate<{ knowledgeDocRefetch: unknown }>(refetch, {
      id: 'doc_01h455vb4pex5vsknk084sn02q',
    })
    expect(unknown.knowledgeDocRefetch).toEqual({ doc: null, errors: [{ code: 'NOT_FOUND' }] })
  })

  test('lets go of a page when its document is written by hand', async () => {
    const owner = await open()
    page = (_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('From the web.')
    const { doc } = await add(owner, { externalId: 'a', url: `${base}/a`, refetchEveryMinutes: 15 })
    await done('knowledge.index', 1)
    const importDoc =
      'mutation Write($input: KnowledgeDocImportInput!) { knowledgeDocImport(input: $input) { updatedCount } }'
    await owner.mutate(importDoc, { input: { docs: [{ externalId: 'a', title: 'A', content: 'By hand.' }] } })
    await done('knowledge.index', 2)
    expect(await docs(owner)).toMatchObject([{ id: doc?.id, content: 'By hand.', source: null, version: 2 }])
    const again = await owner.mutate<{ knowledgeDocRefetch: unknown }>(refetch, { id: doc?.id })
    expect(again.knowledgeDocRefetch).toEqual({ doc: null, errors: [{ code: 'NOT_FOUND' }] })
  })
})
