import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A tab that the playground opens with: an operation that a client would really send. */
export interface PlaygroundTab {
  readonly name: string
  readonly query: string
  /** Shown in the variables editor; null when the operation takes none. */
  readonly variables: string | null
}

const documentsDirectory = new URL('./playground/', import.meta.url)
const scriptPath = '/graphql/playground.js'

/**
 * The tabs, kept as `NN-name.graphql` documents beside this file, in their order. A comment `# variables: {…}` on a
 * document's first line fills the variables editor.
 */
export async function playgroundTabs(): Promise<readonly PlaygroundTab[]> {
  const names = (await readdir(documentsDirectory)).filter((name) => name.endsWith('.graphql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, documentsDirectory), 'utf8')
      const variables = /^# variables: (\{.*\})\n/.exec(text)
      return {
        name: name.replace(/^\d+-|\.graphql$/g, ''),
        query: text.slice(variables?.[0].length ?? 0),
        variables: variables?.[1] === undefined ? null : JSON.stringify(JSON.parse(variables[1]), null, 2),
      }
    }),
  )
}

/** The page for a browser and the script it loads: nothing of it comes from another host. */
export interface Playground {
  readonly scriptPath: string
  /** Answers with the page; `token` (development only) is filled into the headers editor of every tab. */
  page(reply: FastifyReply, token: string | null): Promise<FastifyReply>
  script(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
}

/** Reads nothing yet: GraphiQL's 9 MB are loaded when the first browser asks. */
export function createPlayground(): Playground {
  const assets = once(loadAssets)
  return {
    scriptPath,

    async page(reply, token) {
      const { style, version } = await assets()
      const nonce = randomBytes(16).toString('base64')
      const html = renderPage({
        style,
        nonce,
        script: `${scriptPath}?v=${version}`,
        tabs: await playgroundTabs(),
        token,
      })
      return reply
        .header('content-security-policy', contentSecurityPolicy(nonce))
        .header('cache-control', 'no-store')
        .header('vary', 'accept')
        .type('text/html; charset=utf-8')
        .send(html)
    },

    async script(request, reply) {
      const { script, zipped, version } = await assets()
      void reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('etag', `"${version}"`)
        .header('vary', 'accept-encoding')
        .type('text/javascript; charset=utf-8')
      if (request.headers['if-none-match'] === `"${version}"`) return reply.code(304).send()
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(script)
      return reply.header('content-encoding', 'gzip').send(zipped)
    },
  }
}

interface Assets {
  readonly style: string
  readonly script: Buffer
  readonly zipped: Buffer
  readonly version: string
}

/**
 * Takes GraphiQL out of the one self-contained page that the package renders, so that its script can be cached and
 * the page itself stays small.
 */
async function loadAssets(): Promise<Assets> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const page = renderGraphiQL({})
  const style = between(page, '<style>', '</style>')
  // Everything up to the call that starts it, which the page makes itself, with its own options.
  const script = between(page, '<script>', 'YogaGraphiQL.renderYogaGraphiQL(', 'last')
  const bytes = Buffer.from(`${script}\nwindow.YogaGraphiQL = YogaGraphiQL;\n`)
  const client = await readFile(new URL('./playground/client.js', import.meta.url))
  const whole = Buffer.concat([bytes, client])
  return {
    style,
    script: whole,
    zipped: await promisify(gzip)(whole),
    version: createHash('sha256').update(whole).digest('base64url').slice(0, 16),
  }
}

function between(text: string, from: string, to: string, which: 'first' | 'last' = 'first'): string {
  const start = text.indexOf(from)
  const end = which === 'first' ? text.indexOf(to, start) : text.lastIndexOf(to)
  if (start < 0 || end < 0) throw new Error(`The GraphiQL page has no «${from}» … «${to}»: was the package updated?`)
  return text.slice(start + from.length, end)
}

/**
 * GraphiQL moves its tabs into place by an animation whose end a first press undoes: the tab jumps away under the pointer
 * and the click is lost. They stand where they belong anyway.
 */
const steadyTabs = '.graphiql-tab { transform: none !important }'

function renderPage(parts: {
  style: string
  nonce: string
  script: string
  tabs: readonly PlaygroundTab[]
  token: string | null
}): string {
  const headers = parts.token === null ? '{}' : JSON.stringify({ authorization: `Bearer ${parts.token}` }, null, 2)
  const options = {
    token: parts.token,
    headers,
    tabs: parts.tabs.map(({ query, variables }) => ({ query, variables: variables ?? '', headers })),
  }
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Parley</title>
    <link rel="icon" href="data:,">
    <style>${parts.style}${steadyTabs}</style>
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>The playground needs JavaScript.</noscript>
    <div id="root"></div>
    <script nonce="${parts.nonce}" id="options" type="application/json">${jsonInHtml(options)}</script>
    <script nonce="${parts.nonce}" src="${parts.script}"></script>
  </body>
</html>
`
}

/** JSON that cannot end its script element or open a comment, whatever its texts hold. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/**
 * Only this page and its own server. Styles are written into the page by the editor, its workers come from blobs.
 * `upgrade-insecure-requests` is left out: it would break the page on http://a-host-of-the-LAN.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
