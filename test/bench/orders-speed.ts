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

/** A made-up catalogue of 2,000 products whose names share words the way a distributor's do. */
export function makeCatalog(): CatalogProduct[] {
  return kinds.flatMap((kind, a) =>
    brands.flatMap((brand, b) =>
      styles.map((style, c) => ({
        id: `p${a}-${b}-${c}`,
        sku: `SKU-${a}${b}${c}`,
        name: `${kind} ${brand} ${style}`,
        aliases: [],
        keywords: [],
        category: kind,
        unit: null,
        variants: ['small', 'medium', 'large'].map((value) => ({
          id: `${a}-${b}-${c}-${value}`,
          axis: 'size',
          value,
          aliases: [],
        })),
        options: [],
      })),
    ),
  )
}

/** Messages per second of processor time against that catalogue, after a warm-up; other work on the machine does not count. */
export function measureSpeed(texts: readonly string[]): string {
  const startedMs = performance.now()
  const catalog = compileCatalog(makeCatalog())
  const compiledMs = performance.now() - startedMs
  const run = (): number => {
    const from = process.cpuUsage()
    texts.forEach((text, index) => readOrder(catalog, [{ id: String(index), text }]))
    const used = process.cpuUsage(from)
    return (used.user + used.system) / 1000
  }
  run()
  const elapsedMs = Math.min(run(), run())
  return `speed: ${Math.round((texts.length / elapsedMs) * 1000)} messages/s a core on ${catalog.products.length} products (compiled in ${Math.round(compiledMs)} ms)`
}
