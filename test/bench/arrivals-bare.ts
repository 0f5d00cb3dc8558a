import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tenantSession } from '../../src/platform/db/session.ts'
import type { Shop } from './shops.ts'

/**
 * What stands in place of the parameters of each statement with which a message is stored, in the order of `$1…$n`;
 * by the comment that the statement begins with. `:n` is a number that never comes again, `:customer` one of the
 * shop's, and `:c_…` are the columns of the locked conversation.
 */
const parametersOf = (shop: Shop): Readonly<Record<string, readonly string[]>> => {
  const tenant = `'${shop.tenantId}'::text`
  const account = `'${shop.accountId}'::text`
  const id = (prefix: string) => `('${prefix}_0' || lpad((:n)::text, 25, '0'))`
  const address = [`''`, `'PHONE'`, `('+5730' || lpad((:customer)::text, 8, '0'))`]
  return {
    noteEvent: [
      tenant,
      id('pev'),
      account,
      id('wamid'),
      `'MESSAGE'`,
      `'ACCEPTED'`,
      'null',
      'null',
      'null',
      `'${rawMessage}'`,
      'now()',
    ],
    tenantSettings: [tenant],
    findIdentities: [tenant, ...address],
    lockOpenConversation: [tenant, account, ...address],
    countIn: ['(:c_last_seq)::int + 1', '1', 'now()', `now() + interval '1 day'`, tenant, ':c_id'],
    storeMessage: [
      tenant,
      id('msg'),
      ':c_id',
      account,
      '(:c_last_seq)::int + 1',
      `'IN'`,
      `'CUSTOMER'`,
      ':c_customer_id',
      `'TEXT'`,
      `'{"body":"${words}"}'`,
      `'${words}'`,
      id('wamid'),
      id('pev'),
      'null',
      'null',
      'false',
      `'RECEIVED'`,
      'now()',
      'now()',
    ],
    appendEvents: [
      tenant,
      id('evt'),
      `'message.received'`,
      id('msg'),
      ':c_id',
      `'CUSTOMER'`,
      ':c_customer_id',
      id('req'),
      `'{"seq": 1}'`,
      'now()',
    ],
  }
}

/** What the customer of the measurement writes. */
export const words = 'hello and good morning'
const rawMessage = JSON.stringify({
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '+15550000000', phone_number_id: '100000000000000' },
    contacts: [{ profile: { name: 'Customer' }, wa_id: '573001112233' }],
    messages: [
      { from: '573001112233', id: 'wamid.bench', timestamp: '1760000000', type: 'text', text: { body: words } },
    ],
  },
})

export interface Recorded {
  /** As the server sends them, from the first to the last. */
  readonly statements: readonly string[]
  /** The document with which the job is added, and the conversation's id in it. */
  readonly job: string
  readonly conversationId: string
}

/**
 * Messages a second that pgbench stores with the very same statements, prepared; the best there is without pipelining.
 * Null where there is no pgbench (Debian: postgresql-contrib).
 */
export function pgbench(
  databaseUrl: string,
  recorded: Recorded,
  shops: readonly Shop[],
  { clients, seconds, customers }: { clients: number; seconds: number; customers: number },
): number | null {
  const program = [
    'pgbench',
    ...globSync(join(tmpdir(), 'parley-postgres/root/usr/lib/postgresql/*/bin/pgbench')),
  ].find((candidate) => spawnSync(candidate, ['--version']).status === 0)
  if (program === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'parley-pgbench-'))
  try {
    const scripts = shops.map((shop, index) => {
      const file = join(folder, `${index}.sql`)
      writeFileSync(file, scriptOf(recorded, shop, customers))
      return file
    })
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds)]
    const { stdout, stderr } = spawnSync(
      program,
      [...options, ...scripts.flatMap((file) => ['-f', file]), databaseUrl],
      { encoding: 'utf8' },
    )
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
    const failed = /^number of failed transactions: (\d+)/m.exec(stdout)?.[1]
    if (!(perSecond > 0) || failed !== '0') throw new Error(`pgbench failed: ${stderr.slice(-2_000)}`)
    return perSecond
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function scriptOf(recorded: Recorded, shop: Shop, customers: number): string {
  const { statements, conversationId } = recorded
  const known = parametersOf(shop)
  // pgbench takes a colon before a letter or digit for a variable.
  const job = recorded.job.replaceAll(/":(?=\w)/g, '": ')
  const jobId = /"id":"([^"]+)"/.exec(job)?.[1] ?? ''
  const [beforeId = '', afterId = ''] = job.split(jobId)
  const [early = '', ...later] = `${beforeId}'||gen_random_uuid()||'${afterId}`.split(conversationId)
  const document = `('${[early, ...later].join(`'||:c_id||'`)}')`
  const settings = [...tenantSession(shop.tenantId).matchAll(/set local ([\w.]+) ?=? ?'?([^';]+)/g)].map(
    ([, name, value]) => `set_config('${name}', '${value}', true)`,
  )
  const lines = statements.map((text) => {
    const name = /^\/\* (\w+) \*\//.exec(text)?.[1]
    const values = name === undefined ? [document] : known[name]
    const count = new Set(text.match(/\$\d+/g)).size
    if (values?.length !== count) throw new Error(`The measurement does not know the parameters of ${text}`)
    const filled = text.replaceAll(/\$(\d+)/g, (_, place) => values[Number(place) - 1] ?? '').replaceAll(/\s+/g, ' ')
    return name === 'lockOpenConversation' ? `${filled} \\gset c_` : `${filled};`
  })
  return [
    '\\set n random(1, 9000000000000000)',
    `\\set customer random(1, ${customers})`,
    'begin;',
    `select ${settings.join(', ')};`,
    ...lines,
    'commit;',
    '',
  ].join('\n')
}
