import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a command printed, and how it ended. */
export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Settings as the environment would have them; nothing else of this process' environment is passed on. */
export type Environment = Readonly<Record<string, string>>

/** Runs a command of the command line to its end. */
export async function runCommand(args: readonly string[], env: Environment): Promise<Finished> {
  const child = start(['--import', './src/preflight.js', 'src/cli.ts', ...args], env)
  const output = collect(child)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, ...output }
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** What it printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string }
  /** Sends the signal, and resolves with the exit code (null: killed). */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const startTimeoutMs = 50_000

/** Starts a server and resolves when it says that it is ready. @throws with its output when it does not start */
export async function startServerProcess(env: Environment): Promise<ServerProcess> {
  const child = start(['--import', './src/preflight.js', 'src/cli.ts', 'start'], env)
  const output = collect(child)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The server ${why}:\n${output.stdout}\n${output.stderr}`))
    const timer = setTimeout(() => fail(`did not start within ${startTimeoutMs} ms`), startTimeoutMs)
    child.stdout?.on('data', () => {
      if (!output.stdout.includes('Parley is ready')) return
      clearTimeout(timer)
      resolve()
    })
    void ended.then((code) => fail(`ended with ${code}`))
  })
  return {
    url: /(http:\/\/\S+)\/graphql/.exec(output.stdout)?.[1] ?? '',
    pid: child.pid ?? 0,
    output,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

function start(args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'pipe' })
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  return output
}
