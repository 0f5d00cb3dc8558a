import { mergeConfig } from 'vitest/config'
import shared from '../vitest.config.ts'

/** Apart from the other tests, because they need a Chromium on the machine. */
const config = mergeConfig(shared, { test: { testTimeout: 60_000 } })
config.test = { ...config.test, include: ['test/browser/**/*.test.ts'], exclude: [] }
export default config
