import { importProducts } from '../catalog/index.ts'
import { connectChannelAccount, receiveWhatsApp, simulateMessage } from '../conversations/index.ts'
import { importKnowledgeDocs } from '../knowledge/index.ts'
import { newSecret } from '../platform/auth/secrets.ts'
import type { Ctx, Services } from '../platform/context.ts'
import { ensureTenant } from '../tenancy/index.ts'
import { demoTenants, type DemoProduct, type DemoTenant } from './demo-tenants.ts'

/**
 * Makes the demo tenants that are not there yet, by the same verbs that everybody uses; their first messages come in as
 * signed deliveries, so that whoever opens the inbox sees conversations and orders. Safe to repeat.
 * @returns the slugs of those it made
 */
export async function seedDemoTenants(services: Services): Promise<string[]> {
  const made: string[] = []
  for (const demo of demoTenants) {
    const { slug, name, currency, locale, timeZone } = demo
    const tenant = await ensureTenant(services, { slug, name, currency, locale, timeZone, debounceMs: 1_500 })
    if (!tenant.ok) throw new Error(`The demo tenant ${slug} cannot be made: ${tenant.errors[0]?.message}`)
    if (!tenant.created) continue
    await furnish(services, tenant.tenantId, demo)
    made.push(slug)
  }
  return made
}

async function furnish(services: Services, tenantId: string, demo: DemoTenant): Promise<void> {
  const ctx: Ctx = { ...services, tenantId, requestId: 'seed', actor: { kind: 'SYSTEM', id: 'seed' } }
  demand(await importProducts(ctx, { products: demo.products.map((product) => toInput(product, demo.currency)) }, null))
  const knowledge = await importKnowledgeDocs(ctx, demo.knowledge)
  demand({ ok: knowledge.errors.length === 0, errors: knowledge.errors })
  demand(
    await connectChannelAccount(ctx, {
      type: 'WHATSAPP',
      name: demo.whatsapp.name,
      routingKey: demo.whatsapp.phoneNumberId,
      address: demo.whatsapp.displayPhoneNumber,
      // Made here and sealed: nobody outside this database knows them, and the stand-in takes any.
      appSecret: newSecret(),
      verifyToken: newSecret(),
      accessToken: newSecret(),
    }),
  )
  for (const { from, profileName, text } of demo.messages) {
    const message = await simulateMessage(services, { tenantId, from, profileName, text })
    if (message === null) throw new Error(`The demo tenant ${demo.slug} has no WhatsApp account.`)
    const { status } = await receiveWhatsApp(services, {
      accountId: message.accountId,
      rawBody: Buffer.from(message.delivery.body),
      signature: message.delivery.headers['x-hub-signature-256'],
      requestId: ctx.requestId,
    })
    if (status !== 200) throw new Error(`A demo message was answered with ${status}.`)
  }
}

function toInput(product: DemoProduct, currency: string) {
  const { priceMinor, variants, ...rest } = product
  const price = (amountMinor: number) => ({ amountMinor: BigInt(amountMinor), currency })
  return {
    ...rest,
    price: price(priceMinor),
    variants: variants?.map(({ priceMinor: own, ...variant }) =>
      own === undefined ? variant : { ...variant, price: price(own) },
    ),
  }
}

function demand(result: { readonly ok: boolean; readonly errors?: readonly { readonly message: string }[] }): void {
  if (!result.ok) throw new Error(`The demo data is refused: ${result.errors?.[0]?.message ?? 'no reason given'}`)
}
