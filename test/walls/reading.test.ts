import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import type { ApiClient } from '../kit/client.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import { furnish, settled, type Furnished } from './furnish.ts'
import { idsOfKind, pagedFields, reachable, readingOf, type Reach } from './reach.ts'

const schema = createSchema(modules)
const types = reachable(schema)

/** Object types of which no tenant here has one, and why. */
const neverSeen: Readonly<Record<string, string>> = {
  MessageError: 'only a provider that refuses a message makes one',
  SystemActor: 'jobs that tidy up act as it, after a day or more',
  OrderReviewClaim: 'ends by itself, so that two readings would differ',
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

describe('reading everything', { timeout: 60_000 }, () => {
  test('shows every type of one’s own, nothing of a neighbour’s, and nothing else when the neighbour works on', async () => {
    const before = await readAll(mine)
    const unseen = before.filter(({ reach, text }) => !text.includes(`"seen":"${reach.type.name}"`))
    expect(unseen.filter(({ reach }) => !(reach.type.name in neverSeen)).map(describeRead)).toEqual([])

    await theirs.world.say(`4 leche ${theirs.mark}`, { from: '+573009998877' })
    await theirs.world.owner.mutate(
      'mutation { productImport(input: { products: [{ sku: "NEW", name: "Leche theirs nueva" }] }) { errors { code } } }',
    )
    await settled(app.database.db, theirs.world.tenantId)
    const after = await readAll(mine)

    for (const [index, { reach, text }] of before.entries()) {
      expect(text, reach.type.name).toMatch(/"errors":\[\]\}$/)
      expect(text.includes(theirs.mark), describeRead({ reach, text })).toBe(false)
      const strangers = (text.match(/\b[a-z]{3}_[0-9a-z]{26}\b/g) ?? []).filter((id) => theirs.allIds.has(id))
      expect(strangers, reach.type.name).toEqual([])
      expect(after[index]?.text).toBe(text)
    }
  })

  test('by the ids of a neighbour shows nothing of any type', async () => {
    const nodes = types.filter(({ kind, way }) => kind !== null && way.length === 2)
    expect(nodes.length).toBeGreaterThan(12)
    for (const reach of nodes) {
      const ids = idsOfKind(theirs.allIds, reach.kind ?? 'order')
      expect(ids.length, `${reach.type.name}: furnish.ts makes none`).toBeGreaterThan(0)
      const { data, errors } = await mine.world.owner.send(readingOf(reach), { ids })
      expect([reach.type.name, errors]).toEqual([reach.type.name, []])
      expect(data).toEqual({ nodes: ids.map(() => null) })
    }
  })
})

describe("a neighbour's cursor", { timeout: 60_000 }, () => {
  test('is answered as one that nobody ever gave, in every list', async () => {
    const lists = pagedFields(schema)
    expect(lists.length).toBeGreaterThan(15)
    const different: string[] = []
    for (const { reach, field } of lists) {
      const name = `${reach.type.name}.${field.name}`
      const [foreign, own] = [await cursorOf(theirs, reach, field.name), await cursorOf(mine, reach, field.name)]
      expect([name, typeof foreign, typeof own]).toEqual([name, 'string', 'string'])
      for (const argument of ['after', 'before']) {
        const [real, none, right] = await Promise.all(
          [foreign, unknownTwin(foreign), own].map((cursor) =>
            mine.world.owner.send(listing(reach, field.name, argument), { cursor, ...idsFor(mine, reach) }),
          ),
        )
        const said = (answer: typeof real) => JSON.stringify([answer?.status, answer?.data, codes(answer?.errors)])
        const isRefused = (real?.errors.length ?? 0) > 0
        if (said(real) !== said(none) || !isRefused || (right?.errors.length ?? 1) > 0) {
          different.push(`${name}(${argument}): ${said(real)} ${said(none)} own: ${said(right)}`)
        }
      }
    }
    expect(different).toEqual([])
  })
})

function codes(errors: readonly { message: string; extensions: { code: string } }[] = []) {
  return errors.map(({ message, extensions }) => [message, extensions.code])
}

interface Read {
  readonly reach: Reach
  readonly text: string
}

async function readAll(tenant: Furnished): Promise<Read[]> {
  const reads: Read[] = []
  for (const reach of types) reads.push({ reach, text: await textOf(tenant.world.owner, reach, tenant) })
  return reads
}

async function textOf(caller: ApiClient, reach: Reach, tenant: Furnished): Promise<string> {
  const { data, errors } = await caller.send(readingOf(reach), idsFor(tenant, reach))
  return JSON.stringify({
    data,
    errors: errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code })),
  })
}

function describeRead({ reach, text }: Read): string {
  return `${reach.type.name} by ${reach.way.join(' > ')}: ${text.slice(0, 600)}`
}

function idsFor(tenant: Furnished, { kind }: Reach): Readonly<Record<string, unknown>> {
  return kind === null ? {} : { ids: idsOfKind(tenant.allIds, kind) }
}

function listing({ kind, way }: Reach, field: string, argument: string): string {
  const page = argument === 'after' ? `first: 2, after: $cursor` : `last: 2, before: $cursor`
  const inner = `${field}(${page}) { totalCount pageInfo { startCursor endCursor hasNextPage } }`
  const body = way.reduceRight((inside, step) => `${step} { ${inside} }`, inner)
  return `query ($cursor: String${kind === null ? '' : ', $ids: [ID!]!'}) { ${body} }`
}

/** A cursor of the list, of the first object that has anything in it. */
async function cursorOf(tenant: Furnished, reach: Reach, field: string): Promise<string | null> {
  const answer = await tenant.world.owner.query(listing(reach, field, 'after'), idsFor(tenant, reach))
  return /"endCursor":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? null
}

/** The same cursor bound to a list that nobody has. */
function unknownTwin(cursor: string | null): string {
  const [bound, ...keys] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8')) as string[]
  const other = (bound ?? '').startsWith('A') ? 'B' : 'A'
  return Buffer.from(JSON.stringify([`${other}${(bound ?? '').slice(1)}`, ...keys])).toString('base64url')
}
