import { aliasedTable, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { isObjectType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Arguments } from './fields.ts'
import { constant, type Entry } from './json-text.ts'
import { columnNamed, type Registry } from './registry.ts'
import type { SelectionScope } from './selection.ts'
import { fragmentSlot, renderTemplate, ValueSlot, valueSlot, type Binding, type Template } from './template.ts'

/**
 * How the answer leaves:
 * `text`: Postgres' JSON is the response's data. Only for what SQL answers whole.
 * `objects`: it is parsed and walked by the standard executor, so objects carry marks under reserved keys: `@` their
 * type, `@refused` what the caller may not see, `@field` what the resolver of that field needs.
 */
export type AnswerMode = 'text' | 'objects'

/** The state of turning one root field into one statement. */
export interface Compilation {
  readonly scope: SelectionScope
  readonly registry: Registry
  readonly may: (permission: Permission) => boolean
  readonly mode: AnswerMode
  /** Fresh names for the statement's tables: `t1`, `t2`, … */
  readonly alias: () => string
  readonly findings: Findings
}

/** What was met on the way; decides whether the text may leave as it is. */
export interface Findings {
  /** A field is answered by code. */
  needsCode: boolean
  /** A field is refused to this caller, so an error with its path is due. */
  refused: boolean
  /** Postgres prints some value in other bytes than we would: print the text anew. */
  canonical: boolean
  /** Something is marked where it is missing and must not be. */
  watched: boolean
}

export function startCompilation(input: Pick<Compilation, 'scope' | 'registry' | 'may' | 'mode'>): Compilation {
  let count = 0
  return {
    ...input,
    alias: () => `t${(count += 1)}`,
    findings: { needsCode: false, refused: false, canonical: true, watched: false },
  }
}

/**
 * Stands in a `text` answer where something is null that the SDL says never is. No data can look like it: in strings
 * the quotes are escaped. Whoever finds it lets the executor answer, which knows how to say so with a path.
 */
export const missingMark = '{"@missing":true}'

/** An alias of a table within the statement. */
export interface Aliased {
  readonly table: PgTable
  readonly name: string
  /** `"orders" "t3"`, for a FROM. */
  readonly from: SQL
  /** `t3.tenant_id = $1`; every table with such a column is read so, whatever row-level security would add. */
  readonly ofTenant: SQL
}

export function aliasTable(compilation: Compilation, table: PgTable): Aliased {
  const name = compilation.alias()
  const aliased = aliasedTable(table, name)
  const tenantColumn = columnNamed(aliased, 'tenantId')
  return {
    table: aliased,
    name,
    from: sql`${table} ${sql.identifier(name)}`,
    ofTenant: tenantColumn === null ? sql`true` : sql`${tenantColumn} = ${valueSlot(tenantSlot)}`,
  }
}

export const tenantSlot = new ValueSlot((binding) => binding.ctx.tenantId)

/** A field of the SDL as it is being compiled. */
export interface Site {
  /** `Order.lines`: for cursors and errors. */
  readonly coordinate: string
  readonly definition: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  /** The merged nodes; their arguments are equal. */
  readonly nodes: readonly FieldNode[]
}

/** What an object of this type begins with: its mark, where the executor will walk it. */
export function markEntries(compilation: Compilation, type: GraphQLObjectType): Entry[] {
  return compilation.mode === 'objects' ? [{ key: '@', json: constant(type.name) }] : []
}

export function objectTypeNamed(compilation: Compilation, name: string): GraphQLObjectType {
  const type = compilation.scope.schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`)
  return type
}

/**
 * SQL from a callback of a declaration: rendered with the plan when the callback takes the row alone, else on each
 * request, with the field's arguments and the caller.
 */
export function requestFragment(
  site: Site,
  callback: { readonly length: number },
  build: (args: Arguments, ctx: Ctx) => SQL,
): SQL {
  return callback.length <= 1 ? build({}, noCtx()) : fragmentSlot(requestTemplate(site, build))
}

/** What `build` makes of a request's arguments and caller; kept by the arguments where it looks at nothing else. */
export function requestTemplate(site: Site, build: (args: Arguments, ctx: Ctx) => SQL): (binding: Binding) => Template {
  const known = new LRUCache<string, Template>({ max: fragmentsKept })
  return (binding) => {
    const args = binding.argumentsOf(site.definition, site.node)
    const key = binding.once(args, () => JSON.stringify(args, asText))
    const before = known.get(key)
    if (before !== undefined) return before
    const { ctx, isLookedAt } = watching(binding.ctx)
    const rendered = renderTemplate(build(args, ctx))
    // What did not look at who asks and when depends on the arguments alone.
    if (!isLookedAt() && key.length <= longestKey) known.set(key, rendered)
    return rendered
  }
}

/** How many sets of arguments of one field have their SQL kept, and how long their JSON may be. */
const fragmentsKept = 16
const longestKey = 1_000

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value
}

function watching(ctx: Ctx): { readonly ctx: Ctx; isLookedAt(): boolean } {
  let isLookedAt = false
  const watched = new Proxy(ctx, {
    get(target, name, receiver) {
      isLookedAt = true
      return Reflect.get(target, name, receiver) as unknown
    },
  })
  return { ctx: watched, isLookedAt: () => isLookedAt }
}

/** Handed to callbacks that do not take it (their `length` says so). */
function noCtx(): Ctx {
  return undefined as unknown as Ctx
}
