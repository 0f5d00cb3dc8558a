import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '../../src/graphql/index.ts'
import { engineOf } from '../../src/graphql/read/engine.ts'
import { executeAsText, executeByWalking, TextData } from '../../src/graphql/read/execute.ts'
import { modules } from '../../src/app.ts'
import { contextOf, operationOf } from '../kit/library/world.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const schema = createSchema(modules)
const roots = [...engineOf(schema).roots.keys()]

let app: TestApp
let world: World
beforeAll(async () => {
  app = await startApp()
  // Nothing moves while it is read twice: the message waits to be read by the assistant.
  world = await app.makeWorld({ debounceMs: 60_000 })
  await world.say('2 cajas de leche entera')
  await makeOrder()
})
afterAll(() => app.stop())

test.each(roots)('every field below Query.%s can be read, and is read the same both ways', async (root) => {
  const definition = schema.getQueryType()?.getFields()[root]
  if (definition === undefined) throw new Error('no such root field')
  const query = `{ ${selected(definition, 2)} }`
  const context = contextOf(app.services.db, { tenantId: world.tenantId })
  const operation = operationOf(schema, query, context)

  const walked = await executeByWalking(operation)
  const text = await executeAsText(operation)

  expect(walked.errors?.map(({ message, path }) => `${path?.join('.')}: ${message}`)).toBeUndefined()
  if (text !== null) expect(text.data instanceof TextData ? text.data.text : text).toBe(JSON.stringify(walked.data))
})

/** An order with a product, its variants and options, in the conversation: something for most fields to show. */
async function makeOrder(): Promise<void> {
  const { owner } = world
  await owner.mutate(`mutation { productImport(input: { products: [{ sku: "milk", name: "Milk", category: "Dairy / Fresh"
    price: { amountMinor: 1250 }, variants: [{ axis: "size", value: "large" }]
    options: [{ name: "extras", values: [{ value: "ice" }] }] }] }) { errors { message } } }`)
  const found = await owner.query<Found>(`{ conversations { nodes { id customer { id } } }
    products { nodes { id variants { id } } } }`)
  const [conversation] = found.conversations.nodes
  const [product] = found.products.nodes
  const made = await owner.mutate<Made>(
    `mutation ($input: OrderCreateInput!) { orderCreate(input: $input) { errors { message } } }`,
    {
      input: {
        customerId: conversation?.customer.id,
        conversationId: conversation?.id,
        lines: [
          {
            productId: product?.id,
            variantIds: product?.variants.map(({ id }) => id),
            options: [{ group: 'extras', value: 'ice' }],
          },
          { name: 'something else' },
        ],
      },
    },
  )
  expect(made.orderCreate.errors).toEqual([])
}

interface Made {
  readonly orderCreate: { readonly errors: readonly unknown[] }
}

interface Found {
  readonly conversations: {
    readonly nodes: readonly { readonly id: string; readonly customer: { readonly id: string } }[]
  }
  readonly products: {
    readonly nodes: readonly { readonly id: string; readonly variants: readonly { readonly id: string }[] }[]
  }
}

/** Fields that code answers with more than a database. */
const answeredByCode = new Set(['Viewer.tenants'])
const someId = '"ord_01h455vb4pex5vsknk084sn02q"'

/** The field with everything below it, so deep. */
function selected(field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
  const target = getNamedType(field.type)
  const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
  const args = required.map(({ name, type }) => `${name}: ${String(type) === 'Int!' ? '1' : someId}`)
  const head = `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}`
  return isCompositeType(target) ? `${head} { ${everything(target, depth)} }` : head
}

/** `prefix`: members of a union may call different things by one name, so each has aliases of its own. */
function everything(type: GraphQLCompositeType, depth: number, prefix = ''): string {
  const parts = ['__typename']
  for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
    const isTooDeep = isCompositeType(getNamedType(field.type)) && depth === 0
    if (isTooDeep || answeredByCode.has(`${type.name}.${field.name}`)) continue
    // The frame of a connection leads no deeper.
    const isFrame = /(Connection|Edge)$/.test(type.name)
    parts.push(selected(field, isFrame ? depth : depth - 1, prefix === '' ? '' : `${prefix}${field.name}: `))
  }
  for (const member of isAbstractType(type) ? schema.getPossibleTypes(type) : []) {
    parts.push(`... on ${member.name} { ${everything(member, depth, `${member.name}_`)} }`)
  }
  return parts.join(' ')
}
