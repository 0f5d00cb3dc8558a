import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const create = /* GraphQL */ `
  mutation CreatePiiRule($input: PiiRuleInput!, $key: String) {
    piiRuleCreate(input: $input, idempotencyKey: $key) {
      rule {
        id
        name
        effect
        label
        state
        version
      }
      errors {
        code
        message
        path
      }
    }
  }
`

const update = /* GraphQL */ `
  mutation UpdatePiiRule($id: ID!, $input: PiiRuleInput!, $version: Int!) {
    piiRuleUpdate(id: $id, input: $input, expectedVersion: $version) {
      rule {
        label
        version
      }
      errors {
        code
      }
    }
  }
`

const archive = /* GraphQL */ `
  mutation ArchivePiiRule($id: ID!, $version: Int!) {
    piiRuleArchive(id: $id, expectedVersion: $version) {
      rule {
        state
        version
      }
      errors {
        code
      }
    }
  }
`

const found = /* GraphQL */ `
  query Found {
    piiFindings {
      nodes {
        type
        label
        start
        end
        rule {
          name
        }
      }
    }
  }
`

const scan = 'query Scan($text: String!) { piiScan(text: $text) { type label value } }'
const preview = /* GraphQL */ `
  query Try($input: PiiRuleInput!, $text: String!) {
    piiRulePreview(input: $input, text: $text) {
      label
      value
      confidence
    }
  }
`

interface Created {
  readonly piiRuleCreate: {
    readonly rule: { readonly id: string; readonly version: number } | null
    readonly errors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[]
  }
}

const loyalty = { name: 'Loyalty cards', label: 'LOYALTY', pattern: 'LC-\\d{6}' }

describe('rules of privacy', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  const shop = () => app.makeWorld({ locale: 'es-CO', debounceMs: 60_000 })
  const make = async (world: World, input: object, key: string | null = null) =>
    (await world.owner.mutate<Created>(create, { input, key })).piiRuleCreate
  const findings = async (world: World) =>
    (await world.owner.query<{ piiFindings: { nodes: object[] } }>(found)).piiFindings.nodes

  test('find on arrival and in scans from the next message on, follow each change, and end', async () => {
    const world = await shop()
    await world.say('mi tarjeta LC-123456')
    const { rule, errors } = await make(world, loyalty)
    expect(errors).toEqual([])
    expect(rule).toMatchObject({
      name: 'Loyalty cards',
      label: 'LOYALTY',
      effect: 'FIND',
      state: 'ACTIVE',
      version: 1,
    })
    const id = rule?.id

    await world.say('otra vez LC-123456')
    const first = { type: 'CUSTOM', label: 'LOYALTY', start: 9, end: 18, rule: { name: 'Loyalty cards' } }
    expect(await findings(world)).toEqual([first])
    expect(await world.owner.query(scan, { text: 'LC-123456' })).toEqual({
      piiScan: [{ type: 'CUSTOM', label: 'LOYALTY', value: 'LC-123456' }],
    })

    const changed = { ...loyalty, label: 'POINTS', pattern: null, terms: ['puntos 77'] }
    expect(await world.owner.mutate(update, { id, input: changed, version: 1 })).toEqual({
      piiRuleUpdate: { rule: { label: 'POINTS', version: 2 }, errors: [] },
    })
    await world.say('LC-123456 y Puntos-77')
    expect(await findings(world)).toMatchObject([{ label: 'POINTS', start: 12, end: 21 }, first])

    expect(await world.owner.mutate(archive, { id, version: 2 })).toEqual({
      piiRuleArchive: { rule: { state: 'ARCHIVED', version: 3 }, errors: [] },
    })
    await world.say('puntos 77, LC-123456')
    expect(await findings(world)).toHaveLength(2)
    expect(await world.owner.query('{ piiRules(state: ACTIVE) { totalCount } }')).toEqual({
      piiRules: { totalCount: 0 },
    })
  })

  test("of exception keep the shop's own number out of the queue", async () => {
    const world = await shop()
    await make(world, { name: 'Our phone', effect: 'EXCEPT', terms: ['+57 300 123 4567'] })

    await world.say('los llame al 300 123 4567, el mio es 3009876543')

    expect(await findings(world)).toMatchObject([{ type: 'PHONE', label: 'PHONE', start: 37, rule: null }])
  })

  test("are the tenant's own: a neighbour's message is not read by them, nor is their id known there", async () => {
    const [world, neighbour] = [await shop(), await shop()]
    const { rule } = await make(world, loyalty)
    await neighbour.say('LC-123456')

    expect(await findings(neighbour)).toEqual([])
    expect(await neighbour.owner.query(scan, { text: 'LC-123456' })).toEqual({ piiScan: [] })
    const variables = { id: rule?.id, input: loyalty, version: 1 }
    expect(await neighbour.owner.mutate(update, variables)).toMatchObject({
      piiRuleUpdate: { rule: null, errors: [{ code: 'NOT_FOUND' }] },
    })
    expect(await neighbour.owner.mutate(archive, variables)).toMatchObject({
      piiRuleArchive: { rule: null, errors: [{ code: 'NOT_FOUND' }] },
    })
  })

  test('can be tried on a text before they are saved, beside those that are in use', async () => {
    const world = await shop()
    await make(world, loyalty)
    const input = { name: 'Ids', label: 'CEDULA', pattern: '\\d{3}\\.\\d{3}\\.\\d{3}', confidence: 0.7 }

    expect(await world.owner.query(preview, { input, text: 'cc 123.456.789, LC-123456' })).toEqual({
      piiRulePreview: [
        { label: 'CEDULA', value: '123.456.789', confidence: 0.7 },
        { label: 'LOYALTY', value: 'LC-123456', confidence: 0.9 },
      ],
    })
    const { data, errors } = await world.owner.send(preview, { input: { ...input, pattern: '\\d+' }, text: 'x' })
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(errors[0]?.message).toContain('repeats without end')
    expect(await world.owner.query('{ piiRules { totalCount } }')).toEqual({ piiRules: { totalCount: 1 } })
  })

  test.for([
    [{ label: null }, 'label', 'needs a label'],
    [{ label: 'PHONE' }, 'label', 'a type of its own'],
    [{ label: 'loyalty' }, 'label', '2 to 24 of A-Z'],
    [{ effect: 'EXCEPT' }, 'label', 'An exception finds nothing'],
    [{ terms: ['x1'] }, 'pattern', 'either a pattern or terms'],
    [{ pattern: null }, 'pattern', 'either a pattern or terms'],
    [{ pattern: '(' }, 'pattern', 'missing closing )'],
    [{ pattern: null, terms: ['…'] }, 'terms', 'no letter and no digit'],
    [{ confidence: 0 }, 'confidence', 'above 0'],
    [{ name: ' ' }, 'name', '1 to 200'],
  ] as const)('that say %o are refused at %s, and nothing is stored', async ([given, at, why]) => {
    const world = await shop()

    const { rule, errors } = await make(world, { ...loyalty, ...given })

    expect(rule).toBeNull()
    expect(errors).toMatchObject([{ code: 'INVALID_INPUT' }])
    expect(errors[0]?.path.slice(0, 2)).toEqual(['input', at])
    expect(errors[0]?.message).toContain(why)
    expect(await world.owner.query('{ piiRules { totalCount } }')).toEqual({ piiRules: { totalCount: 0 } })
  })

  test('are bounded: fifty in use, and what all of their patterns may cost, even when many are made at once', async () => {
    const world = await shop()
    // Each counts 82.
    const large = (n: number) => ({ name: `Large ${n}`, label: 'LARGE', pattern: '\\d{80}' })
    const made = await Promise.all(Array.from({ length: 8 }, (_, n) => make(world, large(n))))
    expect(made.filter(({ rule }) => rule !== null)).toHaveLength(6)
    expect(made.flatMap(({ errors }) => errors)).toMatchObject([
      { path: ['input', 'pattern'] },
      { path: ['input', 'pattern'] },
    ])

    const small = (n: number) => ({ name: `Small ${n}`, label: 'SMALL', terms: [`t ${n}`] })
    const many = await Promise.all(Array.from({ length: 45 }, (_, n) => make(world, small(n))))
    expect(many.filter(({ rule }) => rule !== null)).toHaveLength(44)
    expect(many.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'INVALID_INPUT', path: ['input'] }])
  })

  test('are made once for a key, have one name each, and are changed only as they were read', async () => {
    const world = await shop()
    const first = await make(world, loyalty, 'k1')
    expect(await make(world, loyalty, 'k1')).toEqual(first)
    expect(await make(world, loyalty)).toMatchObject({ rule: null, errors: [{ code: 'ALREADY_EXISTS' }] })
    const id = first.rule?.id
    const stale = { id, input: loyalty, version: 7 }
    expect(await world.owner.mutate(update, stale)).toMatchObject({
      piiRuleUpdate: { errors: [{ code: 'VERSION_CONFLICT' }] },
    })
    expect(await world.owner.mutate(archive, stale)).toMatchObject({
      piiRuleArchive: { errors: [{ code: 'VERSION_CONFLICT' }] },
    })
    expect(await world.owner.query('{ piiRules { nodes { version state } } }')).toEqual({
      piiRules: { nodes: [{ version: 1, state: 'ACTIVE' }] },
    })
    await world.owner.mutate(archive, { id, version: 1 })
    expect(await make(world, loyalty)).toMatchObject({ errors: [] })
    expect(await world.owner.mutate(update, { id, input: loyalty, version: 2 })).toMatchObject({
      piiRuleUpdate: { errors: [{ code: 'NOT_FOUND' }] },
    })
  })

  test('cost a tenant without any no statement, and one with some a single one until they change', async () => {
    const world = await shop()
    const reads: string[] = []
    const stop = app.database.db.onStatement((text) => {
      if (/from "pii_rules"/.test(text)) reads.push(text)
    })
    const readsWhile = async (run: () => Promise<unknown>) => {
      reads.length = 0
      await run()
      return reads.length
    }

    expect(await readsWhile(() => world.say('LC-123456'))).toBe(0)
    await make(world, loyalty)
    expect(await readsWhile(() => world.say('LC-123456'))).toBe(1)
    expect(await readsWhile(() => world.say('LC-123456'))).toBe(0)
    await make(world, { ...loyalty, name: 'More', label: 'MORE', pattern: 'MC-\\d{6}' })
    expect(await readsWhile(() => world.say('MC-123456'))).toBe(1)
    stop()
    expect((await findings(world)).length).toBe(3)
  })
})
