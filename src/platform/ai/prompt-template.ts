import { Liquid, LiquidError } from 'liquidjs'

/** What a template may hold of its values: text, a number, or yes and no. */
export type PromptValue = string | number | boolean
export type PromptValues = Readonly<Record<string, PromptValue>>

const longestTemplate = 8_000
/** What is rendered goes to a model, which is paid by length. */
const longestText = 16_000

/**
 * Liquid, because a template of it can choose and repeat words and do nothing else: it reads no file, calls no code, and
 * its loops are bounded. A name that nobody declared is an error, not an empty place.
 */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: longestTemplate,
  renderLimit: 100,
  memoryLimit: 200_000,
})

/** Tags that would look for other templates: there are none. */
const unwanted = /\{%-?\s*(?:include|render|layout|block)\b/

/** What is wrong with a template and its values, for people; null when it renders. */
export function templateMistake(template: string, values: PromptValues): string | null {
  if (template.trim() === '') return 'A template is not empty.'
  if (template.length > longestTemplate) return `A template has at most ${longestTemplate} characters.`
  if (unwanted.test(template)) return 'A template cannot use other templates.'
  try {
    return renderTemplate(template, values).trim() === '' ? 'The template renders to nothing.' : null
  } catch (error) {
    if (error instanceof LiquidError) return error.message
    if (error instanceof RangeError) return error.message
    throw error
  }
}

/**
 * The words of a template.
 * @throws LiquidError for a template that `templateMistake` would refuse, RangeError when it becomes too long
 */
export function renderTemplate(template: string, values: PromptValues): string {
  const text: unknown = engine.parseAndRenderSync(template, values)
  const words = typeof text === 'string' ? text : ''
  if (words.length > longestText) throw new RangeError(`The template renders to more than ${longestText} characters.`)
  return words
}
