import {
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema, permissionRules } from '../../src/graphql/index.ts'
import { rolePermissions, roles } from '../../src/platform/auth/permissions.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const schema = createSchema(modules)
const rules = permissionRules(schema)

let app: TestApp
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await app.makeWorld()
})
afterAll(() => app.stop())

/** Ends the caller's own credential, so it would take the others' answers with it. */
const endsTheCaller = new Set(['Mutation.logout'])

describe('who may use which field', () => {
  test('is said by the description of every root field just as the code asks', () => {
    expect(rules.length).toBeGreaterThan(60)
    expect(rules.filter(({ access, described }) => access === null || access !== described)).toEqual([])
  })

  test.each(roles)('%s is refused exactly what the role does not hold', async (role) => {
    const caller = await world.as(role)
    const wrong: string[] = []
    for (const { coordinate, access } of rules) {
      if (coordinate.startsWith('Subscription.') || endsTheCaller.has(coordinate)) continue
      const { errors } = await caller.send(documentFor(coordinate))
      const isForbidden = errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')
      const isBroken = errors.some(
        ({ extensions }) => extensions.code === 'INTERNAL' || extensions.code.startsWith('GRAPHQL'),
      )
      const mayUse =
        access === 'anyone' || access === 'signed-in' || (access !== null && rolePermissions[role].includes(access))
      if (isForbidden === mayUse || isBroken) wrong.push(`${coordinate} (${access}): ${JSON.stringify(errors)}`)
    }
    expect(wrong).toEqual([])
  })

  test('a stranger gets nothing but what needs no authentication', async () => {
    const wrong: string[] = []
    for (const { coordinate, access } of rules) {
      if (coordinate.startsWith('Subscription.')) continue
      const { errors, data } = await app.stranger.send(documentFor(coordinate))
      const isStranger = errors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')
      if (isStranger === (access === 'anyone'))
        wrong.push(`${coordinate} (${access}): ${JSON.stringify({ data, errors })}`)
    }
    expect(wrong).toEqual([])
  })
})

/** The shortest document that uses the field, with values that fit the types and name nothing that exists. */
function documentFor(coordinate: string): string {
  const [typeName = '', fieldName = ''] = coordinate.split('.')
  const type = schema.getType(typeName)
  const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined
  if (field === undefined || !('args' in field)) throw new Error(`${coordinate} is no field`)
  return `${typeName.toLowerCase()} { ${fieldName}${argumentsFor(field)} ${isLeafType(getNamedType(field.type)) ? '' : '{ __typename }'} }`
}

function argumentsFor(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args.filter(({ type }) => isNonNullType(type))
  return needed.length === 0 ? '' : `(${needed.map(({ name, type }) => `${name}: ${valueFor(type)}`).join(', ')})`
}

function valueFor(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueFor(type.ofType)
  if (isListType(type)) return `[${valueFor(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return `{ ${needed.map((field) => `${field.name}: ${valueFor(field.type)}`).join(', ')} }`
  }
  switch (type.name) {
    case 'ID':
      return '"ord_01h455vb4pex5vsknk084sn02q"'
    case 'Int':
    case 'Long':
    case 'Float':
      return '1'
    case 'Boolean':
      return 'true'
    case 'DateTime':
      return '"2031-01-01T00:00:00Z"'
    case 'Decimal':
      return '"1"'
    case 'CurrencyCode':
      return '"EUR"'
    default:
      return '"nobody@nowhere.example"'
  }
}
