import { chromium, type Browser, type Page } from 'playwright-core'

/** Debian's; CHROMIUM_PATH names another. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export interface TestBrowser {
  /** A page that reaches this machine and nothing else. */
  openPage(): Promise<WatchedPage>
  close(): Promise<void>
}

export interface WatchedPage {
  readonly page: Page
  /** Addresses outside this machine that the page asked for; each was refused. */
  readonly strangers: readonly string[]
  /** What the page complained about: uncaught errors, and everything written to the console as an error. */
  readonly complaints: readonly string[]
}

/** A real headless Chromium without a way out: as if the network were unplugged. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    async openPage() {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
      const strangers: string[] = []
      const complaints: string[] = []
      await page.context().route(
        (url) => !isLocal(url),
        (route) => {
          strangers.push(route.request().url())
          return route.abort('internetdisconnected')
        },
      )
      await page.context().routeWebSocket(
        (url) => !isLocal(url),
        (socket) => {
          strangers.push(socket.url())
          return socket.close()
        },
      )
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      return { page, strangers, complaints }
    },
    close: () => browser.close(),
  }
}

function isLocal(url: URL): boolean {
  return (
    ['data:', 'blob:', 'about:'].includes(url.protocol) || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  )
}
