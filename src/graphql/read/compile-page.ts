import { and, sql, type SQL } from 'drizzle-orm'
import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql'
import {
  aliasTable,
  markEntries,
  requestFragment,
  requestTemplate,
  type Aliased,
  type Compilation,
  type Site,
} from './compilation.ts'
import { cursorExpression, decodeCursor, fingerprintOf } from './cursor.ts'
import type { Arguments, PageField, SortKey } from './fields.ts'
import { constant, listOfRows, nullable, objectOf, otherwise, textOf, type Entry, type Json } from './json-text.ts'
import { beyondKeys, orderByKeys, pagingOf, type Paging } from './pages.ts'
import { collectSubfields, type CollectedFields } from './selection.ts'
import { fragmentSlot, renderTemplate, ValueSlot, valueSlot, type Binding, type Template } from './template.ts'

/** The text of one row, null where a union has no member for it. */
type CompileNode = (nodes: readonly FieldNode[], row: Aliased) => SQL

/**
 * A connection. The rows come from `(select … order by keys limit n)`, so that relations are looked up only for rows of
 * the page; they are gathered with an order of their own, because a join may lose the one below it.
 */
export function compilePage(
  compilation: Compilation,
  site: Site,
  field: PageField,
  connection: GraphQLObjectType,
  compileNode: CompileNode,
): Json {
  const row = aliasTable(compilation, field.table)
  const page = new Page(site, field, row)
  const collected = collectSubfields(compilation.scope, connection, site.nodes)
  const lists = selectedOf(connection, collected).filter(({ name }) => name === 'nodes' || name === 'edges')
  const infos = selectedOf(connection, collected).filter(({ name }) => name === 'pageInfo')
  page.looksAhead = neighboursWanted(compilation, connection, infos)
  const items = lists.map((entry) =>
    entry.name === 'nodes'
      ? compileNode(entry.nodes, row)
      : compileEdge(compilation, page, connection, entry.nodes, row, compileNode),
  )
  const single = infos.length === 0 && items.length === 1 ? items[0] : undefined
  const gathered = sql`${sql.identifier(compilation.alias())}`
  const entries = markEntries(compilation, connection)
  let position = 0
  for (const { key, name, nodes } of selectedOf(connection, collected)) {
    if (name === '__typename') entries.push({ key, json: constant(connection.name) })
    else if (name === 'totalCount') entries.push({ key, json: [page.count()] })
    else if (name === 'pageInfo')
      entries.push({ key, json: compilePageInfo(compilation, page, connection, nodes, gathered) })
    else if (single !== undefined) entries.push({ key, json: page.list(single) })
    else entries.push({ key, json: page.cut(sql`${gathered}.${sql.identifier(`i${position++}`)}`, sql`${gathered}.n`) })
  }
  const json = objectOf(entries)
  if (single !== undefined || (items.length === 0 && infos.length === 0)) return json
  return [sql`(select ${textOf(json)} from (${page.gather(items, infos.length > 0)}) ${gathered})`]
}

/** The SQL pieces of one page that depend on its arguments. */
class Page {
  /** Whether one row more is fetched, to know if there are more. */
  looksAhead = { forward: false, backward: false }
  private readonly site: Site
  private readonly field: PageField
  private readonly row: Aliased

  constructor(site: Site, field: PageField, row: Aliased) {
    this.site = site
    this.field = field
    this.row = row
  }

  /** The rows as a plain list, where nothing else is asked of the page. */
  list(item: SQL): Json {
    return listOfRows(
      sql`select ${item} from (${this.rows()}) ${sql.identifier(this.row.name)} order by ${this.order(false)}`,
    )
  }

  /** The rows' texts in arrays, their number `n`, and their sort keys where cursors will be built of them. */
  gather(items: readonly SQL[], withKeys: boolean): SQL {
    const order = this.order(false)
    const name = sql.identifier(this.row.name)
    const aggregates = [
      sql`count(*)::int as n`,
      ...items.map((item, index) => namedColumn(sql`array_agg(${item} order by ${order})`, `i${index}`)),
    ]
    const keys = sql`, ${this.withKeys((known) =>
      listOf(
        known.map(({ expression }, index) => namedColumn(sql`array_agg(${expression} order by ${order})`, `k${index}`)),
      ),
    )}`
    return sql`select ${listOf(aggregates)}${withKeys ? keys : sql``} from (${this.rows()}) ${name}`
  }

  /** A gathered list without the row that was fetched to look ahead. */
  cut(list: SQL, count: SQL): Json {
    const slice = this.bySize(({ backward, size }) => {
      return backward ? sql`[greatest(${count} - ${sql.raw(String(size))} + 1, 1):]` : `[1:${size}]`
    })
    return ['[', sql`coalesce(array_to_string((${list})${slice}, ',', 'null'), '')`, ']']
  }

  count(): SQL {
    return sql`(select count(*)::text from ${this.row.from} where ${this.matching()})`
  }

  cursor(): SQL {
    const fingerprint = valueSlot(this.fingerprint)
    return this.withKeys((keys) => cursorExpression(fingerprint, keys))
  }

  /** `hasNextPage` or `hasPreviousPage`: by the row fetched ahead, or by looking behind the cursor. */
  hasMore(direction: 'next' | 'previous', count: SQL): SQL {
    const isBeyond = this.bySize(({ size }) => sql`(${count} > ${sql.raw(String(size))})`)
    const ahead = renderTemplate(isBeyond)
    return fragmentSlot((binding) => {
      const paging = this.paging(binding)
      if (paging.backward === (direction === 'previous')) return ahead
      if (paging.cursor === null) return 'false'
      const reverse = direction === 'previous'
      const passed = this.beyond(binding, paging, { reverse, inclusive: true })
      // The nearest one and no «exists»: that ignores the order, and where nothing is left to be found the planner
      // then reads the whole table in the hope of meeting something soon.
      return sql`coalesce((select true from ${this.row.from} where ${this.matching()} and ${passed}
        order by ${orderByKeys(this.keys(binding), reverse)} limit 1), false)`
    })
  }

  /** The cursor of the first or last item of the page as JSON, null where it has none. */
  edgeCursor(end: 'start' | 'end', gathered: SQL): SQL {
    const position = this.bySize(({ backward, size }) => {
      const inPage = sql.raw(String(size))
      if (end === 'start') return backward ? sql`greatest(${gathered}.n - ${inPage} + 1, 1)` : '1'
      return backward ? sql`${gathered}.n` : sql`least(${gathered}.n, ${inPage})`
    })
    const isEmpty = fragmentSlot((binding) => (this.paging(binding).size === 0 ? 'true' : sql`${gathered}.n = 0`))
    const cursor = this.withKeys((keys) =>
      cursorExpression(
        valueSlot(this.fingerprint),
        keys.map((key, index) => {
          const expression = sql`(${gathered}.${sql.identifier(`k${index}`)})[${position}]`
          return { ...key, expression }
        }),
      ),
    )
    return sql`case when not (${isEmpty}) then ${cursor} end`
  }

  /** What depends on how long the page is and where it begins, but not on the cursor: rendered once for each size. */
  private bySize(build: (page: Pick<Paging, 'backward' | 'size'>) => SQL | string): SQL {
    const known = new Map<string, Template | string>()
    return fragmentSlot((binding) => {
      const { backward, size } = this.paging(binding)
      const key = `${backward} ${size}`
      const before = known.get(key)
      if (before !== undefined) return before
      const fragment = build({ backward, size })
      const rendered = typeof fragment === 'string' ? fragment : renderTemplate(fragment)
      known.set(key, rendered)
      return rendered
    })
  }

  private rows(): SQL {
    const name = sql.identifier(this.row.name)
    const range = fragmentSlot((binding) => {
      const paging = this.paging(binding)
      if (paging.cursor === null) return ''
      return sql` and ${this.beyond(binding, paging, { reverse: paging.backward, inclusive: false })}`
    })
    const limit = fragmentSlot((binding) => {
      const { backward, size } = this.paging(binding)
      return String(size + ((backward ? this.looksAhead.backward : this.looksAhead.forward) ? 1 : 0))
    })
    return sql`select ${name}.* from ${this.row.from} where ${this.matching()}${range} order by ${this.order(true)} limit ${limit}`
  }

  private matching(): SQL {
    const { where } = this.field
    const { ofTenant, table } = this.row
    return requestFragment(this.site, where, (args, ctx) => sql`${and(ofTenant, where(table, args, ctx))}`)
  }

  /** `fetching`: turned round when the page is read from its end. */
  private order(fetching: boolean): SQL {
    const { orderBy } = this.field
    const inOrder = (reverse: boolean) =>
      requestTemplate(this.site, (args, ctx) => orderByKeys(orderBy(this.row.table, args, ctx), reverse))
    const [forward, backward] = [inOrder(false), inOrder(true)]
    return fragmentSlot((binding) => (fetching && this.paging(binding).backward ? backward : forward)(binding))
  }

  private withKeys(build: (keys: readonly SortKey[]) => SQL): SQL {
    const { orderBy } = this.field
    return requestFragment(this.site, orderBy, (args, ctx) => build(orderBy(this.row.table, args, ctx)))
  }

  private beyond(binding: Binding, paging: Paging, options: { reverse: boolean; inclusive: boolean }): SQL {
    const keys = this.keys(binding)
    const texts = decodeCursor(paging.cursor ?? '', String(this.fingerprint.value(binding)), keys)
    return beyondKeys(
      keys,
      texts.map((text) => sql`${text}`),
      options,
    )
  }

  private keys(binding: Binding): readonly SortKey[] {
    return this.field.orderBy(this.row.table, this.args(binding), binding.ctx)
  }

  private paging(binding: Binding): Paging {
    return binding.once(this, () => pagingOf(this.args(binding)))
  }

  private readonly fingerprint = new ValueSlot((binding) =>
    fingerprintOf(binding.ctx.tenantId, this.site.coordinate, this.args(binding)),
  )

  private args(binding: Binding): Arguments {
    return binding.argumentsOf(this.site.definition, this.site.node)
  }
}

function compileEdge(
  compilation: Compilation,
  page: Page,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  row: Aliased,
  compileNode: CompileNode,
): SQL {
  const type = objectTypeOf(connection, 'edges')
  const entries = markEntries(compilation, type)
  for (const { key, name, nodes: inner } of selectedOf(type, collectSubfields(compilation.scope, type, nodes))) {
    if (name === '__typename') entries.push({ key, json: constant(type.name) })
    else if (name === 'cursor') entries.push({ key, json: [page.cursor()] })
    else if (name === 'node') entries.push({ key, json: otherwise(nullable(compileNode(inner, row)), 'null') })
  }
  return textOf(objectOf(entries))
}

function compilePageInfo(
  compilation: Compilation,
  page: Page,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  gathered: SQL,
): Json {
  const type = objectTypeOf(connection, 'pageInfo')
  const count = sql`${gathered}.n`
  const entries: Entry[] = markEntries(compilation, type)
  const edge = (end: 'start' | 'end') => otherwise(nullable(page.edgeCursor(end, gathered)), 'null')
  for (const { key, name } of selectedOf(type, collectSubfields(compilation.scope, type, nodes))) {
    if (name === '__typename') entries.push({ key, json: constant(type.name) })
    else if (name === 'hasNextPage') entries.push({ key, json: [sql`(${page.hasMore('next', count)})::text`] })
    else if (name === 'hasPreviousPage') entries.push({ key, json: [sql`(${page.hasMore('previous', count)})::text`] })
    else if (name === 'startCursor') entries.push({ key, json: edge('start') })
    else if (name === 'endCursor') entries.push({ key, json: edge('end') })
  }
  return objectOf(entries)
}

interface Selected {
  readonly key: string
  readonly name: string
  readonly nodes: readonly FieldNode[]
}

function selectedOf(type: GraphQLObjectType, collected: CollectedFields): readonly Selected[] {
  return [...collected].flatMap(([key, nodes]) => {
    const name = nodes[0]?.name.value
    return name === undefined || (name !== '__typename' && type.getFields()[name] === undefined)
      ? []
      : [{ key, name, nodes }]
  })
}

/** Whether one row more has to be fetched, for `hasNextPage` going forward and `hasPreviousPage` going back. */
function neighboursWanted(
  compilation: Compilation,
  connection: GraphQLObjectType,
  infos: readonly Selected[],
): { forward: boolean; backward: boolean } {
  const wanted = new Set(
    infos.flatMap(({ nodes }) => {
      const type = objectTypeOf(connection, 'pageInfo')
      return selectedOf(type, collectSubfields(compilation.scope, type, nodes)).map(({ name }) => name)
    }),
  )
  return { forward: wanted.has('hasNextPage'), backward: wanted.has('hasPreviousPage') }
}

function objectTypeOf(connection: GraphQLObjectType, field: string): GraphQLObjectType {
  const definition = connection.getFields()[field]
  const type = definition === undefined ? undefined : getNamedType(definition.type)
  if (!isObjectType(type)) throw new Error(`${connection.name}.${field} is no object`)
  return type
}

function namedColumn(expression: SQL, key: string): SQL {
  return sql`${expression} as ${sql.identifier(key)}`
}

/** `,` joined. */
function listOf(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `)
}
