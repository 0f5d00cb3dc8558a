import { access, constants, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError, loadConfig, type Config } from '../config.ts'
import { settings } from '../settings.ts'
import type { Command } from './command.ts'
import { findServer, type RunningServer } from './control-file.ts'
import { portIsFree } from './port.ts'

/** One line of the report: `mend` null when all is well. */
export interface Finding {
  readonly what: string
  readonly state: string
  /** What to do about it; null: nothing. */
  readonly mend: string | null
}

export const doctor: Command = {
  name: 'doctor',
  about: 'Look at everything Parley needs, and say what is wrong and how to mend it',
  details: 'Changes nothing. Exit code 1 when there is a problem.',
  flags: {
    json: { about: 'Print JSON for programs', value: null },
    settings: { about: 'Print the table of all settings instead (Markdown)', value: null },
  },
  async run(values) {
    if (values['settings'] !== undefined) {
      process.stdout.write(settingsTable())
      return 0
    }
    const findings = await examine()
    process.stdout.write(values['json'] === undefined ? report(findings) : `${JSON.stringify(findings)}\n`)
    return findings.some(({ mend }) => mend !== null) ? 1 : 0
  },
}

async function examine(): Promise<Finding[]> {
  // Older versions do not get this far: preflight.js stops them.
  const findings: Finding[] = [{ what: 'Node', state: process.version, mend: null }]
  let config: Config
  try {
    config = loadConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [...findings, ...error.problems.map(({ name, problem, mend }) => ({ what: name, state: problem, mend }))]
  }
  findings.push({ what: 'Configuration', state: `${config.environment}, every setting can be read`, mend: null })
  findings.push(await examineDataDirectory(config.dataDirectory))
  const server = await findServer(config.dataDirectory)
  findings.push(await examineServer(config, server))
  findings.push(await examineSecret(config))
  const { examineDatabase } = await import('./examine-database.ts')
  findings.push(...(await examineDatabase(config, server)))
  findings.push(await examineModel(config))
  return findings
}

async function examineDataDirectory(directory: string): Promise<Finding> {
  const what = 'Data directory'
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await access(directory, constants.W_OK)
    return { what, state: directory, mend: null }
  } catch {
    return {
      what,
      state: `${directory} cannot be written to`,
      mend: 'Give this user the right, or name another folder in PARLEY_DATA_DIR.',
    }
  }
}

async function examineServer(config: Config, server: RunningServer | null): Promise<Finding> {
  const what = 'Server'
  if (server !== null) {
    const ready = await fetch(new URL('/readyz', server.url), { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    const state = `process ${server.pid} listens at ${server.url}`
    if (ready?.ok === true) return { what, state: `${state} and is ready`, mend: null }
    return { what, state: `${state} but is not ready`, mend: `Look at ${server.url}/readyz and at its log.` }
  }
  const { host, port } = config.http
  if (await portIsFree(host, port)) return { what, state: `not running; port ${port} is free`, mend: null }
  return {
    what,
    state: `port ${port} is taken by another program`,
    mend: `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  }
}

async function examineSecret(config: Config): Promise<Finding> {
  const what = 'Secret'
  if (config.secret !== null) return { what, state: 'set by PARLEY_SECRET', mend: null }
  const path = join(config.dataDirectory, 'secret')
  const found = await stat(path).catch(() => null)
  if (found === null) return { what, state: 'will be generated at the first start', mend: null }
  if ((found.mode & 0o077) === 0) return { what, state: path, mend: null }
  return { what, state: `${path} can be read by other users`, mend: `chmod 600 ${path}` }
}

async function examineModel({ ai }: Config): Promise<Finding> {
  const what = 'Model'
  if (ai.apiKey === null && ai.baseUrl === null)
    return { what, state: 'built-in (no OPENAI_API_KEY, no OPENAI_BASE_URL)', mend: null }
  const base = ai.baseUrl ?? 'https://api.openai.com/v1'
  try {
    const response = await fetch(`${base}/models`, {
      headers: ai.apiKey === null ? {} : { authorization: `Bearer ${ai.apiKey}` },
      signal: AbortSignal.timeout(5_000),
    })
    if (response.ok) return { what, state: `${ai.model.model} at ${base}`, mend: null }
    const mend =
      response.status === 401 || response.status === 403
        ? 'The key is not accepted: check OPENAI_API_KEY.'
        : 'Check OPENAI_BASE_URL: it ends with the version, e.g. /v1.'
    return { what, state: `${base} answers ${response.status}`, mend }
  } catch {
    return {
      what,
      state: `${base} cannot be reached`,
      mend: 'Check OPENAI_BASE_URL and the network. Until then every order is read by the built-in model and reviewed.',
    }
  }
}

function settingsTable(): string {
  const rows = settings.map(({ name, about, byDefault }) => `| \`${name}\` | ${about} | ${byDefault ?? ''} |`)
  return ['| variable | what it is for | default |', '| --- | --- | --- |', ...rows, ''].join('\n')
}

function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  const lines = findings.map(({ what, state, mend }) => {
    const line = `${mend === null ? 'ok     ' : 'PROBLEM'}  ${what.padEnd(width)}  ${state}`
    return mend === null ? line : `${line}\n${' '.repeat(width + 11)}→ ${mend}`
  })
  const problems = findings.filter(({ mend }) => mend !== null).length
  const verdict = problems === 0 ? 'Everything is well.' : `${problems} ${problems === 1 ? 'problem' : 'problems'}.`
  return `${lines.join('\n')}\n\n${verdict}\n`
}
