import { judge } from './judge.ts'
import { type CatalogProduct, compileCatalog, readOrder } from '../../src/platform/ai/offline/index.ts'

const kinds = [
  'leche',
  'queso',
  'arroz',
  'frijol',
  'aceite',
  'jabon',
  'shampoo',
  'coke',
  'juice',
  'bread',
  'butter',
  'pizza',
  'burger',
  'latte',
  'chips',
  'water',
  'tornillo',
  'clavo',
  'pintura',
  'cable',
]
const brands = ['lala', 'alpura', 'norte', 'sol', 'prime', 'fresh', 'golden', 'andes', 'costa', 'valle']
const styles = ['entera', 'light', 'grande', 'clasico', 'organic', 'extra', 'double', 'blanco', 'rojo', 'premium']

/**
 * A made-up catalogue whose names share words the way a distributor's do: 2,000 products, and so many series of them; the
 * series beyond the first have a word of their own in each name.
 */
export function makeCatalog(series = 1): CatalogProduct[] {
  return Array.from({ length: series }, (_, number) => makeSeries(number)).flat()
}

function makeSeries(number: number): CatalogProduct[] {
  const letters = String.fromCharCode(97 + (number % 26), 120, 97 + Math.floor(number / 26))
  const own = number === 0 ? '' : ` q${letters}`
  return kinds.flatMap((kind, a) =>
    brands.flatMap((brand, b) =>
      styles.map((style, c) => ({
        id: `p${number}-${a}-${b}-${c}`,
        sku: `SKU-${number}-${a}${b}${c}`,
        name: `${kind} ${brand}${own} ${style}`,
        aliases: [],
        keywords: [],
        category: kind,
        unit: null,
        variants: ['small', 'medium', 'large'].map((value) => ({
          id: `${number}-${a}-${b}-${c}-${value}`,
          axis: 'size',
          value,
          aliases: [],
        })),
        options: [],
      })),
    ),
  )
}

/** Messages per second of processor time against such catalogues, after a warm-up; other work on the machine does not count. */
export function measureSpeed(texts: readonly string[]): string {
  return [1, 50].map((series) => measureOn(makeCatalog(series), texts)).join('\n')
}

function measureOn(products: readonly CatalogProduct[], texts: readonly string[]): string {
  const startedMs = performance.now()
  const catalog = compileCatalog(products)
  const compiledMs = performance.now() - startedMs
  const run = (): number => {
    const from = process.cpuUsage()
    texts.forEach((text, index) => readOrder(catalog, [{ id: String(index), text }]))
    const used = process.cpuUsage(from)
    return (used.user + used.system) / 1000
  }
  run()
  const elapsedMs = Math.min(run(), run())
  const perSecond = (texts.length / elapsedMs) * 1000
  const what = `messages a second a core, ${products.length.toLocaleString('en')} products`
  judge({ area: 'speed', what, value: perSecond, ...(products.length === 2_000 ? { atLeast: 2_000 } : {}) })
  return `speed: ${Math.round(perSecond)} messages/s a core on ${products.length} products (compiled in ${Math.round(compiledMs)} ms)`
}
