import type { Ctx } from '../platform/context.ts'
import type { ReadStatement } from '../platform/db/database.ts'

/** A statement as it was sent, and what Postgres would do for it. */
export interface Explained {
  readonly statement: string
  readonly plan: unknown
}

/** A context that remembers the reads made through it, and explains them afterwards. */
export function explaining(ctx: Ctx): { readonly ctx: Ctx; explained(): Promise<readonly Explained[]> } {
  const sent: ReadStatement[] = []
  const db: Ctx['db'] = {
    ...ctx.db,
    read(tenantId, statements) {
      sent.push(...statements)
      return ctx.db.read(tenantId, statements)
    },
    readBytes(tenantId, statements) {
      sent.push(...statements)
      return ctx.db.readBytes(tenantId, statements)
    },
  }
  return {
    ctx: { ...ctx, db },
    async explained() {
      const asked = sent.map(({ text, values }) => ({ text: `explain (format json) ${text}`, values }))
      const plans = await ctx.db.read(ctx.tenantId, asked)
      return sent.map(({ text }, index) => ({ statement: text, plan: JSON.parse(plans[index] ?? 'null') as unknown }))
    },
  }
}
