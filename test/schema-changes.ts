import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { buildASTSchema, findBreakingChanges, findDangerousChanges, parse, type GraphQLSchema } from 'graphql'

/**
 * Compares schema/ with the schema that landed last: `origin/main` where that differs from the present commit, else
 * the commit before it, or a revision given as the argument. Removing what was not deprecated there is an error, everything else is reported.
 *
 *   node test/schema-changes.ts [REVISION]
 */
const git = (...words: string[]) =>
  execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

function landedRevision(): string | null {
  const given = process.argv[2]
  if (given !== undefined) return given
  const head = tryGit('rev-parse', 'HEAD')
  if (head === null) return null
  const landed = tryGit('rev-parse', 'origin/main')
  if (landed !== null && landed !== head) return landed
  const dirty = git('status', '--porcelain', '--', 'schema') !== ''
  return dirty ? head : tryGit('rev-parse', 'HEAD~1')
}

function tryGit(...words: string[]): string | null {
  try {
    return git(...words)
  } catch {
    return null
  }
}

function schemaAt(revision: string): GraphQLSchema | null {
  const files = git('ls-tree', '--name-only', revision, 'schema/')
    .split('\n')
    .filter((name) => name.endsWith('.graphql'))
  if (files.length === 0) return null
  return build(files.map((name) => git('show', `${revision}:${name}`)))
}

function schemaNow(): GraphQLSchema {
  const files = readdirSync('schema').filter((name) => name.endsWith('.graphql'))
  return build(files.map((name) => readFileSync(`schema/${name}`, 'utf8')))
}

/** Extensions are folded in; validity is the start-up's business, this only compares. */
function build(texts: readonly string[]): GraphQLSchema {
  return buildASTSchema(parse(texts.join('\n')), { assumeValid: true })
}

const revision = landedRevision()
const before = revision === null ? null : schemaAt(revision)
if (before === null) {
  console.log('No earlier schema to compare with.')
} else {
  const now = schemaNow()
  const breaking = findBreakingChanges(before, now)
  for (const change of findDangerousChanges(before, now)) console.log(`take care: ${change.description}`)
  for (const change of breaking) console.log(`breaking:  ${change.description}`)
  const unannounced = breaking.filter((change) => !wasDeprecated(before, change.description))
  console.log(
    `Schema compared with ${revision?.slice(0, 12)}: ${breaking.length} breaking, ${unannounced.length} of them not announced by @deprecated.`,
  )
  if (unannounced.length > 0) process.exitCode = 1
}

/** Breaking changes of graphql-js name their element as `Type.field`; those that were deprecated were announced. */
function wasDeprecated(schema: GraphQLSchema, description: string): boolean {
  const [typeName, fieldName] = /\b([A-Z]\w*)\.(\w+)/.exec(description)?.slice(1) ?? []
  const type = typeName === undefined ? undefined : schema.getType(typeName)
  if (type === undefined || fieldName === undefined || !('getFields' in type)) return false
  return type.getFields()[fieldName]?.deprecationReason != null
}
