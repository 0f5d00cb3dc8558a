import { and, sql, type SQL } from 'drizzle-orm'
import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType } from 'graphql'
import {
  aliasTable,
  constantColumn,
  documentOf,
  listOf,
  markColumns,
  namedColumn,
  objectOf,
  requestFragment,
  requestTemplate,
  type Aliased,
  type Compilation,
  type RowDocument,
  type Site,
} from './compilation.ts'
import { cursorExpression, decodeCursor, fingerprintOf } from './cursor.ts'
import type { Arguments, PageField, SortKey } from './fields.ts'
import { beyondKeys, orderByKeys, pagingOf, type Paging } from './pages.ts'
import { collectSubfields, type CollectedFields } from './selection.ts'
import { fragmentSlot, renderTemplate, ValueSlot, valueSlot, type Binding, type Template } from './template.ts'

type CompileNode = (nodes: readonly FieldNode[], row: Aliased) => RowDocument

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
): SQL {
  const row = aliasTable(compilation, field.table)
  const page = new Page(site, field, row)
  const collected = collectSubfields(compilation.scope, connection, site.nodes)
  const lists = entriesOf(connection, collected).filter(({ name }) => name === 'nodes' || name === 'edges')
  const infos = entriesOf(connection, collected).filter(({ name }) => name === 'pageInfo')
  page.looksAhead = neighboursWanted(compilation, connection, infos)
  const items = lists.map((entry) =>
    entry.name === 'nodes'
      ? compileNode(entry.nodes, row)
      : compileEdge(compilation, page, connection, entry.nodes, row, compileNode),
  )
  const laterals = sql.join(items.map((item) => item.laterals))
  const single = infos.length === 0 && items.length === 1 ? items[0] : undefined
  const gathered = sql`${sql.identifier(compilation.alias())}`
  const columns = markColumns(compilation, connection)
  let position = 0
  for (const { key, name, nodes } of entriesOf(connection, collected)) {
    if (name === '__typename') columns.push(constantColumn(connection.name, key))
    else if (name === 'totalCount') columns.push(namedColumn(page.count(), key))
    else if (name === 'pageInfo')
      columns.push(namedColumn(compilePageInfo(compilation, page, connection, nodes, gathered), key))
    else if (single !== undefined) columns.push(namedColumn(page.list(single), key))
    else
      columns.push(namedColumn(page.cut(sql`${gathered}.${sql.identifier(`i${position++}`)}`, sql`${gathered}.n`), key))
  }
  if (single !== undefined || (items.length === 0 && infos.length === 0)) return objectOf(compilation, columns)
  const document = documentOf(compilation, columns)
  return sql`(select ${document.json} from (${page.gather(items, laterals, infos.length > 0)}) ${gathered}${document.laterals})`
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
  list(item: RowDocument): SQL {
    return sql`array_to_json(array(select ${item.json} from (${this.rows()}) ${sql.identifier(this.row.name)}${item.laterals}
      order by ${this.order(false)}))`
  }

  /** The rows' documents in arrays, their number `n`, and their sort keys where cursors will be built of them. */
  gather(items: readonly RowDocument[], laterals: SQL, withKeys: boolean): SQL {
    const order = this.order(false)
    const name = sql.identifier(this.row.name)
    const aggregates = [
      sql`count(*)::int as n`,
      ...items.map((item, index) => namedColumn(sql`array_agg(${item.json} order by ${order})`, `i${index}`)),
    ]
    const keys = sql`, ${this.withKeys((known) =>
      listOf(
        known.map(({ expression }, index) => namedColumn(sql`array_agg(${expression} order by ${order})`, `k${index}`)),
      ),
    )}`
    return sql`select ${listOf(aggregates)}${withKeys ? keys : sql``} from (${this.rows()}) ${name}${laterals}`
  }

  /** A gathered list without the row that was fetched to look ahead. */
  cut(list: SQL, count: SQL): SQL {
    const slice = this.bySize(({ backward, size }) => {
      return backward ? sql`[greatest(${count} - ${sql.raw(String(size))} + 1, 1):]` : `[1:${size}]`
    })
    return sql`coalesce(array_to_json((${list})${slice}), '[]'::json)`
  }

  count(): SQL {
    return sql`(select count(*)::int from ${this.row.from} where ${this.matching()})`
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

  /** The cursor of the first or last item of the page, null where it has none. */
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
): RowDocument {
  const type = objectTypeOf(connection, 'edges')
  const columns = markColumns(compilation, type)
  const laterals: SQL[] = []
  for (const { key, name, nodes: inner } of entriesOf(type, collectSubfields(compilation.scope, type, nodes))) {
    if (name === '__typename') columns.push(constantColumn(type.name, key))
    else if (name === 'cursor') columns.push(namedColumn(page.cursor(), key))
    else if (name === 'node') {
      const node = compileNode(inner, row)
      laterals.push(node.laterals)
      columns.push(namedColumn(node.json, key))
    }
  }
  const edge = documentOf(compilation, columns)
  return { laterals: sql`${sql.join(laterals)}${edge.laterals}`, json: edge.json }
}

function compilePageInfo(
  compilation: Compilation,
  page: Page,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  gathered: SQL,
): SQL {
  const type = objectTypeOf(connection, 'pageInfo')
  const count = sql`${gathered}.n`
  const columns = markColumns(compilation, type)
  for (const { key, name } of entriesOf(type, collectSubfields(compilation.scope, type, nodes))) {
    if (name === '__typename') columns.push(constantColumn(type.name, key))
    else if (name === 'hasNextPage') columns.push(namedColumn(page.hasMore('next', count), key))
    else if (name === 'hasPreviousPage') columns.push(namedColumn(page.hasMore('previous', count), key))
    else if (name === 'startCursor') columns.push(namedColumn(page.edgeCursor('start', gathered), key))
    else if (name === 'endCursor') columns.push(namedColumn(page.edgeCursor('end', gathered), key))
  }
  return objectOf(compilation, columns)
}

interface Entry {
  readonly key: string
  readonly name: string
  readonly nodes: readonly FieldNode[]
}

function entriesOf(type: GraphQLObjectType, collected: CollectedFields): readonly Entry[] {
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
  infos: readonly Entry[],
): { forward: boolean; backward: boolean } {
  const wanted = new Set(
    infos.flatMap(({ nodes }) => {
      const type = objectTypeOf(connection, 'pageInfo')
      return entriesOf(type, collectSubfields(compilation.scope, type, nodes)).map(({ name }) => name)
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
