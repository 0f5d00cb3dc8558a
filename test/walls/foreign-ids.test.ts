import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import { decodeCursor } from '../../src/platform/events/position.ts'
import { storedRows } from '../faults/stored-rows.ts'
import type { ApiClient, Subscription } from '../kit/client.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import { isFull } from './full.ts'
import { furnish, neverExisted, settled, type Furnished } from './furnish.ts'
import { placesOf, rootFields, shallow, type Named, type Place } from './places.ts'

const schema = createSchema(modules)
const places = placesOf(schema, ['ID'])
const asked = places.filter(({ operation }) => operation !== 'subscription')

/** Other tests' open transactions hold back the events of a server that they share. */
const patient = { timeout: 20_000, interval: 250 }

/** Where an id of the caller's own is answered as one that never existed, and why that is right. */
const deaf: Readonly<Record<string, string>> = {
  'Query.aiUsage(agentId)': 'the time that is asked about here lies ahead',
  'Mutation.orderCreate(input.lines.lineId)': 'an order that is not there yet has no lines',
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

const own = (kind: Named) => idOf(mine, kind)
function idOf({ ids }: Furnished, kind: Named): string {
  const id = ids.get(kind)
  if (id === undefined) throw new Error(`furnish.ts makes nothing of the kind ${kind}`)
  return id
}

describe("another tenant's id", () => {
  test('is tried in every argument that takes an id', () => {
    expect(places.length).toBeGreaterThan(40)
    const coordinates = places.map(({ coordinate }) => coordinate)
    for (const known of ['Query.node(id)', 'Query.nodes(ids)', 'Mutation.orderLinesEdit(lines.productId)']) {
      expect(coordinates).toContain(known)
    }
    for (const { names } of places) expect(names === null ? '' : idOf(theirs, names)).not.toBe('')
  })

  test(
    'is answered byte for byte as one that never existed, and nothing of anybody changes',
    { timeout: 120_000 },
    async () => {
      const before = await everything()
      const listening = await listen(theirs.world.owner)
      const different: string[] = []
      const refused = new Map<string, string>()
      for (const place of asked) {
        const kinds = [...theirs.ids].filter(([kind]) => isFull || kind === place.names || kind === 'tenant')
        const tried = kinds.map(async ([kind, id]) => {
          const [real, none] = await askBoth(place, id, neverExisted(kind))
          if (kind === place.names) refused.set(place.coordinate, none)
          if (real !== none || /"code":"(INTERNAL|UNAVAILABLE|FORBIDDEN)"/.test(real)) {
            different.push(`${place.coordinate} with a ${kind}\n  theirs: ${real}\n  none:   ${none}`)
          }
        })
        await Promise.all(tried)
      }
      expect(different).toEqual([])
      expect(await everything()).toEqual(before)

      // An answer proves nothing where one's own id is answered the same way.
      const dead: string[] = []
      for (const place of asked.toSorted((a, b) => Number(isAnEnd(a)) - Number(isAnEnd(b)))) {
        const answer = await ask(mine.world.owner, place, own(place.names ?? 'order'))
        const isDead = answer.replaceAll(own(place.names ?? 'order'), '«id»') === refused.get(place.coordinate)
        if (isDead !== place.coordinate in deaf) dead.push(`${place.coordinate}: ${answer}`)
      }
      expect(dead).toEqual([])
      await settled(app.database.db, mine.world.tenantId)
      // What they hear late of their own is theirs.
      expect(await tenantsHeard(listening, theirs)).not.toContain(mine.world.tenantId)
      await Promise.all(listening.map((subscription) => subscription.stop()))
    },
  )

  test('in a subscription is followed in silence', { timeout: 90_000 }, async () => {
    const watched = places.filter(({ operation, fieldName }) => operation === 'subscription' && followsLog(fieldName))
    expect(watched.length).toBeGreaterThan(0)
    const deafOnes = await Promise.all(
      watched.flatMap((place) =>
        [...theirs.ids.values()].map((id) =>
          mine.world.owner.subscribe<object>(place.document, place.variables(id, own)),
        ),
      ),
    )
    const [mineHear, theirsHear] = [await listen(mine.world.owner), await listen(theirs.world.owner)]
    // What asks for nothing of its subject could hear of one that it cannot see.
    const bare = await listen(mine.world.owner, () => '{ ... on LiveEvent { cursor } }')
    await theirs.world.say(`not for you ${theirs.mark}`)
    // By the time that each has heard a knock of its own, the other's would have come, had it been let through.
    await knockUntilHeard(mine, mineHear)
    await knockUntilHeard(theirs, theirsHear)
    for (const { waiting } of deafOnes) expect(waiting).toEqual([])
    expect(JSON.stringify(mineHear.map(({ waiting }) => waiting))).not.toContain(theirs.mark)
    expect(JSON.stringify(theirsHear.map(({ waiting }) => waiting))).not.toContain(mine.mark)
    // A subscription begins a moment after its socket: knocked until it has.
    await knockUntil(mine, () => bare.some(({ waiting }) => waiting.length > 1))
    expect(await tenantsHeard(bare, mine)).toEqual([mine.world.tenantId])
    await Promise.all([...deafOnes, ...bare, ...mineHear, ...theirsHear].map((subscription) => subscription.stop()))
  })
})

test("another tenant's id in a subscription that is made for its reader is answered as one that never existed", async () => {
  const made = places.filter(
    ({ operation, fieldName, names }) => operation === 'subscription' && names !== null && !followsLog(fieldName),
  )
  expect(made.length).toBeGreaterThan(0)
  const before = await everything()
  for (const place of made) {
    const given = async (id: string) => {
      const subscription = await mine.world.owner.subscribe<object>(place.document, place.variables(id, own))
      const parts = JSON.stringify(await subscription.next())
      await subscription.stop()
      return parts.replaceAll(id, '«id»')
    }
    for (const [kind, id] of theirs.ids) {
      expect([place.coordinate, kind, await given(id)]).toEqual([
        place.coordinate,
        kind,
        await given(neverExisted(kind)),
      ])
    }
    // One's own is answered otherwise.
    const kind = place.names ?? 'order'
    expect(await given(own(kind))).not.toBe(await given(neverExisted(kind)))
  }
  await settled(app.database.db, mine.world.tenantId)
  const [, theirsAfter] = (await everything()) as object[]
  expect(theirsAfter).toEqual((before as object[])[1])
})

/** Takes away what other places need. */
function isAnEnd({ fieldName }: Place): boolean {
  return /(Remove|Delete|Revoke|Erase)$/.test(fieldName)
}

/** Whose events these subscribers were given, by the cursors that came with them. */
async function tenantsHeard(all: readonly Subscription<object>[], { world }: Furnished): Promise<string[]> {
  const cursors = JSON.stringify(all.map(({ waiting }) => waiting)).matchAll(/"cursor":"(1\.[^"]+)"/g)
  const seqs = [...cursors].map(([, cursor]) => decodeCursor(world.tenantId, cursor ?? '').seq)
  const rows = await app.database.db.asOwner((owner) =>
    owner.query<{ tenant: string }>('select distinct tenant_id as tenant from events where seq = any($1::bigint[])', [
      `{${seqs.join(',')}}`,
    ]),
  )
  return rows.map(({ tenant }) => tenant)
}

const knockUntilHeard = (who: Furnished, all: readonly Subscription<object>[]): Promise<void> =>
  knockUntil(who, () => JSON.stringify(all.map(({ waiting }) => waiting)).includes(`knock ${who.mark}`))

async function knockUntil({ world, mark }: Furnished, heard: () => boolean): Promise<void> {
  await expect.poll(async () => (await world.say(`knock ${mark}`)).status === 200 && heard(), patient).toBe(true)
}

/** Whether it tells what happens, and so can be resumed; else it is made for its reader alone. */
function followsLog(fieldName: string): boolean {
  const field = schema.getSubscriptionType()?.getFields()[fieldName]
  return field?.args.some(({ name }) => name === 'after') === true
}

/** A subscription to everything that can be followed. */
function listen(caller: ApiClient, selection = everyKind): Promise<Subscription<object>[]> {
  const fields = rootFields(schema).filter(
    ({ operation, field }) => operation === 'subscription' && followsLog(field.name),
  )
  return Promise.all(
    fields.map(({ field }) => caller.subscribe<object>(`subscription { ${field.name} ${selection(field.name)} }`)),
  )
}

/** What an event says of its subject, whatever kind of event it is. */
function everyKind(fieldName: string): string {
  const field = schema.getSubscriptionType()?.getFields()[fieldName]
  if (field === undefined) throw new Error(`There is no subscription ${fieldName}`)
  const named = schema.getType(String(field.type).replaceAll(/[![\]]/g, ''))
  if (named !== undefined && 'getTypes' in named) {
    const parts = named.getTypes().map((type, index) => {
      const selection = shallow(type, 2).replaceAll(/\b(message|conversation|order)\b/g, `k${index}: $1`)
      return `... on ${type.name} ${selection}`
    })
    return `{ __typename ${parts.join(' ')} }`
  }
  return shallow(field.type, 2)
}

/** The answers to theirs and to none, without the ids themselves. */
async function askBoth(place: Place, real: string, none: string): Promise<[string, string]> {
  const [one, two] = [await ask(mine.world.owner, place, real), await ask(mine.world.owner, place, none)]
  return [one.replaceAll(real, '«id»'), two.replaceAll(none, '«id»')]
}

/** The answer as text, without what differs from request to request. */
async function ask(caller: ApiClient, place: Place, id: string): Promise<string> {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${caller.token}`,
      'x-request-id': 'the-same-for-all',
    },
    body: JSON.stringify({ query: place.document, variables: place.variables(id, own) }),
  })
  // What is left of the minute's points is less with each request.
  return `${response.status} ${(await response.text()).replace(/"available":\d+/, '')}`
}

async function everything(): Promise<object> {
  const { db } = app.database
  return [await storedRows(db, mine.world.tenantId), await storedRows(db, theirs.world.tenantId)]
}
