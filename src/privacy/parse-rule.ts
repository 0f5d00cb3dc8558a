import { z } from 'zod'
import { compilePattern, hasWord, piiRuleEffects, piiTypes } from '../platform/privacy/index.ts'
import { parseInput, type Result } from '../platform/results.ts'

const mostTerms = 200
const mostContextWords = 20

const term = z
  .string()
  .max(100, { error: 'At most 100 characters.' })
  .refine(hasWord, { error: 'It has no letter and no digit to be found by.' })

const label = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,23}$/, { error: 'A label is 2 to 24 of A-Z, 0-9 and _, the first one a letter.' })
  .refine((name) => !(piiTypes as readonly string[]).includes(name), { error: 'This is a type of its own already.' })

const ruleSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, { error: 'A name has 1 to 200 characters.' })
      .max(200, { error: 'A name has 1 to 200 characters.' }),
    effect: z.enum(piiRuleEffects).default('FIND'),
    label: label.nullish().transform((given) => given ?? null),
    pattern: z
      .string()
      .nullish()
      .transform((given) => given ?? null),
    terms: z
      .array(term)
      .max(mostTerms, { error: `At most ${mostTerms} terms.` })
      .nullish()
      .transform((given) => [...new Set(given)]),
    contextWords: z
      .array(term)
      .max(mostContextWords, { error: `At most ${mostContextWords} words.` })
      .nullish()
      .transform((given) => [...new Set(given)]),
    confidence: z
      .number()
      .gt(0, { error: 'A confidence lies above 0 and is at most 1.' })
      .max(1, { error: 'A confidence lies above 0 and is at most 1.' })
      .default(0.9),
  })
  .superRefine((rule, refinement) => {
    const wrong = (path: keyof typeof rule, message: string) =>
      refinement.addIssue({ code: 'custom', path: [path], message })
    if (rule.effect === 'FIND' && rule.label === null) wrong('label', 'What is found needs a label.')
    if (rule.effect === 'EXCEPT' && rule.label !== null) wrong('label', 'An exception finds nothing that had a label.')
    if ((rule.pattern === null) === (rule.terms.length === 0)) wrong('pattern', 'Give either a pattern or terms.')
    const pattern = rule.pattern === null ? null : compilePattern(rule.pattern)
    if (typeof pattern === 'string') wrong('pattern', pattern)
  })

/** A rule as it was asked for, fit to be used. */
export type ParsedRule = Readonly<z.output<typeof ruleSchema>>

export function parseRule(input: unknown): Result<{ rule: ParsedRule }> {
  const parsed = parseInput(ruleSchema, input, ['input'])
  return parsed.ok ? { ok: true, rule: parsed.value } : parsed
}
