import type { OrderModel } from '../platform/ai/model.ts'
import type { Ctx } from '../platform/context.ts'

/** The models that this server can ask. */
const modelsOf = ({ models }: Ctx): OrderModel[] => [
  models.order,
  ...(models.cheaper === null ? [] : [models.cheaper]),
  models.net,
]

export const modelNames = (ctx: Ctx): string[] => [...new Set(modelsOf(ctx).map(({ name }) => name))]

/** Null when this server has no such model. */
export const modelNamed = (ctx: Ctx, name: string): OrderModel | null =>
  modelsOf(ctx).find((model) => model.name === name) ?? null
