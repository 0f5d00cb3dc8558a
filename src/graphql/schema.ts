import { readdirSync, readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { isAbstractType, isScalarType, type GraphQLSchema } from 'graphql'
import { baseModule } from './base.ts'
import type { DomainModule } from './module.ts'
import { attachEngine } from './read/engine.ts'
import { createRegistry } from './read/registry.ts'
import { resolveType, walkField, walkRoot, walkWith } from './read/walk.ts'
import type { CompiledRootField, GuardedRootField, RootField } from './root-fields.ts'
import type { SubscriptionField } from './subscriptions.ts'
import { collectRules, findMistakes } from './schema-checks.ts'

/** The SDL of schema/, base first. */
export function loadSchemaFiles(directory: URL = new URL('../../schema/', import.meta.url)): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted((a, b) => Number(b === 'base.graphql') - Number(a === 'base.graphql') || a.localeCompare(b))
    .map((name) => readFileSync(new URL(name, directory), 'utf8'))
}

/**
 * The executable schema of all domains.
 * @throws Error listing everything that is declared but not answered, answered but not declared, or guarded otherwise
 *   than its description says
 */
export function createSchema(
  modules: readonly DomainModule[],
  typeDefs: readonly string[] = loadSchemaFiles(),
): GraphQLSchema {
  const all = [baseModule, ...modules]
  const registry = createRegistry(all.flatMap(({ types }) => types))
  const answers = mergeResolvers(all)
  const plain = new Set(all.flatMap((module) => module.plain ?? []))
  const schema = makeExecutableSchema({ typeDefs: [...typeDefs], resolvers: executable(answers) })
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = resolveType
  }
  const mistakes = findMistakes({ schema, registry, answers, plain })
  if (mistakes.length > 0) {
    throw new Error(`The schema and what answers it do not fit together:\n  ${mistakes.join('\n  ')}`)
  }
  attachEngine(schema, {
    registry,
    roots: rootsOf(answers.get('Query'), (answer): answer is CompiledRootField => answer.answeredBy === 'sql'),
    byId: rootsOf(
      answers.get('Query'),
      (answer): answer is Required<GuardedRootField> => answer.answeredBy === 'code' && answer.idOf !== undefined,
    ),
    subscriptions: rootsOf(
      answers.get('Subscription'),
      (answer): answer is SubscriptionField => answer.answeredBy === 'events' || answer.answeredBy === 'stream',
    ),
    rules: collectRules({ schema, answers }),
  })
  return schema
}

/** Everything the modules give, by type and field. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, unknown>>

function mergeResolvers(modules: readonly DomainModule[]): Answers {
  const merged = new Map<string, Map<string, unknown>>()
  for (const { name, resolvers } of modules) {
    for (const [type, fields] of Object.entries(resolvers)) {
      if (isScalarType(fields)) {
        merged.set(type, new Map([['', fields]]))
        continue
      }
      const known = merged.get(type) ?? new Map<string, unknown>()
      merged.set(type, known)
      for (const [field, answer] of Object.entries(fields ?? {})) {
        if (known.has(field)) throw new Error(`${type}.${field} is answered twice, the second time by ${name}`)
        known.set(field, answer)
      }
    }
  }
  return merged
}

function executable(answers: Answers) {
  const resolvers: Record<string, unknown> = {}
  for (const [type, fields] of answers) {
    const scalar = fields.get('')
    resolvers[type] = scalar ?? Object.fromEntries([...fields].map(([name, answer]) => [name, executableField(answer)]))
  }
  // The keys and functions were checked one by one above; graphql-tools types them by a recursive record.
  return resolvers as Parameters<typeof makeExecutableSchema>[0]['resolvers'] & object
}

function executableField(answer: unknown): unknown {
  if (!isRootField(answer)) return walkWith(answer as Parameters<typeof walkWith>[0])
  switch (answer.answeredBy) {
    case 'sql':
      return walkRoot(answer)
    case 'code':
      return walkWith(answer.resolve)
    case 'events':
    case 'stream':
      // Each event is executed with its payload as the root value (follow.ts).
      return walkField
  }
}

function rootsOf<Kind extends RootField | SubscriptionField>(
  fields: ReadonlyMap<string, unknown> | undefined,
  isOfKind: (answer: RootField | SubscriptionField) => answer is Kind,
): ReadonlyMap<string, Kind> {
  const roots = new Map<string, Kind>()
  for (const [name, answer] of fields ?? []) {
    if (isRootField(answer) && isOfKind(answer)) roots.set(name, answer)
  }
  return roots
}

function isRootField(answer: unknown): answer is RootField | SubscriptionField {
  return typeof answer === 'object' && answer !== null && 'answeredBy' in answer
}
