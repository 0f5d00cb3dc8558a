import type { SQL } from 'drizzle-orm'
import {
  isNonNullType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../../platform/auth/actor.ts'
import { can, type Permission } from '../../platform/auth/permissions.ts'
import type { CompiledRootField } from '../root-fields.ts'
import { idNamed, kindsKey, typeOfId } from './by-id.ts'
import { startCompilation, type AnswerMode, type Compilation, type Site } from './compilation.ts'
import { compileById, compileReferences, compileRoot, targetPermission } from './compile.ts'
import { engineOf } from './engine.ts'
import type { TableType } from './registry.ts'
import { collectFields, conditionKey, type SelectionScope } from './selection.ts'
import { renderTemplate, type Template } from './template.ts'

/** One root field (or one set of referenced objects) as a statement, ready but for what a request brings. */
export interface Plan {
  readonly template: Template
  /** Whether Postgres' text is byte for byte what we would print. */
  readonly canonical: boolean
  /** Whether the text may carry `missingMark`. */
  readonly watched: boolean
}

/** What asks: the document with this request's variables, and the caller's permissions. */
export interface PlanInput {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: SelectionScope['fragments']
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly actor: Actor
}

/** A field of the answer's top level: read by a plan, or a text that is known without. */
export interface TextField {
  readonly key: string
  readonly nonNull: boolean
  readonly answer: Plan | string
}

/** How many shapes (conditions × permission sets) of one document are kept. */
const shapesKept = 64

type Shapes = LRUCache<string, { readonly value: unknown }>

const shapesByNode = new WeakMap<object, Shapes>()

/**
 * The statements that answer a whole query, or null when some part of it needs code, is refused to the caller, or
 * comes from introspection: then the standard executor answers.
 */
export function planQuery(input: PlanInput): readonly TextField[] | null {
  if (input.operation.operation !== 'query') return null
  return cached(input.operation, input, `text ${kindsKey(input, input.operation)}`, () => {
    const queryType = input.schema.getQueryType()
    if (queryType === null || queryType === undefined) return null
    const fields: TextField[] = []
    for (const [key, nodes] of collectFields(input, queryType, [input.operation.selectionSet])) {
      const field = planTextField(input, queryType, key, nodes)
      if (field === null) return null
      fields.push(field)
    }
    return fields
  })
}

function planTextField(
  input: PlanInput,
  queryType: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): TextField | null {
  const name = nodes[0]?.name.value ?? ''
  if (name === '__typename') return { key, nonNull: true, answer: `"${queryType.name}"` }
  const { roots, byId } = engineOf(input.schema)
  const definition = queryType.getFields()[name]
  if (definition === undefined) return null
  const nonNull = isNonNullType(definition.type)
  const compiled = (build: (compilation: Compilation) => SQL): TextField | null => {
    const plan = compilePlan(input, 'text', build)
    return plan === null ? null : { key, nonNull, answer: plan }
  }
  const site = siteOf(queryType, nodes)
  const idOf = byId.get(name)?.idOf
  if (idOf !== undefined) {
    const id = idNamed(definition, site.node, idOf, input.variables)
    if (id === null) return null
    const type = typeOfId(input.schema, id, definition.type)
    if (type === null) return nonNull ? null : { key, nonNull, answer: 'null' }
    if (!mayUse(input.actor, type.allow)) return null
    return compiled((compilation) => compileById(compilation, site, type, idOf))
  }
  const root = roots.get(name)
  if (root === undefined || !rootPermissions(input.schema, definition, root).every((needs) => can(input.actor, needs)))
    return null
  return compiled((compilation) => compileRoot(compilation, site, root.field))
}

function mayUse(actor: Actor, needs: Permission | 'signed-in'): boolean {
  return needs === 'signed-in' || can(actor, needs)
}

/** What a root field asks for: its own permission, and that of the objects it leads to. */
export function rootPermissions(
  schema: GraphQLSchema,
  definition: GraphQLField<unknown, unknown>,
  root: CompiledRootField,
): readonly Permission[] {
  const target = targetPermission({ registry: engineOf(schema).registry, scope: { schema } }, definition, root.field)
  return [root.access, target].filter((needs) => needs !== null && needs !== 'signed-in')
}

/** One root field for the standard executor to walk. */
export function planRootField(input: PlanInput, nodes: readonly FieldNode[], root: CompiledRootField): Plan {
  const [node] = nodes
  const queryType = input.schema.getQueryType()
  if (node === undefined || queryType === null || queryType === undefined)
    throw new Error('There is no such root field')
  return cached(node, input, 'root', () =>
    compileObjects(input, (compilation) => compileRoot(compilation, siteOf(queryType, nodes), root.field)),
  )
}

/** Objects of one type by their ids, with the selection of the field that refers to them. */
export function planReferences(
  input: PlanInput,
  parent: GraphQLObjectType,
  nodes: readonly FieldNode[],
  type: TableType,
): Plan {
  const [node] = nodes
  if (node === undefined) throw new Error('There is no such field')
  return cached(node, input, type.name, () =>
    compileObjects(input, (compilation) => compileReferences(compilation, siteOf(parent, nodes), type)),
  )
}

function compileObjects(input: PlanInput, build: (compilation: Compilation) => SQL): Plan {
  const plan = compilePlan(input, 'objects', build)
  if (plan === null) throw new Error('A plan for the executor is always made')
  return plan
}

function compilePlan(input: PlanInput, mode: AnswerMode, build: (compilation: Compilation) => SQL): Plan | null {
  const compilation = startCompilation({
    scope: input,
    registry: engineOf(input.schema).registry,
    may: (permission: Permission) => can(input.actor, permission),
    mode,
  })
  const statement = build(compilation)
  const { needsCode, refused, canonical, watched } = compilation.findings
  if (mode === 'text' && (needsCode || refused)) return null
  return { template: renderTemplate(statement), canonical, watched }
}

/** A plan belongs to the document's node, the conditions' values, and what the caller may see. */
function cached<T>(node: object, input: PlanInput, purpose: string, make: () => T): T {
  let shapes = shapesByNode.get(node)
  if (shapes === undefined) {
    shapes = new LRUCache({ max: shapesKept })
    shapesByNode.set(node, shapes)
  }
  const conditions = conditionKey(input.operation, input.fragments, input.variables)
  const key = `${purpose}|${conditions}|${permissionKey(input.actor)}`
  let entry = shapes.get(key)
  if (entry === undefined) {
    entry = { value: make() }
    shapes.set(key, entry)
  }
  // The purpose is part of the key, and each purpose makes one type.
  return entry.value as T
}

const keysByPermissions = new WeakMap<ReadonlySet<Permission>, string>()

/** Equal for callers who may see the same. */
export function permissionKey(actor: Actor): string {
  if (actor.kind !== 'USER' && actor.kind !== 'API_CLIENT') return actor.kind
  let key = keysByPermissions.get(actor.permissions)
  if (key === undefined) {
    key = [...actor.permissions].toSorted().join(' ')
    keysByPermissions.set(actor.permissions, key)
  }
  return key
}

function siteOf(parent: GraphQLObjectType, nodes: readonly FieldNode[]): Site {
  const [node] = nodes
  const definition = node === undefined ? undefined : parent.getFields()[node.name.value]
  if (node === undefined || definition === undefined) throw new Error(`${parent.name} has no such field`)
  return { coordinate: `${parent.name}.${definition.name}`, definition, node, nodes }
}
