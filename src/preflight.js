// Loaded before everything else (`node --import ./src/preflight.js …`), in plain JavaScript that any Node can read: an
// older one would only say that it does not know the extension .ts.
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

const wanted = 24
const installed = new URL('../node_modules/node/bin/node', import.meta.url)
const dependencies = new URL('../node_modules/fastify/package.json', import.meta.url)

if (!existsSync(dependencies)) {
  stop('The dependencies are not installed.', 'Run `npm ci` first.')
} else if (Number(process.versions.node.split('.')[0]) < wanted) {
  const found = `Parley runs on Node ${wanted} or newer; this is ${process.version} (${process.execPath}).`
  if (existsSync(installed))
    stop(found, 'Start it through npm, which uses the Node that was installed with it: `npm start`.')
  else
    stop(
      found,
      'Its own Node is missing: run `npm ci` again, with install scripts and development dependencies',
      '(no --ignore-scripts, no --omit=dev), or install Node 24 yourself.',
    )
}

// Compiled code is kept between starts: a third less to do, and 50 MB less in memory, from the second start on.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

function stop(...lines) {
  process.stderr.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`)
  process.exit(1)
}
