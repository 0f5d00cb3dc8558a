import { visit, BREAK, type DocumentNode } from 'graphql'

const known = new WeakMap<DocumentNode, boolean>()

/** Whether a document asks for the schema itself. Remembered, as Apollo keeps the documents it has seen. */
export function usesIntrospection(document: DocumentNode): boolean {
  const before = known.get(document)
  if (before !== undefined) return before
  let found = false
  visit(document, {
    Field(node) {
      // Both exist at the root alone; no other field's name may begin so.
      if (node.name.value !== '__schema' && node.name.value !== '__type') return undefined
      found = true
      return BREAK
    },
  })
  known.set(document, found)
  return found
}
