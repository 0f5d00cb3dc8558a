import { is, sql, SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql'
import type { Ctx } from '../../platform/context.ts'
import type { ReadStatement } from '../../platform/db/database.ts'
import type { Arguments } from './fields.ts'

/** What a cached statement is completed with on each request. */
export class Binding {
  readonly ctx: Ctx
  /** Coerced by the schema, defaults filled in. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Of the objects asked for, where they are read by id. */
  readonly ids: readonly string[]
  private readonly memo = new Map<object, unknown>()

  constructor(ctx: Ctx, variables: Readonly<Record<string, unknown>>, ids: readonly string[] = []) {
    this.ctx = ctx
    this.variables = variables
    this.ids = ids
  }

  /** The coerced arguments of a field, once per request. */
  argumentsOf(definition: FieldDefinition, node: FieldNode): Arguments {
    return this.once(node, () => getArgumentValues(definition, node, this.variables))
  }

  /** Computes once per request what several gaps of the statement need. The key belongs to the plan. */
  once<T>(key: object, compute: () => T): T {
    if (!this.memo.has(key)) this.memo.set(key, compute())
    // What stands under a key was put there by the same caller, with the same compute.
    return this.memo.get(key) as T
  }
}

type FieldDefinition = GraphQLField<unknown, unknown>

/** One `$n` whose value is known only when a request comes. The same slot in several places is one parameter. */
export class ValueSlot {
  readonly value: (binding: Binding) => unknown

  constructor(value: (binding: Binding) => unknown) {
    this.value = value
  }
}

/** A piece of SQL that is known only when a request comes; plain text is put in as it is, a template is bound too. */
class FragmentSlot {
  readonly fragment: (binding: Binding) => Fragment

  constructor(fragment: (binding: Binding) => Fragment) {
    this.fragment = fragment
  }
}

/** A statement rendered once, with gaps for what a request brings: `chunks[0] gaps[0] chunks[1] gaps[1] …`. */
export interface Template {
  readonly chunks: readonly string[]
  readonly gaps: readonly unknown[]
}

export function valueSlot(slot: ValueSlot): SQL {
  return sql`${sql.param(slot)}`
}

export type Fragment = SQL | Template | string

export function fragmentSlot(fragment: (binding: Binding) => Fragment): SQL {
  return sql`${sql.param(new FragmentSlot(fragment))}`
}

/** Drizzle's dialect with parameters marked by a character that no SQL text contains, so that they can be found. */
class MarkingDialect extends PgDialect {
  override escapeParam(index: number): string {
    return `\u0001${index}\u0001`
  }
}

const dialect = new MarkingDialect()

export function renderTemplate(statement: SQL): Template {
  const query = dialect.sqlToQuery(statement)
  const pieces = query.sql.split('\u0001')
  return {
    chunks: pieces.filter((_, index) => index % 2 === 0),
    gaps: pieces.filter((_, index) => index % 2 === 1).map((index) => query.params[Number(index)]),
  }
}

/** A template with its request's fragments put in: the text, and what its parameters are taken from. */
interface Assembled {
  /** The fragments, outer before inner, in the order of the text: while these are the same, so is the rest. */
  readonly fragments: readonly (Template | string)[]
  readonly text: string
  readonly parameters: readonly unknown[]
}

/** How many texts of one template are kept; fragments that differ each time (by the clock, by a cursor) replace the oldest. */
const textsKept = 8

const assembledBefore = new WeakMap<Template, Assembled[]>()

/**
 * The statement of one request. The text is the very string of the request before wherever it can be, because all
 * that looks a statement up by its text would read it whole again.
 */
export function bindTemplate(template: Template, binding: Binding): ReadStatement {
  const fragments: (Template | string)[] = []
  collectFragments(template, binding, fragments)
  const { text, parameters } = assembledOf(template, fragments)
  return { text, values: parameters.map((gap) => (gap instanceof ValueSlot ? gap.value(binding) : gap)) }
}

function collectFragments({ gaps }: Template, binding: Binding, fragments: (Template | string)[]): void {
  for (const gap of gaps) {
    if (!(gap instanceof FragmentSlot)) continue
    const given = gap.fragment(binding)
    const fragment = typeof given !== 'string' && is(given, SQL) ? renderTemplate(given) : given
    fragments.push(fragment)
    if (typeof fragment !== 'string') collectFragments(fragment, binding, fragments)
  }
}

function assembledOf(template: Template, fragments: readonly (Template | string)[]): Assembled {
  const known = assembledBefore.get(template) ?? []
  assembledBefore.set(template, known)
  const before = known.find((one) => one.fragments.every((fragment, index) => fragment === fragments[index]))
  if (before !== undefined) return before
  const parameters: unknown[] = []
  const text = write(template, fragments.values(), parameters, new Map())
  const assembled = { fragments, text, parameters }
  if (known.length >= textsKept) known.shift()
  known.push(assembled)
  return assembled
}

function write(
  template: Template,
  fragments: Iterator<Template | string>,
  parameters: unknown[],
  numbers: Map<ValueSlot, number>,
): string {
  let text = template.chunks[0] ?? ''
  for (const [index, gap] of template.gaps.entries()) {
    if (gap instanceof FragmentSlot) {
      const { value: fragment } = fragments.next()
      text += typeof fragment === 'string' ? fragment : write(fragment as Template, fragments, parameters, numbers)
    } else text += `$${numberOf(gap, parameters, numbers)}`
    text += template.chunks[index + 1] ?? ''
  }
  return text
}

function numberOf(gap: unknown, parameters: unknown[], numbers: Map<ValueSlot, number>): number {
  if (!(gap instanceof ValueSlot)) return parameters.push(gap)
  const number = numbers.get(gap) ?? parameters.push(gap)
  numbers.set(gap, number)
  return number
}
