import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { Kind, parse, visit, type ASTNode, type StringValueNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { settings } from '../src/settings.ts'

const root = join(import.meta.dirname, '..')
const domains = [
  'tenancy',
  'spending',
  'customers',
  'catalog',
  'conversations',
  'knowledge',
  'assistant',
  'orders',
  'evaluation',
  'privacy',
  'operations',
]

const sources = filesUnder(join(root, 'src'), '.ts').filter((file) => !file.startsWith('src/generated/'))
const imports = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })))

describe('the house', () => {
  test('keeps a short top level', () => {
    const allowed = new Set(
      'package.json package-lock.json tsconfig.json codegen.ts README.md LICENSE Dockerfile compose.yaml schema src drizzle test node_modules'.split(
        ' ',
      ),
    )
    const strangers = readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name))
    expect(strangers).toEqual([])
  })

  test('lets each room import only what the plan allows', () => {
    expect(imports.filter(({ file, target }) => !mayImport(file, target))).toEqual([])
  })

  test('knows a forbidden import when it sees one', () => {
    expect(mayImport('src/platform/db/connect.ts', 'src/orders/index.ts')).toBe(false)
    expect(mayImport('src/graphql/schema.ts', 'src/orders/index.ts')).toBe(false)
    expect(mayImport('src/http/server.ts', 'src/orders/index.ts')).toBe(false)
    expect(mayImport('src/catalog/import.ts', 'src/orders/index.ts')).toBe(false)
    expect(mayImport('src/orders/confirm.ts', 'src/catalog/load-catalog.ts')).toBe(false)
    expect(mayImport('src/orders/confirm.ts', 'src/catalog/index.ts')).toBe(true)
    expect(mayImport('src/orders/tables.ts', 'src/catalog/tables.ts')).toBe(true)
    expect(mayImport('src/orders/confirm.ts', 'openai')).toBe(false)
    expect(mayImport('src/platform/auth/tokens.ts', 'fastify')).toBe(false)
  })

  test('reads the environment in one place', () => {
    const readers = sources.filter((file) => /\bprocess\.env\b/.test(read(file)))
    expect(readers).toEqual(['src/config.ts'])
  })

  test('fetches what strangers wrote in one place: every other caller of the network goes where a setting leads', () => {
    const callers = sources.filter((file) =>
      /\bfetch\(|\bhttps?\.(get|request)\(|import [^\n]*\b(get|request|Agent)\b[^\n]* from 'node:https?'/.test(
        read(file),
      ),
    )
    expect(callers.filter((file) => !file.startsWith('src/cli/'))).toEqual([
      'src/platform/ai/openai/client.ts',
      'src/platform/channels/whatsapp/send.ts',
    ])
  })

  test('keeps files to a length a person can hold in mind', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 400)).toEqual([])
  })

  test('needs no escape from the type checker', () => {
    expect(sources.filter((file) => /@ts-(ignore|nocheck|expect-error)|\bas any\b/.test(read(file)))).toEqual([])
  })
})

describe('the README', () => {
  const readme = read('README.md')

  test('lists every setting as it is', () => {
    const rows = settings.map(({ name, about, byDefault }) => `| \`${name}\` | ${about} | ${byDefault ?? ''} |`)
    expect(rows.filter((row) => !readme.includes(row))).toEqual([])
  })

  test('says of every package what it saves', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const names = Object.keys({ ...dependencies, ...devDependencies })
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  test('names every command', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const missing = Object.keys(scripts).filter((name) => !new RegExp(`npm (run (-s )?)?${name}\\b`).test(readme))
    expect(missing).toEqual([])
  })
})

describe('the schema', () => {
  test('describes every type, field, argument and enum value', () => {
    expect(filesUnder(join(root, 'schema'), '.graphql').flatMap(undescribed)).toEqual([])
  })
})

/** Who may import whom; packages are named as they are imported, files by their path from the root. */
function mayImport(file: string, target: string): boolean {
  const from = roomOf(file)
  if (!target.startsWith('src/')) return mayUsePackage(file, target)
  const to = roomOf(target)
  if (from === to || to === 'generated') return true
  switch (from) {
    case 'top':
      return true
    case 'seed':
      return to === 'platform' || (domains.includes(to) && target.endsWith('/index.ts'))
    case 'cli':
      return true
    case 'http':
      return to === 'graphql' || to === 'platform' || target === 'src/config.ts'
    case 'graphql':
      return to === 'platform'
    case 'platform':
      return false
    default: {
      if (to === 'graphql' || to === 'platform') return true
      const leftOf = domains.indexOf(to) !== -1 && domains.indexOf(to) < domains.indexOf(from)
      const door = target.endsWith('/index.ts') || (file.endsWith('/tables.ts') && target.endsWith('/tables.ts'))
      return leftOf && door
    }
  }
}

function roomOf(file: string): string {
  const parts = file.split('/')
  return parts.length === 2 ? 'top' : (parts[1] ?? '')
}

const packageRooms: readonly (readonly [RegExp, RegExp])[] = [
  [/^openai$/, /^src\/platform\/ai\//],
  [/^(fastify|@fastify\/.*|@apollo\/.*|@as-integrations\/.*|@graphql-yoga\/.*)$/, /^src\/http\//],
  [/^pg-boss$/, /^src\/platform\/jobs\//],
  [/^(postgres|@electric-sql\/.*)$/, /^src\/platform\/db\//],
  [/^undici$/, /^src\/platform\/net\//],
  [/^jose$/, /^src\/platform\/auth\//],
  [/^drizzle-orm(\/.*)?$/, new RegExp(`^src/(platform|graphql|${domains.join('|')})/`)],
]

function mayUsePackage(file: string, name: string): boolean {
  return packageRooms.every(([packages, rooms]) => !packages.test(name) || rooms.test(file))
}

function importsOf(file: string): string[] {
  const found = read(file).matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g)
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? ''
    return target.startsWith('.') ? normalize(join(dirname(file), target)) : target
  })
}

function undescribed(file: string): string[] {
  const missing: string[] = []
  const need = (node: ASTNode & { description?: StringValueNode | undefined }, name: string) => {
    if (!node.description?.value.trim()) missing.push(`${file}: ${name}`)
  }
  const within = (ancestors: readonly (ASTNode | readonly ASTNode[])[]) =>
    ancestors
      .filter((node): node is ASTNode => !Array.isArray(node))
      .map((node) => ('name' in node && node.name ? node.name.value : ''))
      .filter(Boolean)
      .join('.')
  visit(parse(read(file)), {
    enter(node, _key, _parent, _path, ancestors) {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.UNION_TYPE_DEFINITION:
        case Kind.ENUM_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        case Kind.SCALAR_TYPE_DEFINITION:
        case Kind.ENUM_VALUE_DEFINITION:
        case Kind.INPUT_VALUE_DEFINITION:
        case Kind.FIELD_DEFINITION:
          need(node, `${within(ancestors)} ${node.name.value}`)
      }
    },
  })
  return missing
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => relative(root, join(folder, name)))
    .toSorted()
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
