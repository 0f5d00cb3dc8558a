import { sql } from 'drizzle-orm'
import { actorIn } from '../customers/index.ts'
import { messages, piiFindings } from '../conversations/index.ts'
import { piiRules } from '../tenancy/index.ts'
import { graphType, object, one } from '../graphql/index.ts'

export const messagePiiFinding = graphType(
  'MessagePiiFinding',
  piiFindings,
  { allow: 'privacy:review', node: 'piiFinding' },
  (t) => ({
    id: t.id,
    message: one(messages, t.messageId),
    type: t.type,
    label: sql`coalesce(${t.label}, ${t.type})`,
    rule: one(piiRules, t.ruleId),
    start: t.startOffset,
    end: t.endOffset,
    confidence: t.confidence,
    state: t.state,
    review: object(
      { by: actorIn(t.reviewedByKind, t.reviewedById), at: t.reviewedAt },
      { unless: sql`${t.reviewedAt} is null` },
    ),
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
    version: t.version,
  }),
)

export const piiRule = graphType('PiiRule', piiRules, { allow: 'privacy:review', node: 'piiRule' }, (t) => ({
  id: t.id,
  name: t.name,
  effect: t.effect,
  label: t.label,
  pattern: t.pattern,
  terms: t.terms,
  contextWords: t.contextWords,
  confidence: t.confidence,
  state: t.state,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
}))
