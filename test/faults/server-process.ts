import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../kit/free-port.ts'

const root = join(import.meta.dirname, '../..')

/** The real program in a process of its own. */
export interface ServerProcess {
  readonly url: string
  /** What it has written so far, on both channels. */
  readonly output: { readonly stdout: string; readonly stderr: string }
  /** How it ended: exit code, null when it was killed. */
  readonly ended: Promise<number | null>
  kill(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** None outlives the tests, also when those are cut short. */
const children = new Set<ChildProcess>()
const endChildren = () => {
  for (const child of children) child.kill('SIGKILL')
}
process.once('exit', endChildren)
process.once('SIGTERM', () => {
  endChildren()
  process.exit(1)
})

/** Runs a command of the program; the environment is this one alone. Ends with the test at the latest. */
export function runProgram(args: readonly string[], env: Readonly<Record<string, string>>, url = ''): ServerProcess {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  children.add(child)
  void ended.then(() => children.delete(child))
  return { url, output, ended, kill: (signal) => void child.kill(signal) }
}

/**
 * Starts the server and waits until it is ready.
 * @param port default: any that is free
 * @throws with everything it wrote when it ends instead, or is not ready within 60 s
 */
export async function startServer(
  env: Readonly<Record<string, string>>,
  port: number | null = null,
): Promise<ServerProcess> {
  const listensOn = port ?? (await freePort())
  const server = runProgram(
    ['src/cli.ts', 'start'],
    { NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(listensOn), ...env },
    `http://127.0.0.1:${listensOn}`,
  )
  let hasEnded = false
  void server.ended.then(() => (hasEnded = true))
  const deadlineMs = performance.now() + 60_000
  while (performance.now() < deadlineMs && !hasEnded) {
    const ready = await fetch(`${server.url}/readyz`).catch(() => null)
    if (ready?.status === 200) return server
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  server.kill('SIGKILL')
  throw new Error(`The server did not start:\n${server.output.stdout}\n${server.output.stderr}`)
}
