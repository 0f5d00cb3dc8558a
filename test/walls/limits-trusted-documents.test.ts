import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readManifest } from '../../src/graphql/index.ts'
import { createApiKey } from '../../src/tenancy/index.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const deployed = 'query Deployed { viewer { tenant { slug } } }'
const register = `mutation Register($texts: [TrustedDocumentInput!]!) { trustedDocumentsRegister(input: { documents: $texts }) {
  documents { id sha256 status trustedBy { __typename } } errors { code message path } } }`
const forget = 'mutation Forget($id: ID!) { clientDocumentDelete(id: $id) { deletedId errors { code } } }'
const list = `query List($status: ClientDocumentStatus) { clientDocuments(filter: { status: $status }) {
  totalCount nodes { sha256 text status timesSeen lastSeenAt } } }`
const login = 'mutation Login { login(email: "a@b.example", password: "wrong password") { errors { code } } }'

let directory: string
let manifest: string
/** One server for each mode, over one database. */
let off: TestApp
let report: TestApp
let enforce: TestApp
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-manifest-'))
  manifest = join(directory, 'manifest.json')
  const texts = [deployed, register, forget, list, login]
  await writeFile(manifest, JSON.stringify(Object.fromEntries(texts.map((text) => [sha256(text), text]))))
  const PARLEY_SECRET = randomBytes(32).toString('hex')
  const start = (TRUSTED_DOCUMENTS: string, more: object = {}) =>
    startApp({ env: { PARLEY_SECRET, TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_FILE: manifest }, ...more })
  off = await start('off')
  // Processes of their own as far as this process can tell.
  report = await start('report', { db: { ...off.services.db } })
  enforce = await start('enforce', { db: { ...off.services.db } })
})
afterAll(async () => {
  await enforce.stop()
  await report.stop()
  await off.stop()
  await rm(directory, { recursive: true, force: true })
})

interface Answered {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { message: string; extensions: { code: string } }[]
}

type Request = Readonly<Record<string, unknown>>
type Send = (app: TestApp, token: string | null, request: Request) => Promise<Answered>

const overPost: Send = async (app, token, request) => {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(request),
  })
  return (await response.json()) as Answered
}

const overGet: Send = async (app, token, request) => {
  const url = new URL('/graphql', app.url)
  for (const [name, value] of Object.entries(request)) {
    url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const response = await fetch(url, {
    headers: { 'apollo-require-preflight': 'yes', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  })
  return (await response.json()) as Answered
}

const overSocket: Send = async (app, token, request) => {
  const socket = await openSocket(app.url)
  try {
    await socket.init({ authorization: `Bearer ${token}` })
    socket.send({ id: '1', type: 'subscribe', payload: { query: '', ...request } })
    const { type, payload } = await socket.next()
    return type === 'error' ? { errors: payload as Answered['errors'] & object } : (payload as Answered)
  } finally {
    socket.end()
  }
}

const transports: readonly [string, Send][] = [
  ['POST', overPost],
  ['GET', overGet],
  ['WebSocket', overSocket],
]

/** The tenant's own document, different in every test. */
const ownDocument = (world: World) => `query Own { viewer { tenant { slug } } } # ${world.slug}`

async function trust(app: TestApp, world: World, ...texts: string[]) {
  return app.as(world.owner.token ?? '').mutate<{
    trustedDocumentsRegister: { documents: { id: string; sha256: string }[]; errors: object[] }
  }>(register, { texts: texts.map((text) => ({ text })) })
}

const slugOf = (world: World) => ({ viewer: { tenant: { slug: world.slug } } })
const codes = ({ errors = [] }: Answered) => errors.map(({ extensions }) => extensions.code)

describe.each(transports)('a document over %s', (_name, send) => {
  test('is found by its hash alone: of the manifest, and of the tenant’s own, in Apollo’s way and by documentId', async () => {
    const world = await off.makeWorld()
    const own = ownDocument(world)
    for (const app of [off, enforce]) await trust(app, world, own)

    for (const app of [off, enforce]) {
      for (const text of [deployed, own]) {
        const persistedQuery = { version: 1, sha256Hash: sha256(text) }
        for (const request of [
          { extensions: { persistedQuery } },
          { documentId: sha256(text) },
          { documentId: `sha256:${sha256(text)}` },
        ]) {
          expect((await send(app, world.owner.token, request)).data).toEqual(slugOf(world))
        }
      }
    }
  })

  test('that nobody registered is asked for in full, where the full text would be taken', async () => {
    const world = await off.makeWorld()
    const persistedQuery = { version: 1, sha256Hash: sha256('{ __typename }') }
    const { errors } = await send(off, world.owner.token, { extensions: { persistedQuery } })
    expect(errors).toMatchObject([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ])
    expect(
      (await send(off, world.owner.token, { query: '{ __typename }', extensions: { persistedQuery } })).data,
    ).toEqual({ __typename: 'Query' })
  })

  test('is never taken under the hash of another', async () => {
    const world = await off.makeWorld()
    for (const app of [off, report, enforce]) {
      const request = { query: '{ __typename }', extensions: { persistedQuery: { sha256Hash: sha256(deployed) } } }
      expect(codes(await send(app, world.owner.token, request))).toEqual(['BAD_USER_INPUT'])
      expect(codes(await send(app, world.owner.token, { documentId: 'not a hash' }))).toEqual(['BAD_USER_INPUT'])
    }
  })

  test('that nobody registered is refused where that is enforced, unread and before any SQL', async () => {
    const world = await off.makeWorld()
    await send(enforce, world.owner.token, { query: deployed })
    const statements: string[] = []
    const stop = off.services.db.onStatement((text) => statements.push(text))
    for (const request of [
      { query: '{ viewer { tenant { slug } } }' },
      { query: `${deployed} ` },
      // Not parsed: the answer is the same.
      { query: '{ this is not' },
      { query: '{ __schema { types { name } } }' },
      { documentId: sha256('{ __typename }') },
    ]) {
      expect(await send(enforce, world.owner.token, request)).toMatchObject({
        errors: [
          {
            message: 'Only documents that were registered may be sent.',
            extensions: { code: 'DOCUMENT_NOT_TRUSTED', requestId: expect.any(String) },
          },
        ],
      })
    }
    stop()
    expect(statements.filter((text) => text.startsWith('/* Query.'))).toEqual([])
    expect((await send(enforce, world.owner.token, { query: deployed })).data).toEqual(slugOf(world))
  })

  test('of one tenant is not trusted for another', async () => {
    const [world, other] = [await off.makeWorld(), await off.makeWorld()]
    const own = ownDocument(world)
    await trust(enforce, world, own)

    expect((await send(enforce, world.owner.token, { query: own })).data).toEqual(slugOf(world))
    expect(codes(await send(enforce, other.owner.token, { query: own }))).toEqual(['DOCUMENT_NOT_TRUSTED'])
    expect(codes(await send(enforce, other.owner.token, { documentId: sha256(own) }))).toEqual(['DOCUMENT_NOT_TRUSTED'])
    expect(codes(await send(off, other.owner.token, { documentId: sha256(own) }))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ])
  })

  test('may be the only kind that an API key sends, whatever the server is set to', async () => {
    const world = await off.makeWorld()
    const scopes = ['tenant:read', 'orders:read']
    const restricted = await createApiKey(world.ctx, { name: 'App', scopes, trustedDocumentsOnly: true })
    const free = await createApiKey(world.ctx, { name: 'Shop', scopes })
    if (!restricted.ok || !free.ok) throw new Error('no key')

    expect(codes(await send(off, restricted.secret, { query: '{ tenant { slug } }' }))).toEqual([
      'DOCUMENT_NOT_TRUSTED',
    ])
    expect((await send(off, restricted.secret, { query: deployed })).data).toEqual(slugOf(world))
    expect((await send(off, free.secret, { query: '{ tenant { slug } }' })).data).toEqual({
      tenant: { slug: world.slug },
    })
  })

  test('that nobody registered is let in and listed where that is reported, and can then be trusted', async () => {
    const world = await off.makeWorld()
    const own = ownDocument(world)
    const fromOwner = report.as(world.owner.token ?? '')
    expect((await send(report, world.owner.token, { query: own })).data).toEqual(slugOf(world))
    const reported = { sha256: sha256(own), text: own, status: 'REPORTED', timesSeen: 1 }
    await expect
      .poll(async () => (await fromOwner.query(list, { status: 'REPORTED' })) as object)
      .toMatchObject({ clientDocuments: { totalCount: 1, nodes: [{ ...reported, lastSeenAt: expect.any(String) }] } })

    const { trustedDocumentsRegister } = await trust(enforce, world, own)
    expect(trustedDocumentsRegister).toMatchObject({
      documents: [{ sha256: sha256(own), status: 'TRUSTED', trustedBy: { __typename: 'User' } }],
      errors: [],
    })
    expect(await fromOwner.query(list, { status: 'REPORTED' })).toMatchObject({ clientDocuments: { totalCount: 0 } })
    expect((await send(enforce, world.owner.token, { query: own })).data).toEqual(slugOf(world))
  })
})

describe('the list of documents', () => {
  test('forgets one, which is then refused again', async () => {
    const world = await off.makeWorld()
    const own = ownDocument(world)
    const [made] = (await trust(enforce, world, own)).trustedDocumentsRegister.documents
    const send = (query: string, variables?: object) => overPost(enforce, world.owner.token, { query, variables })
    expect((await send(own)).data).toEqual(slugOf(world))

    expect((await send(forget, { id: made?.id })).data).toEqual({
      clientDocumentDelete: { deletedId: made?.id, errors: [] },
    })
    expect(codes(await send(own))).toEqual(['DOCUMENT_NOT_TRUSTED'])
    expect((await send(forget, { id: made?.id })).data).toEqual({
      clientDocumentDelete: { deletedId: null, errors: [{ code: 'NOT_FOUND' }] },
    })
  })

  test('takes no document that the schema or the limits refuse, and then none of them', async () => {
    const world = await off.makeWorld()
    const { trustedDocumentsRegister } = await trust(off, world, ownDocument(world), '{ nonsense }', '{ orders {')
    expect(trustedDocumentsRegister).toEqual({
      documents: [],
      errors: [
        {
          code: 'INVALID_INPUT',
          message: expect.stringMatching(/^Cannot query field "nonsense"/),
          path: ['input', 'documents', '1', 'text'],
        },
        {
          code: 'INVALID_INPUT',
          message: expect.stringMatching(/^Syntax Error/),
          path: ['input', 'documents', '2', 'text'],
        },
      ],
    })
    expect(await world.owner.query(list, {})).toMatchObject({ clientDocuments: { totalCount: 0 } })
  })

  test('is not for those who may not see it', async () => {
    const world = await off.makeWorld()
    const operator = await world.as('OPERATOR')
    expect((await operator.send(list)).errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      permission: 'documents:read',
    })
    expect((await operator.send(register, { texts: [{ text: deployed }] })).errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      permission: 'documents:write',
    })
  })
})

test('a stranger signs in by a document of the manifest alone', async () => {
  expect((await overPost(enforce, null, { query: login })).data).toEqual({
    login: { errors: [{ code: 'INVALID_CREDENTIALS' }] },
  })
  expect(codes(await overPost(enforce, null, { query: `${login} ` }))).toEqual(['DOCUMENT_NOT_TRUSTED'])
})

test('what came unregistered is counted for Prometheus', async () => {
  const world = await off.makeWorld()
  await overPost(report, world.owner.token, { query: ownDocument(world) })
  await overPost(enforce, world.owner.token, { query: ownDocument(world) })
  const read = async (app: TestApp) => (await fetch(new URL('/metrics', app.url))).text()
  expect(await read(report)).toMatch(/parley_unknown_documents_total\{outcome="reported"\} [1-9]/)
  expect(await read(enforce)).toMatch(/parley_unknown_documents_total\{outcome="refused"\} [1-9]/)
})

test.each([
  ['a wrong hash', { [sha256('a')]: '{ __typename }' }, /SHA-256 is not/],
  ['no text', { [sha256('a')]: 1 }, /has no text/],
  ['nothing', {}, /holds no document/],
])('a manifest with %s is not started with', async (_name, content, message) => {
  const file = join(directory, 'wrong.json')
  await writeFile(file, JSON.stringify(content))
  expect(() => readManifest(file)).toThrow(message)
})

test('the manifest of an Apollo client is understood', async () => {
  const file = join(directory, 'apollo.json')
  const operations = [{ id: sha256(deployed), name: 'Deployed', type: 'query', body: deployed }]
  await writeFile(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }))
  const app = await startApp({ env: { TRUSTED_DOCUMENTS_FILE: file, TRUSTED_DOCUMENTS: 'enforce' } })
  try {
    const world = await app.makeWorld()
    expect((await overPost(app, world.owner.token, { documentId: sha256(deployed) })).data).toEqual(slugOf(world))
  } finally {
    await app.stop()
  }
})
