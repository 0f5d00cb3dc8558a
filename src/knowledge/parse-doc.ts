import { invalidInput, type Refusal } from '../platform/refusals.ts'

export interface KnowledgeDocInput {
  readonly externalId: string
  readonly title: string
  /** Plain text or Markdown. */
  readonly content: string
  /** Any JSON object; nothing when left out. */
  readonly metadata?: unknown
}

/** What a document is called, when its text is read from elsewhere. */
export interface DescriptionInput {
  readonly externalId: string
  /** Null: what the file or page calls itself. */
  readonly title: string | null
  readonly metadata?: unknown
}

export interface ParsedDescription {
  readonly externalId: string
  readonly title: string | null
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface ParsedDoc {
  readonly externalId: string
  readonly title: string
  readonly content: string
  readonly metadata: Readonly<Record<string, unknown>>
}

/** In UTF-16 code units; metadata in bytes of JSON. */
const limits = { externalId: 200, title: 500, content: 500_000, metadata: 16_384 } as const

/** As `parseDoc`, for a document whose text is not known yet. */
export function parseDescription(
  { title, ...input }: DescriptionInput,
  path: readonly string[],
): { ok: true; description: ParsedDescription } | { ok: false; errors: Refusal[] } {
  const parsed = parseDoc({ ...input, title: title ?? '', content: '-' }, path)
  if (!parsed.ok) return parsed
  const { externalId, metadata } = parsed.doc
  return { ok: true, description: { externalId, title: title?.trim() || null, metadata } }
}

/** One document of an import, or why it is refused; `path` leads to it. */
export function parseDoc(
  input: KnowledgeDocInput,
  path: readonly string[],
): { ok: true; doc: ParsedDoc } | { ok: false; errors: Refusal[] } {
  const errors: Refusal[] = []
  const refuse = (field: keyof typeof limits, message: string) => errors.push(invalidInput(message, [...path, field]))

  for (const field of ['externalId', 'title', 'content'] as const) {
    const { length } = input[field]
    if (length > limits[field]) refuse(field, `It has ${length} characters; at most ${limits[field]} are allowed.`)
    else if (input[field].includes('\0')) refuse(field, 'It contains a null character, which cannot be stored.')
  }
  if (input.externalId.trim() === '') refuse('externalId', 'It must not be empty.')
  if (input.content.trim() === '') refuse('content', 'It must not be empty.')

  const metadata = input.metadata ?? {}
  if (!isJsonObject(metadata)) {
    refuse('metadata', 'It must be a JSON object.')
  } else {
    const json = JSON.stringify(metadata)
    const bytes = Buffer.byteLength(json)
    if (bytes > limits.metadata) refuse('metadata', `It has ${bytes} bytes; at most ${limits.metadata} are allowed.`)
    else if (/(?<!\\)(?:\\\\)*\\u0000/.test(json)) refuse('metadata', 'It contains a null character.')
  }
  if (errors.length > 0 || !isJsonObject(metadata)) return { ok: false, errors }
  return { ok: true, doc: { externalId: input.externalId, title: input.title, content: input.content, metadata } }
}

function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
