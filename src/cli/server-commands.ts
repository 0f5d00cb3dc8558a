import { z } from 'zod'
import { simulateMessage } from '../conversations/index.ts'
import type { ControlCommands } from '../http/control.ts'
import { ApiError } from '../platform/errors.ts'
import type { Services } from '../platform/context.ts'
import { addToLibrary, listLibrary, removeFromLibrary } from '../knowledge/index.ts'
import { seedDemoTenants } from '../seed/index.ts'
import { createTenant, findTenant, mintToken } from '../tenancy/index.ts'

const ownerTokenMs = 24 * 3_600_000

const tokenInput = z.object({ tenant: z.string(), role: z.string(), ttlSeconds: z.number().int().min(1) })
const tenantInput = z.object({
  slug: z.string(),
  name: z.string(),
  email: z.string().optional(),
  password: z.string().optional(),
})
const messageInput = z.object({ tenant: z.string(), from: z.string(), name: z.string(), text: z.string() })

const libraryInput = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('remove'), externalId: z.string() }),
  z.object({ do: z.literal('add'), externalId: z.string(), title: z.string(), content: z.string() }),
])

/** The commands that need the database; carried out by the server, or by the command line's own process without one. */
export function createServerCommands(services: Services): ControlCommands {
  async function token(tenant: string, role: string, ttlMs: number): Promise<string> {
    const minted = await mintToken(services, { tenant, role, ttlMs })
    if (minted.ok) return minted.token
    const [error] = minted.errors
    throw refused(error?.code === 'NOT_FOUND' ? noTenant(tenant) : (error?.message ?? ''))
  }

  return {
    async token(input) {
      const { tenant, role, ttlSeconds } = tokenInput.parse(input)
      return { token: await token(tenant, role, ttlSeconds * 1_000) }
    },

    async tenant(input) {
      const { slug, name, ...owner } = tenantInput.parse(input)
      const made = await createTenant(services, { slug, name, owner })
      if (!made.ok) throw refused(made.errors[0]?.message ?? 'The tenant cannot be made.')
      return { tenantId: made.tenantId, userId: made.userId, token: await token(slug, 'OWNER', ownerTokenMs) }
    },

    /** Signs what WhatsApp would post; the command line posts it by itself, through the front door like everybody. */
    async 'prepare-message'(input) {
      const { tenant: slug, from, name, text } = messageInput.parse(input)
      const tenant = await findTenant(services, slug)
      if (tenant === null) throw refused(noTenant(slug))
      const made = await simulateMessage(services, { tenantId: tenant.id, from, profileName: name, text })
      if (made === null)
        throw refused(`The tenant «${slug}» has no WhatsApp account: connect one by channelAccountConnect.`)
      const { accountId, providerMessageId, delivery } = made
      return {
        path: `/webhooks/whatsapp/${accountId}`,
        headers: delivery.headers,
        body: delivery.body,
        providerMessageId,
        token: await token(slug, 'OWNER', ownerTokenMs),
      }
    },

    async library(input) {
      const asked = libraryInput.parse(input)
      if (asked.do === 'list') return { docs: await listLibrary(services) }
      if (asked.do === 'remove') {
        if (await removeFromLibrary(services, asked.externalId)) return { change: 'REMOVED' }
        throw refused(`There is no document «${asked.externalId}» in the library.`)
      }
      const { externalId, title, content } = asked
      const added = await addToLibrary(services, { externalId, title, content })
      if (added.ok) return { change: added.change }
      throw refused(added.errors.map(({ path, message }) => `${path?.join('.') ?? ''}: ${message}`).join(' '))
    },

    seed: async () => ({ made: await seedDemoTenants(services) }),
  }
}

function refused(message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message)
}

function noTenant(slug: string): string {
  return `There is no tenant «${slug}». Make it with npm run tenant -- --slug ${slug}, or the demo tenants with npm run seed.`
}
