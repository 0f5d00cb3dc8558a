import type { CatalogProduct, InputMessage } from '../../src/platform/ai/offline/index.ts'
import { listMessages } from './orders-list-messages.ts'
import { listShops } from './orders-list-shops.ts'
import { shopMessages } from './orders-shop-messages.ts'
import { shops } from './orders-shops.ts'

/** Every invented shop with its catalogue. */
export const allShops: Readonly<Record<string, readonly CatalogProduct[]>> = { ...shops, ...listShops }
/** What is written to each of them, unread. */
export const allShopMessages: Readonly<Record<string, string>> = { ...shopMessages, ...listMessages }

export interface ShopMessage {
  readonly messages: readonly InputMessage[]
  /** «2 box leche-entera», «1 coca:lata», «2 ?». */
  readonly gold: readonly string[]
}

/** Reads the lines of `orders-shop-messages.ts`. */
export const parseShopMessages = (text: string): ShopMessage[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [said = '', gold = ''] = line.split('=>')
      return {
        messages: said
          .split(' / ')
          .map((part, index) => ({ id: `m${index + 1}`, text: part.trim().replaceAll(/ ?⏎ ?/g, '\n') })),
        gold: gold
          .split(', ')
          .map((item) => item.trim())
          .filter(Boolean),
      }
    })
