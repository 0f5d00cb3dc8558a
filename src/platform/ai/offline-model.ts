import { readOrder } from './offline/index.ts'
import { noUsage, type OrderModel } from './model.ts'

/** The built-in deterministic reader behind the model port: no key, no network, no cost, always available. */
export const offlineModel: OrderModel = {
  name: 'offline-1',
  estimateMicroUsd: () => 0,
  async readOrder({ catalog, messages, currentLines, learned }) {
    return { reading: readOrder(catalog, messages, { currentLines, learned }), usage: noUsage, model: 'offline-1' }
  },
}
