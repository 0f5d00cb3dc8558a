/**
 * Sends statements of one transaction without waiting for one before the next: what needs no answer of the others. When
 * one fails, the others have come to their end too before this throws: what went on longer would be sent after the
 * rollback, outside of the transaction.
 * @throws the failure that came first; those after it only say that the transaction is aborted
 */
export async function together<const Work extends readonly PromiseLike<unknown>[]>(work: Work): Promise<Done<Work>> {
  // Once each: a query of Drizzle's is sent anew whenever somebody waits for it.
  const running = work.map((statement) => Promise.resolve(statement))
  const done = Promise.all(running)
  done.catch(() => {})
  await Promise.allSettled(running)
  return asDone<Work>(await done)
}

type Done<Work extends readonly PromiseLike<unknown>[]> = { -readonly [Place in keyof Work]: Awaited<Work[Place]> }

/** `Promise.all` keeps the places of a list, but `map` has forgotten what stood in which. */
function asDone<Work extends readonly PromiseLike<unknown>[]>(results: unknown[]): Done<Work> {
  return results as Done<Work>
}
