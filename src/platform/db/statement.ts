import type { Tx } from './database.ts'
import { together } from './together.ts'

/** A statement with its values, ready to be sent; until then nothing has happened. */
export interface Pending<Result> {
  readonly text: string
  readonly values: readonly unknown[]
  /** Makes the result of the rows as they came: `bigint` and `timestamptz` as text, `json` parsed. */
  readonly resultOf: (rows: object[]) => Result
}

/** SQL that is written once and sent often. */
export interface Statement<Values extends object, Row extends object> {
  /** With `$1…$n`. */
  readonly text: string
  /** The names of `$1…$n`, in that order. */
  readonly names: readonly string[]
  with(values: Values): Pending<Row[]>
}

/**
 * Hand-written SQL for what happens with every message: to build the text anew for each would cost more than to send
 * it. Values are named in it, `$conversationId`, and are given as what the database takes: dates as Date, lists as they
 * are, documents as JSON text. Begin the text with a comment that names the function.
 */
export function statement<Values extends object, Row extends object = never>(sql: string): Statement<Values, Row> {
  const names: string[] = []
  const text = sql.replaceAll(/\$([a-z]\w*)/gi, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return {
    text,
    names,
    with: (values) => {
      const byName = new Map<string, unknown>(Object.entries(values))
      return { text, values: names.map((name) => plain(byName.get(name))), resultOf: asRows<Row> }
    },
  }
}

/** A date as text: the driver would name its type, and prepare the statement once more for when it is null. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

/** Sends a statement now: ahead of whatever the caller sends next. */
export async function send<Result>(tx: Tx, { text, values, resultOf }: Pending<Result>): Promise<Result> {
  return resultOf(await senderOf(tx).send(text, values))
}

/**
 * Sends statements, and the commit of their transaction right behind them, in one round trip. For the end of a
 * transaction, whose caller has nothing more to decide: sending anything later throws.
 */
export async function sendLast<const Results extends readonly unknown[]>(
  tx: Tx,
  statements: { readonly [Place in keyof Results]: Pending<Results[Place]> },
): Promise<Results> {
  const sent = statements.map((statement) => send(tx, statement))
  senderOf(tx).commit()
  return asResults<Results>(await together(sent))
}

/** How the engine of a transaction sends a statement at once, and its commit. */
export interface Sender {
  send(text: string, values: readonly unknown[]): Promise<object[]>
  commit(): void
}

const senders = new WeakMap<Tx, Sender>()

/** For the engines. */
export function sendsBy(tx: Tx, sender: Sender): void {
  senders.set(tx, sender)
}

function senderOf(tx: Tx): Sender {
  const sender = senders.get(tx)
  if (sender === undefined) throw new Error('This is not the handle of a transaction')
  return sender
}

/** The caller names the row type of its own SQL. */
function asRows<Row extends object>(rows: object[]): Row[] {
  return rows as Row[]
}

/** `together` gives a list's results in its places; `map` has forgotten what stood in which. */
function asResults<Results extends readonly unknown[]>(results: readonly unknown[]): Results {
  return results as unknown as Results
}
