import type { FastifyRequest } from 'fastify'
import type { DocumentGate } from '../graphql/index.ts'

/** Puts the text of the document where Apollo looks for it, or refuses it unread. */
export function createDocumentAdmission(documents: DocumentGate): (request: FastifyRequest) => Promise<void> {
  return async (request: FastifyRequest): Promise<void> => {
    if (request.method === 'POST') {
      const { body } = request
      if (typeof body !== 'object' || body === null || Array.isArray(body)) return
      const query = await documents.admit(body, request.actor)
      if (query === null) return
      Object.assign(body, { query })
      // Apollo would look for a cache of its own behind the hash.
      if ('extensions' in body && namesDocument(body.extensions)) body.extensions = null
      return
    }
    const url = new URL(request.url, 'http://localhost')
    const named = Object.fromEntries(url.searchParams)
    const extensions = jsonOf(named['extensions'])
    const query = await documents.admit({ ...named, extensions }, request.actor)
    if (query === null) return
    url.searchParams.set('query', query)
    if (namesDocument(extensions)) url.searchParams.delete('extensions')
    request.raw.url = `${url.pathname}${url.search}`
  }
}

function namesDocument(extensions: unknown): boolean {
  return typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    // Apollo says what is wrong with it.
    return undefined
  }
}
