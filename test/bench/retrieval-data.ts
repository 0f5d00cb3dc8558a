import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A labelled collection in the form of BEIR: documents, questions, and which document answers which question how well. */
export interface Collection {
  readonly name: string
  readonly docs: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly questions: readonly { readonly id: string; readonly text: string }[]
  /** Question id → document id → grade above 0. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Questions that nothing in the collection answers; empty where none are labelled. */
  readonly unanswerable: readonly string[]
}

export const collectionNames = ['coursefaq', 'cranfield', 'hint3-curekart', 'hint3-sofmattress', 'stackfaq'] as const

const doc = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() })
const question = z.object({ _id: z.string(), text: z.string() })

export function loadCollection(directory: string, name: string): Collection {
  const file = (part: string) => join(directory, 'retrieval', name, part)
  const grades = new Map<string, Map<string, number>>()
  for (const line of readFileSync(file('qrels.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [questionId = '', docId = '', grade = '0'] = line.split('\t')
    const graded = grades.get(questionId) ?? new Map<string, number>()
    grades.set(questionId, graded.set(docId, Number(grade)))
  }
  const unanswerable = readLines(file('out_of_scope.jsonl'), question, true)
  return {
    name,
    docs: readLines(file('corpus.jsonl'), doc).map(({ _id, title, text }) => ({ id: _id, title, text })),
    questions: readLines(file('queries.jsonl'), question).map(({ _id, text }) => ({ id: _id, text })),
    grades,
    unanswerable: unanswerable.map(({ text }) => text),
  }
}

function readLines<T>(path: string, schema: z.ZodType<T>, isOptional = false): T[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (isOptional) return []
    throw error
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}
