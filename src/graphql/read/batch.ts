import type { ReadStatement } from '../../platform/db/database.ts'
import { requireCtx, type RequestContext } from '../context.ts'
import type { Plan } from './plan.ts'
import { bindTemplate, type Binding, type Template } from './template.ts'

/** What resolvers of one request asked for in the same moment: sent as one pipelined round trip. */
interface Batch {
  readonly statements: { statement: ReadStatement; settle: Settle }[]
  readonly references: Map<Plan, Referenced>
}

/** Objects of one field, asked for by id: one statement for all of them. */
interface Referenced {
  readonly bind: (ids: readonly string[]) => Binding
  readonly waiting: Map<string, ((found: Promise<unknown>) => void)[]>
}

interface Settle {
  resolve: (text: string | null) => void
  reject: (error: unknown) => void
}

const batches = new WeakMap<RequestContext, Batch>()

/** Sends the statement together with the others of this request; gives the text of its document. */
export function readTogether(context: RequestContext, template: Template, binding: Binding): Promise<string | null> {
  return new Promise((resolve, reject) => {
    // Bound at once, so that a bad argument is refused at the field that has it.
    const statement = bindTemplate(template, binding)
    openBatch(context).statements.push({ statement, settle: { resolve, reject } })
  })
}

/** One object of a reference, null when it is not there; all of one plan in one statement. */
export function readReferenced(
  context: RequestContext,
  plan: Plan,
  id: string,
  bind: (ids: readonly string[]) => Binding,
): Promise<unknown> {
  return new Promise((resolve) => {
    const { references } = openBatch(context)
    const referenced = references.get(plan) ?? { bind, waiting: new Map() }
    references.set(plan, referenced)
    referenced.waiting.set(id, [...(referenced.waiting.get(id) ?? []), resolve])
  })
}

function openBatch(context: RequestContext): Batch {
  const open = batches.get(context)
  if (open !== undefined) return open
  const batch: Batch = { statements: [], references: new Map() }
  batches.set(context, batch)
  // After all promise callbacks that are ready now: the executor's siblings have asked by then.
  void Promise.resolve().then(() => process.nextTick(() => void send(context, batch)))
  return batch
}

async function send(context: RequestContext, batch: Batch): Promise<void> {
  batches.delete(context)
  for (const [plan, { bind, waiting }] of batch.references) {
    const found = new Promise<string | null>((resolve, reject) => {
      const statement = bindTemplate(plan.template, bind([...waiting.keys()]))
      batch.statements.push({ statement, settle: { resolve, reject } })
    }).then((text) => (text === null ? {} : (JSON.parse(text) as Record<string, unknown>)))
    for (const [id, resolves] of waiting) {
      for (const resolve of resolves) resolve(found.then((objects) => objects[id] ?? null))
    }
  }
  const { db, tenantId } = requireCtx(context)
  try {
    const texts = await db.read(
      tenantId,
      batch.statements.map(({ statement }) => statement),
    )
    for (const [index, { settle }] of batch.statements.entries()) settle.resolve(texts[index] ?? null)
  } catch (error) {
    for (const { settle } of batch.statements) settle.reject(error)
  }
}
