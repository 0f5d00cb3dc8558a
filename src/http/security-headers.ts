import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/**
 * The headers that tell browsers what they may do with an answer, as helmet sets them: the same for every request, so it
 * is asked once.
 * @param isProduction browsers then insist on https
 */
export function securityHeaders(isProduction: boolean): Readonly<Record<string, string>> {
  const set = helmet({
    // The playground sets its own. Upgrading to https is the operator's proxy's business: here it would break http://LAN.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: isProduction,
    crossOriginResourcePolicy: { policy: 'same-site' },
  })
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  set(request, response, (error) => {
    if (error !== undefined) throw error
  })
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
