import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { statement, type Pending } from './statement.ts'

/**
 * Whole rows of a table, for what happens with every message: as `statement`, but typed by the table, and without
 * naming its columns.
 */

type Row<Table extends PgTable> = Table['$inferSelect']

/** Whole rows of a table by SQL that is written once. */
export interface RowsStatement<Values extends object, Table extends PgTable> {
  with(values: Values): Pending<Row<Table>[]>
}

/**
 * @param name of the function, for the comment at the beginning
 * @param tail what follows `from <table>`, with its values by name
 */
export function selectRows<Values extends object, Table extends PgTable>(
  table: Table,
  name: string,
  tail: string,
): RowsStatement<Values, Table> {
  const text = `/* ${name} */ select ${columnsOf(table)} from "${getTableName(table)}" ${tail}`
  return rowsStatement(table, text)
}

/** @param text ends in `returning` with the columns of the table, see `columnsOf` */
export function rowsStatement<Values extends object, Table extends PgTable>(
  table: Table,
  text: string,
): RowsStatement<Values, Table> {
  const of = statement<Values, object>(text)
  return { with: (values) => ({ ...of.with(values), resultOf: (rows) => rows.map((row) => rowOf(table, row)) }) }
}

/**
 * A new row. What is left out, or undefined, takes the table's default.
 * @param name of the function, for the comment at the beginning
 */
export function insertRow<Table extends PgTable>(
  table: Table,
  name: string,
  row: Table['$inferInsert'],
): Pending<void> {
  const given = givenColumns(table, row)
  const text = textOf(table, `insert ${name}`, given, () => {
    const names = given.map(({ column }) => quoted(column)).join(', ')
    const places = given.map((_, place) => `$${place + 1}`).join(', ')
    return `/* ${name} */ insert into "${getTableName(table)}" (${names}) values (${places})`
  })
  return { text, values: given.map(({ value }) => value), resultOf: () => {} }
}

/** The same, and gives the row as it was written. */
export function insertedRow<Table extends PgTable>(
  table: Table,
  name: string,
  row: Table['$inferInsert'],
): Pending<Row<Table>> {
  const { text, values } = insertRow(table, name, row)
  return {
    text: `${text} returning ${columnsOf(table)}`,
    values,
    resultOf: ([written]) => {
      if (written === undefined) throw new Error(`${name}: no row came back`)
      return rowOf(table, written)
    },
  }
}

/**
 * Changes rows whose columns have these values. What is left out of the change, or undefined, stays.
 * @param name of the function, for the comment at the beginning
 */
export function updateRows<Table extends PgTable>(
  table: Table,
  name: string,
  change: Partial<Table['$inferInsert']>,
  where: Partial<Row<Table>>,
): Pending<Row<Table>[]> {
  const given = givenColumns(table, change)
  const meant = givenColumns(table, where)
  const text = textOf(table, `update ${name}`, [...given, ...meant], () => {
    const set = given.map(({ column }, place) => `${quoted(column)} = $${place + 1}`).join(', ')
    const is = meant.map(({ column }, place) => `${quoted(column)} = $${given.length + place + 1}`).join(' and ')
    return `/* ${name} */ update "${getTableName(table)}" set ${set} where ${is} returning ${columnsOf(table)}`
  })
  return {
    text,
    values: [...given, ...meant].map(({ value }) => value),
    resultOf: (rows) => rows.map((row) => rowOf(table, row)),
  }
}

interface Given {
  readonly column: PgColumn
  readonly value: unknown
}

function givenColumns(table: PgTable, values: object): Given[] {
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table)
  return Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
    const column = columns[key]
    if (column === undefined || value === undefined) return []
    return [{ column, value: value === null ? null : column.mapToDriverValue(value) }]
  })
}

/** By table, and by what is said of which columns: as many as there are places in the code. */
const texts = new WeakMap<PgTable, Map<string, string>>()

function textOf(table: PgTable, name: string, given: readonly Given[], make: () => string): string {
  const known = texts.get(table) ?? new Map<string, string>()
  texts.set(table, known)
  const key = [name, ...given.map(({ column }) => column.name)].join(' ')
  const text = known.get(key) ?? make()
  known.set(key, text)
  return text
}

const quoted = ({ name }: PgColumn): string => `"${name}"`

/**
 * What to select for whole rows. Not `*`, which means something else when a migration of a newer version has added a
 * column, and then fails every transaction that has prepared it before.
 */
export function columnsOf(table: PgTable): string {
  return Object.values(getTableColumns(table)).map(quoted).join(', ')
}

/** The row of a table out of its columns, as Drizzle would give it. */
export function rowOf<Table extends PgTable>(table: Table, row: object): Row<Table> {
  const columns: Readonly<Record<string, unknown>> = { ...row }
  return Object.fromEntries(
    entriesOf(table).map(([key, column]) => {
      const value = columns[column.name]
      return [key, value === null ? null : column.mapFromDriverValue(value)]
    }),
  ) as Row<Table>
}

const entries = new WeakMap<PgTable, [string, PgColumn][]>()

function entriesOf(table: PgTable): [string, PgColumn][] {
  const known = entries.get(table) ?? Object.entries(getTableColumns(table))
  entries.set(table, known)
  return known
}
