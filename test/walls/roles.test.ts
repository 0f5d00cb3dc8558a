import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema, permissionRules } from '../../src/graphql/index.ts'
import { engineOf } from '../../src/graphql/read/engine.ts'
import { rolePermissions, roles } from '../../src/platform/auth/permissions.ts'
import { storedRows } from '../faults/stored-rows.ts'
import type { Answer, ApiClient } from '../kit/client.ts'
import { openSocket, type SocketMessage } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import { furnish, neverExisted, type Furnished } from './furnish.ts'
import { plainDocument, rootFields, type OperationKind } from './places.ts'
import { idsOfKind, reachable, wayTo } from './reach.ts'

const schema = createSchema(modules)
const rules = permissionRules(schema)

let app: TestApp
let tenant: Furnished
beforeAll(async () => {
  app = await startApp()
  tenant = await furnish(app, 'minea')
}, 120_000)
afterAll(() => app.stop())

/** Ends the caller's own credential, so it would take the others' answers with it. */
const endsTheCaller = new Set(['Mutation.logout'])
const asked = rules.filter(({ coordinate }) => !endsTheCaller.has(coordinate))

const codesOf = ({ errors }: Pick<Answer<unknown>, 'errors'>) => errors.map(({ extensions }) => extensions.code)

describe('who may use which root field', () => {
  test('is said by the description of every root field just as the code asks', () => {
    expect(rules.length).toBe(rootFields(schema).length)
    expect(rules.filter(({ access, described }) => access === null || access !== described)).toEqual([])
  })

  test.each(roles)('%s is refused exactly what the role does not hold', { timeout: 60_000 }, async (role) => {
    const caller = await tenant.world.as(role)
    const wrong: string[] = []
    for (const { coordinate, access } of asked) {
      const answer = await ask(caller, coordinate)
      const codes = codesOf(answer)
      const isOpen = access === 'anyone' || access === 'signed-in'
      const mayUse = isOpen || (access !== null && rolePermissions[role].includes(access))
      const isBroken = codes.some((code) => ['INTERNAL', 'UNAVAILABLE', 'UNAUTHENTICATED'].includes(code))
      // Of what it shows, a part may ask for more.
      const isKept = answer.errors.some(
        ({ path = [], extensions }) => path.length < 2 && extensions.code === 'FORBIDDEN',
      )
      const isRight = mayUse ? !isKept : isTheRefusal(answer, access)
      if (!isRight || isBroken) wrong.push(`${coordinate} (${access}): ${JSON.stringify(answer.errors)}`)
    }
    expect(wrong).toEqual([])
  })

  test('nobody without a credential gets past what needs none, or changes anything', async () => {
    const before = await storedRows(app.database.db, tenant.world.tenantId)
    const wrong: string[] = []
    for (const { coordinate, access } of asked) {
      if (coordinate.startsWith('Subscription.')) continue
      const answer = await ask(app.stranger, coordinate)
      const isStranger = codesOf(answer).includes('UNAUTHENTICATED') && isEmpty(answer)
      if (isStranger === (access === 'anyone')) wrong.push(`${coordinate} (${access}): ${JSON.stringify(answer)}`)
    }
    expect(wrong).toEqual([])
    expect(await storedRows(app.database.db, tenant.world.tenantId)).toEqual(before)
  })
})

describe('who may see which object', () => {
  const types = reachable(schema)

  /** What stands at the end of a type's way, or why not. */
  async function look(caller: ApiClient, reach: (typeof types)[number]): Promise<string> {
    const ids = reach.kind === null ? {} : { ids: idsOfKind(tenant.allIds, reach.kind) }
    const answer = await caller.send(wayTo(reach), ids)
    const codes = [...new Set(codesOf(answer))]
    expect(
      codes.filter((code) => !['FORBIDDEN'].includes(code)),
      reach.type.name,
    ).toEqual([])
    const shows = JSON.stringify(answer.data).includes(`"seen":"${reach.type.name}"`)
    return shows ? 'shown' : codes.includes('FORBIDDEN') ? 'FORBIDDEN' : 'nothing'
  }

  test.each(roles)(
    '%s is shown what the types allow, and nothing on the way to it',
    { timeout: 120_000 },
    async (role) => {
      const caller = await tenant.world.as(role)
      const wrong: string[] = []
      for (const reach of types) {
        const found = await look(caller, reach)
        const declared = engineOf(schema).registry.types.get(reach.type.name)
        const needed = declared !== undefined && 'allow' in declared ? declared.allow : 'signed-in'
        const mayNot = needed !== 'signed-in' && !rolePermissions[role].includes(needed)
        if (mayNot ? found === 'shown' : role === 'OWNER' && found === 'FORBIDDEN')
          wrong.push(`${reach.type.name}: ${found}`)
      }
      expect(wrong).toEqual([])
    },
  )

  test('is nothing for whoever brings no credential', async () => {
    for (const reach of types) {
      const ids = reach.kind === null ? {} : { ids: idsOfKind(tenant.allIds, reach.kind) }
      const answer = await app.stranger.send(wayTo(reach), ids)
      // A field that may be null is null by itself, any other takes the whole answer with it.
      const seen = Object.values(answer.data ?? {}).filter((value) => value !== null)
      expect([reach.type.name, seen, codesOf(answer)]).toEqual([reach.type.name, [], ['UNAUTHENTICATED']])
    }
  })
})

/** The one refusal: names the permission and who holds it, and nothing of what was asked for. */
function isTheRefusal(answer: Answer<object>, access: string | null): boolean {
  const { errors } = answer
  const [first] = errors
  return (
    errors.length === 1 &&
    isEmpty(answer) &&
    first?.message === `This needs the permission ${access}.` &&
    first.extensions.code === 'FORBIDDEN' &&
    first.extensions['permission'] === access
  )
}

function isEmpty({ data }: Answer<object>): boolean {
  return data === null || Object.values(data).every((value) => value === null)
}

/** Uses the field with ids that never existed, over the transport that it is for. */
async function ask(caller: ApiClient, coordinate: string): Promise<Answer<object>> {
  const [typeName = '', fieldName = ''] = coordinate.split('.')
  // Query, Mutation and Subscription are named after their operations.
  const operation = typeName.toLowerCase() as OperationKind
  const { query, variables } = plainDocument(schema, operation, fieldName, neverExisted)
  if (operation !== 'subscription') return caller.send(query, variables)
  const socket = await openSocket(app.url)
  try {
    await socket.init({ authorization: `Bearer ${caller.token}` })
    socket.send({ id: 's', type: 'subscribe', payload: { query, variables } })
    // By the time that two operations, one after the other, have been answered, a refusal has come.
    const heard: SocketMessage[] = []
    for (const id of ['q', 'r']) {
      socket.send({ id, type: 'subscribe', payload: { query: '{ viewer { can(permission: "orders:read") } }' } })
      do heard.push(await socket.next())
      while (heard.at(-1)?.id !== id || heard.at(-1)?.type !== 'complete')
    }
    const refusal = heard.find(({ id, type }) => id === 's' && type === 'error')
    // By the protocol the payload of an error is a list of GraphQL errors.
    const errors = refusal === undefined ? [] : (refusal.payload as Answer<unknown>['errors'])
    return { status: 200, requestId: '', data: null, errors, headers: new Headers() }
  } finally {
    socket.end()
  }
}
