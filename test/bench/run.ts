import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { benchArrivals } from './arrivals.ts'
import { benchGrowth } from './growth.ts'
import { benchInbox } from './inbox.ts'
import { benchLive } from './live.ts'
import { benchPeers } from './peers.ts'
import { benchScoreboard } from './scoreboard.ts'
import { benchVectors } from './vectors.ts'

/** The form for CI: looks at what can be counted, not at times. */
const isShort = process.argv.includes('--short')

/** Measurements by name; those of quality read labelled data from the folder that PARLEY_BENCH_DATA names. */
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  peers: () => benchPeers({ isShort }),
  inbox: benchInbox,
  arrivals: () => benchArrivals({ isShort }),
  live: () => benchLive({ isShort }),
  growth: () => benchGrowth({ isShort }),
  vectors: () => benchVectors({ isShort }),
  orders: () => script('orders.ts'),
  units: () => script('units.ts'),
  retrieval: () => script('retrieval.ts'),
  pii: () => script('pii.ts'),
  scoreboard: benchScoreboard,
}

const asked = process.argv.slice(2).filter((argument) => argument !== '--short')
const names = asked.length === 0 ? ['inbox', 'arrivals', 'live', 'orders', 'retrieval', 'pii'] : asked
for (const name of names) {
  const bench = benches[name]
  if (bench === undefined) {
    console.error(`There is no measurement «${name}»; there are ${Object.keys(benches).join(', ')}.`)
    process.exitCode = 1
  } else await bench()
}

function script(name: string): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, name)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
