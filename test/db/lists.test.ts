import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import { executeOperation, TextData } from '../../src/graphql/read/execute.ts'
import type { Database, ReadStatement } from '../../src/platform/db/database.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { contextOf, operationOf } from '../kit/library/world.ts'
import { listQuestions, type ListQuestion } from '../kit/list-walk.ts'
import { numberedId, seedManyRows } from '../kit/many-rows.ts'

/** What to look for where any text or id may stand: something that some of the seeded rows have. */
const values: Readonly<Record<string, string>> = {
  'AiResponseFilter.conversationId': `"${numberedId('cnv', 7)}"`,
  'ConversationFilter.assigneeId': `"${numberedId('usr', 5002)}"`,
  'ConversationFilter.channelAccountIds': `"${numberedId('cha', 2)}"`,
  'ConversationFilter.customerId': `"${numberedId('cus', 7)}"`,
  'ConversationFilter.search': '"c4ca4"',
  'CustomerFilter.search': '"c4ca4"',
  'KnowledgeDocFilter.search': '"document c4"',
  'LearnedAliasFilter.customerId': `"${numberedId('cus', 7)}"`,
  'LearnedAliasFilter.productId': `"${numberedId('prd', 7)}"`,
  'LearnedExampleFilter.customerId': `"${numberedId('cus', 7)}"`,
  'OrderFilter.conversationId': `"${numberedId('cnv', 7)}"`,
  'OrderFilter.createdBefore': '"2026-10-01T00:00:00Z"',
  'OrderFilter.createdFrom': '"2026-10-01T00:00:00Z"',
  'OrderFilter.customerId': `"${numberedId('cus', 7)}"`,
  'OrderFilter.number': '7',
  'Query.evaluationRuns.promptVersionId': `"${numberedId('prv', 7)}"`,
  'ProductFilter.categoryId': `"${numberedId('cat', 2)}"`,
  'ProductFilter.search': '"c4ca"',
}

const tenants = 20
const size = { conversations: 800, messagesEach: 4, orders: 1_000, products: 600, docs: 600 }
/** The one that asks; one of those who have as much. */
const tenantId = numberedId('ten', 5)
const userId = numberedId('usr', 5001)
/** Tables of fewer rows than this are read whole in less time than an index is opened. */
const fewRows = 1_000
/** Tables that lists lead to and that have fewer here, and why. */
const small: Readonly<Record<string, string>> = {
  ai_citations: 'not filled here yet',
  api_keys: 'a tenant has a handful',
  channel_accounts: 'a tenant has a handful',
  client_documents: 'not filled here yet',
  knowledge_gaps: 'not filled here yet',
  knowledge_gap_questions: 'not filled here yet',
  agents: 'a tenant has twenty at most',
  customer_facts: 'a customer has a hundred at most',
  prompts: 'a tenant has one for each task and person',
  memberships: 'a tenant has as many as people work there',
  pii_rules: 'a tenant has fifty in use at most',
  knowledge_chunks: 'every tenant lies in one of sixteen parts; the vectors of many would take this test minutes',
}
/** Rows that may be looked at for a page of 20: most of them where one in eleven passes the filter. */
const rowsAtMost = 300
/** Filters under which a page may look at all that its tenant has, nobody else's, and why. */
const readsItsTenant: Readonly<Record<string, string>> = {
  'search:': 'a policy lets no operator of text search look at a row, not even in an index, before it did itself',
  'categoryId:': 'a category stands for all below it, and no index has those by name',
}

const schema = createSchema(modules)
const questions = listQuestions(schema, values)

test('every list, filter and order has something to be asked for', () => {
  expect(questions.length).toBeGreaterThan(80)
})

// The embedded database has the same planner, and takes minutes to be filled.
describe.skipIf(process.env['TEST_DATABASE_URL'] === undefined)('a page of a list costs what is on it', () => {
  let database: TestDatabase
  let recorded: ReadStatement[] = []
  let db: Database
  let large: ReadonlySet<string>
  const met = new Set<string>()

  beforeAll(async () => {
    database = await startTestDatabase()
    await database.db.asOwner(async (owner) => {
      await seedManyRows(owner, 1, tenants, size)
      await owner.script('analyze')
      const rows = await owner.query<{ name: string }>(
        `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
           and reltuples >= ${fewRows}`,
      )
      large = new Set(rows.map(({ name }) => name))
    })
    db = {
      ...database.db,
      read(id, statements) {
        recorded.push(...statements)
        return database.db.read(id, statements)
      },
      readBytes(id, statements) {
        recorded.push(...statements)
        return database.db.readBytes(id, statements)
      },
    }
  }, 120_000)
  afterAll(() => database.stop())

  async function ask(document: string): Promise<unknown> {
    recorded = []
    const answer = await executeOperation(operationOf(schema, document, contextOf(db, { tenantId, userId })))
    expect(answer.errors, document).toBeUndefined()
    return answer.data instanceof TextData ? JSON.parse(answer.data.text) : answer.data
  }

  /** Sends the statements just recorded once more, as the same role, and looks what they read of the large tables. */
  async function explained(): Promise<TableScan[]> {
    const explaining = recorded.map(({ text, values: given }) => ({
      text: `explain (analyze, timing off, format json) ${text}`,
      values: given,
    }))
    const plans = await database.db.read(tenantId, explaining)
    const scans = plans.flatMap((plan) => scansIn(JSON.parse(plan ?? 'null')))
    for (const { table } of scans) met.add(table)
    return scans.filter(({ table }) => large.has(table))
  }

  test.each(questions.map((question) => [question.title, question] as const))('%s', async (title, question) => {
    const { document } = question
    const costly: string[] = []
    const askFor = async (paging: string) => {
      const page = 'nodes { __typename } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }'
      const answer = pageIn(await ask(document(paging, page)), question)
      const scans = await explained()
      const rows = scans.reduce((sum, scan) => sum + scan.rows, 0)
      costly.push(...scans.filter(({ isWhole }) => isWhole).map(({ table }) => `${paging} reads all of ${table}`))
      if (rows > rowsAtMost && !Object.keys(readsItsTenant).some((filter) => title.includes(filter)))
        costly.push(`${paging} looks at ${rows} rows`)
      return answer
    }
    const first = await askFor('first: 3')
    const last = await askFor('last: 3')
    if (first?.endCursor != null) await askFor(`first: 20, after: "${first.endCursor}"`)
    if (last?.startCursor != null) await askFor(`last: 20, before: "${last.startCursor}"`)
    expect(costly).toEqual([])
    // Counting reads what is counted, but nobody else's.
    await ask(document('first: 0', 'totalCount'))
    expect((await explained()).filter(({ isWhole }) => isWhole)).toEqual([])
  })

  test('and each was asked among many rows: a table that has few here is known', () => {
    expect([...met].filter((name) => !large.has(name)).toSorted()).toEqual(Object.keys(small).toSorted())
  })
})

interface TableScan {
  readonly table: string
  /** A sequential scan. */
  readonly isWhole: boolean
  /** Rows that were looked at, those thrown away too. */
  readonly rows: number
}

/** Of a plan as EXPLAIN ANALYZE prints it in JSON; a partition counts as its table. */
function scansIn(plan: unknown): TableScan[] {
  if (typeof plan !== 'object' || plan === null) return []
  const below = Object.values(plan).flatMap(scansIn)
  if (!('Relation Name' in plan)) return below
  const number = (key: string) => Number(Reflect.get(plan, key) ?? 0)
  const own = {
    table: String(plan['Relation Name']).replace(/_\d\d$/, ''),
    isWhole: Reflect.get(plan, 'Node Type') === 'Seq Scan',
    rows: (number('Actual Rows') + number('Rows Removed by Filter')) * number('Actual Loops'),
  }
  return [own, ...below]
}

interface Page {
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** The `pageInfo` of the list that was asked for; undefined where there is no object to have it. */
function pageIn(data: unknown, { path }: ListQuestion): Page | undefined {
  const found = [...path, 'pageInfo'].reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  )
  // The document asks for exactly these two.
  return found as Page | undefined
}
