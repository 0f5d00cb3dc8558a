import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import { storedRows } from '../faults/stored-rows.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import { isFull } from './full.ts'
import { furnish, settled, type Furnished } from './furnish.ts'
import { placesOf, type Named, type Place } from './places.ts'

const schema = createSchema(modules)
const texts = placesOf(schema, ['String']).filter(({ operation }) => operation !== 'subscription')

/** Where a name that somebody else has is answered differently, and why that must be. */
const tells: Readonly<Record<string, string>> = {
  'Mutation.channelAccountConnect(input.routingKey)': 'a number delivers to one place; it is not said to whose',
}

let app: TestApp
let mine: Furnished
let theirs: Furnished
beforeAll(async () => {
  app = await startApp()
  mine = await furnish(app, 'minea')
  theirs = await furnish(app, 'theirs')
}, 120_000)
afterAll(() => app.stop())

function own(kind: Named): string {
  const id = mine.ids.get(kind)
  if (id === undefined) throw new Error(`furnish.ts makes nothing of the kind ${kind}`)
  return id
}

/** A name of the same form that nobody has. */
function nobodys(key: string): string {
  if (key.includes(theirs.mark)) return key.replaceAll(theirs.mark, 'nobody')
  return key.replace(/.{4}$/, (end) =>
    [...end].map((character) => (/\d/.test(character) ? (Number(character) + 1) % 10 : 'f')).join(''),
  )
}

/** Tries in short form: each place with one of the names, in turn. */
function keysFor(index: number): readonly string[] {
  if (isFull) return theirs.naturalKeys
  return [theirs.naturalKeys[index % theirs.naturalKeys.length] ?? '']
}

describe('a name that a neighbour uses: an SKU, a code, a number, an address, a slug', () => {
  test('is nobody else’s customer: the same number and the same provider id are another person here', async () => {
    const phone = theirs.naturalKeys.find((key) => key.startsWith('+')) ?? ''
    const id = 'wamid.the-same-in-both'
    const other = await app.makeWorld()
    for (const world of [theirs.world, other]) {
      expect((await world.say('hola', { from: phone, providerMessageId: id })).status).toBe(200)
    }
    const found = await other.owner.query<{ customers: { nodes: { id: string }[] } }>(
      'query ($search: String) { customers(filter: { search: $search }) { nodes { id name code note orders { totalCount } } } }',
      { search: phone },
    )
    expect(found.customers.nodes).toHaveLength(1)
    expect(found.customers.nodes[0]).toMatchObject({ code: null, note: null, orders: { totalCount: 0 } })
    expect(theirs.allIds.has(found.customers.nodes[0]?.id ?? '')).toBe(false)
  })

  test('is answered like one that nobody uses, wherever a text is taken', { timeout: 240_000 }, async () => {
    expect(texts.length).toBeGreaterThan(60)
    const before = await storedRows(app.database.db, theirs.world.tenantId)
    const different: string[] = []
    for (const [index, place] of texts.entries()) {
      // What can be done once only has been done before the two are compared.
      await ask(place, 'walls')
      for (const key of keysFor(index)) {
        const twin = nobodys(key)
        // In either order, so that the first has no chance to make room for the second.
        const turns = index % 2 === 0 ? [key, twin] : [twin, key]
        const answers = new Map<string, string>()
        for (const text of turns) answers.set(text, await ask(place, text))
        const [real, none] = [answers.get(key) ?? '', answers.get(twin) ?? '']
        // So many wrong passwords are throttled, whatever they are: the one that comes too late says nothing of its text.
        const isThrottled = [real, none].some((answer) => answer.includes('Too many attempts to sign in'))
        const isSame = isThrottled || said(real, key) === said(none, twin)
        if ((!isSame && !(place.coordinate in tells)) || real.includes('"code":"INTERNAL"')) {
          different.push(`${place.coordinate} with ${key}\n  theirs: ${real}\n  none:   ${none}`)
        }
      }
    }
    expect(different).toEqual([])
    await settled(app.database.db, mine.world.tenantId)
    expect(await storedRows(app.database.db, theirs.world.tenantId)).toEqual(before)
  })

  test('opens no way in at sign-in: their slug is as unknown as any', async () => {
    const document = `mutation ($email: String!, $password: String!, $tenant: String) {
      login(email: $email, password: $password, tenant: $tenant) { token errors { code message path } } }`
    const email = `owner@${mine.mark}.example`
    const password = 'correct horse battery staple'
    const sign = (tenant: string) => app.stranger.mutate(document, { email, password, tenant })
    expect(await sign(theirs.world.slug)).toEqual(await sign('no-such-tenant'))
    expect(await sign(theirs.world.tenantId)).toEqual(await sign('no-such-tenant'))
    expect(await sign(mine.world.slug)).toMatchObject({ login: { token: expect.any(String), errors: [] } })
  })

  test('is no one else’s idempotency key', async () => {
    const document = `mutation ($key: String) { productImport(input: { products: [{ sku: "ONCE", name: "Once" }] }, idempotencyKey: $key)
      { created products { id } errors { code } } }`
    const other = await app.makeWorld()
    const answer = await other.owner.mutate<{ productImport: { created: number } }>(document, {
      key: `idem-${theirs.mark}`,
    })
    expect(answer.productImport).toMatchObject({ created: 1, errors: [] })
  })
})

let count = 0
/** Nothing that is given beside the name may be taken since the last time. */
const fresh = () => `"walls-${(count += 1)}"`

async function ask(place: Place, text: string): Promise<string> {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${mine.world.owner.token}`,
      'x-request-id': 'the-same-for-all',
    },
    body: JSON.stringify({ query: place.document, variables: place.variables(text, own) }).replaceAll('"walls"', fresh),
  })
  return `${response.status} ${await response.text()}`
}

interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

/** What an answer says of the name: refused or not and why, found or not; without the name itself. */
function said(answer: string, name: string): string {
  const { data, errors = [] } = JSON.parse(answer.slice(4)) as Told
  const found = Object.values(data ?? {}).map((value) => {
    if (typeof value !== 'object' || value === null) return value
    if ('errors' in value) return [value.errors, Object.values(value).some((part) => part === null)]
    if ('nodes' in value && Array.isArray(value.nodes)) return value.nodes.length > 0
    return true
  })
  const text = JSON.stringify([
    answer.slice(0, 3),
    found,
    errors.map(({ message, extensions }) => [message, extensions.code]),
  ])
  return [name, name.toLowerCase()].reduce(
    (rest, one) => rest.replaceAll(JSON.stringify(one).slice(1, -1), '«name»'),
    text,
  )
}
