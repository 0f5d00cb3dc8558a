import type { PgBoss } from 'pg-boss'
import type { Pending } from '../db/statement.ts'
import { newUuid } from '../ids.ts'
import type { EnqueueOptions, JobData, JobKind } from './jobs.ts'

/** Makes the statement that adds one job to its queue. */
export type NewJob = (data: JobData, options: EnqueueOptions) => Pending<void>

/**
 * The statement with which pg-boss adds a job of this kind, asked of it once: it would check, build and look up all of
 * it anew for each job, and send it when it likes.
 */
export async function newJobStatement(boss: PgBoss, kind: JobKind): Promise<NewJob> {
  const { text, document } = await statementOf(boss, kind)
  return (data, { orderKey, delayMs = 0 }) => {
    if (kind.order === 'key' && orderKey === undefined) throw new Error(`${kind.name} needs an orderKey`)
    const job = {
      ...document,
      // In order also within one transaction, whose jobs all have the same time.
      id: newUuid(),
      data,
      groupId: data.tenantId,
      ...(orderKey === undefined ? {} : { singletonKey: orderKey }),
      ...(delayMs > 0 ? { startAfter: `${delayMs} milliseconds` } : {}),
    }
    return { text, values: [JSON.stringify([job])], resultOf: () => {} }
  }
}

async function statementOf(boss: PgBoss, kind: JobKind): Promise<{ text: string; document: object }> {
  const sent = Promise.withResolvers<{ text: string; values: unknown[] }>()
  const id = newUuid()
  await boss.send(kind.name, null, {
    id,
    group: { id },
    ...(kind.order === 'key' ? { singletonKey: id } : {}),
    // Nothing is written: whoever is asked to write only listens.
    db: {
      executeSql: async (text, values = []) => {
        sent.resolve({ text, values })
        return { rows: [{ id }] }
      },
    },
  })
  const { text, values } = await sent.promise
  const documents: unknown = JSON.parse(String(values[0]))
  const [document] = Array.isArray(documents) ? documents : []
  if (values.length !== 1 || typeof document !== 'object' || document === null || !('groupId' in document)) {
    throw new Error('pg-boss adds jobs in a way that is not known here')
  }
  return { text, document }
}
