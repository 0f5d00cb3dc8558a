import { expect } from 'vitest'
import { readConversationJob } from '../../src/conversations/index.ts'
import { proposeChange } from '../../src/orders/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { idKind, newId, newUuid } from '../../src/platform/ids.ts'
import { queueSchema } from '../../src/platform/jobs/queue-schema.ts'
import type { TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'
import type { Named } from './places.ts'

export const ownerPassword = 'correct horse battery staple'

/** A tenant with something of everything, and what it would be found by. */
export interface Furnished {
  readonly world: World
  /** In every text that this tenant was given. */
  readonly mark: string
  /** What people call its things by: SKUs, codes, numbers, addresses. */
  readonly naturalKeys: readonly string[]
  /** One id of each kind that really exists, none of them the caller's own membership, session or key. */
  readonly ids: ReadonlyMap<Named, string>
  /** Every id in every row of the tenant. */
  readonly allIds: ReadonlySet<string>
}

/** Makes one of everything through the API and the webhook; the mark keeps two tenants' texts apart. */
export async function furnish(app: TestApp, mark: string): Promise<Furnished> {
  const email = `owner@${mark}.example`
  const world = await app.makeWorld({ debounceMs: 0, owner: { email, name: `Ana ${mark}`, password: ownerPassword } })
  const phone = `+57300${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`
  const keys = {
    sku: `SKU-${mark}`,
    product: `Leche ${mark}`,
    category: `Dairy ${mark} / Fresh ${mark}`,
    externalId: `faq-${mark}`,
    code: `C-${mark}`,
    identity: `subject-${mark}`,
    idempotencyKey: `idem-${mark}`,
  }
  await must(world, 'mutation { tenantUpdate(input: { autoConfirm: false }) { errors { code } } }')
  await settings(world, keys, mark)
  await app.stranger.mutate(
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
    { email, password: ownerPassword },
  )
  await messages(world, mark, phone)
  await settled(app.database.db, world.tenantId)
  await decisions(world, keys, mark)
  const { piiFindings } = await world.owner.query<{ piiFindings: { nodes: { id: string }[] } }>(
    '{ piiFindings { nodes { id } } }',
  )
  for (const { id } of piiFindings.nodes) {
    await must(
      world,
      'mutation ($id: ID!) { piiFindingReview(id: $id, decision: CONFIRM, expectedVersion: 1) { errors { code } } }',
      { id },
    )
  }
  const [customerId, conversationId] = await firstOf(world)
  await must(
    world,
    `mutation ($fact: CustomerFactInput!, $id: ID!) {
       customerFactAdd(input: $fact) { errors { code } }
       conversationSummarise(id: $id) { errors { code } }
     }`,
    { fact: { customerId, text: `closed on Mondays ${mark}` }, id: conversationId },
  )
  await proposal(world, mark)
  await agent(app, world, mark)
  await prompt(world, mark)
  await settled(app.database.db, world.tenantId)
  await giveUpJob(app, world)
  // The built-in model never fails, so an answer that failed is written behind its back.
  await app.database.db.asOwner((owner) =>
    owner.query(
      `update ai_responses set outcome = 'TIMEOUT'
       where id = (select min(id) from ai_responses where tenant_id = $1) and tenant_id = $1`,
      [world.tenantId],
    ),
  )
  // One review of the past for the curve of confidence.
  await app.database.db.asOwner((owner) =>
    owner.query(
      `update orders set clear_confidence = 0.9, confirmed_at = created_at, confirmed_by_kind = created_by_kind,
         confirmed_by_id = created_by_id where tenant_id = $1 and external_id is not null`,
      [world.tenantId],
    ),
  )
  // Nobody fetches pages here: where the document comes from is written behind its back too.
  await app.database.db.asOwner((owner) =>
    owner.query(
      `insert into knowledge_sources (tenant_id, doc_id, kind, turn, is_waiting, url)
       select tenant_id, id, 'URL', 1, false, 'https://docs.example/' || $2 from knowledge_docs where tenant_id = $1`,
      [world.tenantId, mark],
    ),
  )
  // What was cited, and what was not answered, depends on the built-in model: both are written behind its back.
  await app.database.db.asOwner(async (owner) => {
    await owner.query(
      `insert into ai_citations (tenant_id, ai_response_id, position, doc_id, chunk_id, title, heading_path, excerpt)
       select r.tenant_id, r.id, 0, c.doc_id, c.id, $2, array[$2], $2 from ai_responses r
       join knowledge_chunks c on c.tenant_id = r.tenant_id where r.tenant_id = $1 limit 1`,
      [world.tenantId, mark],
    )
    await owner.query(
      `insert into knowledge_embeddings (tenant_id, model, state, started_at) values ($1, $2, 'BUILDING', now())`,
      [world.tenantId, mark],
    )
    const gapId = newId('knowledgeGap')
    await owner.query(
      `insert into knowledge_gaps (tenant_id, id, question, embedding, status, question_count, last_asked_at, created_at, updated_at)
       select tenant_id, $2, $3, embedding, 'OPEN', 1, now(), now(), now() from knowledge_chunks where tenant_id = $1 limit 1`,
      [world.tenantId, gapId, mark],
    )
    await owner.query(
      `insert into knowledge_gap_questions (tenant_id, id, gap_id, conversation_id, text, asked_at)
       select tenant_id, $2, $3, id, $4, now() from conversations where tenant_id = $1 limit 1`,
      [world.tenantId, newId('knowledgeGapQuestion'), gapId, mark],
    )
    // Of every kind of author there is, whoever they may come from some day.
    for (const kind of ['CUSTOMER', 'ASSISTANT']) {
      await owner.query(
        `insert into customer_facts (tenant_id, id, customer_id, text, state, created_by_kind, created_by_id, message_id, created_at, updated_at)
         select tenant_id, $2, customer_id, $3, 'PROPOSED', $4, customer_id, $5, now(), now() from conversations where tenant_id = $1 limit 1`,
        [world.tenantId, newId('customerFact'), `from ${kind} ${mark}`, kind, null],
      )
    }
  })
  await settled(app.database.db, world.tenantId)
  const allIds = await idsOf(app.database.db, world.tenantId)
  return {
    world,
    mark,
    naturalKeys: [...Object.values(keys), email, phone, world.slug, world.account.phoneNumberId],
    ids: await pick(app, world, allIds),
    allIds,
  }
}

type Keys = Readonly<
  Record<'sku' | 'product' | 'category' | 'externalId' | 'code' | 'identity' | 'idempotencyKey', string>
>

/** A mutation of which every expected refusal is a failure of the test. */
async function must(world: World, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const answer = await world.owner.mutate<Record<string, { errors: unknown }>>(document, variables)
  for (const payload of Object.values(answer)) expect(payload.errors, document).toEqual([])
}

/** A customer with their conversation. */
async function firstOf(world: World): Promise<[string | undefined, string | undefined]> {
  const { conversations } = await world.owner.query<{
    conversations: { nodes: { id: string; customer: { id: string } }[] }
  }>('{ conversations(first: 1) { nodes { id customer { id } } } }')
  return [conversations.nodes[0]?.customer.id, conversations.nodes[0]?.id]
}

async function settings(world: World, keys: Keys, mark: string): Promise<void> {
  const product = {
    sku: keys.sku,
    name: keys.product,
    description: `Fresh ${mark}`,
    category: keys.category,
    aliases: [`leche ${mark}`],
    keywords: [mark],
    price: { amountMinor: 420 },
    variants: [{ axis: 'size', value: `2 l ${mark}`, sku: `V-${mark}` }],
    options: [{ name: `extras ${mark}`, values: [{ value: `ice ${mark}` }] }],
  }
  await must(
    world,
    'mutation ($input: ProductImportInput!, $key: String) { productImport(input: $input, idempotencyKey: $key) { errors { code message path } } }',
    {
      input: {
        products: [
          product,
          { sku: `OTHER-${mark}`, name: `Queso fresco ${mark}` },
          { sku: `THIRD-${mark}`, name: `Queso curado ${mark}`, unit: 'kg', packs: [{ unit: 'caja', quantity: '5' }] },
        ],
      },
      key: keys.idempotencyKey,
    },
  )
  await must(
    world,
    'mutation ($input: KnowledgeDocImportInput!) { knowledgeDocImport(input: $input) { errors { code message path } } }',
    {
      input: {
        docs: [{ externalId: keys.externalId, title: `Hours ${mark}`, content: `# Hours ${mark}\n\nWe open at nine.` }],
      },
    },
  )
  await must(
    world,
    'mutation ($name: String!) { apiKeyCreate(input: { name: $name, scopes: ["orders:read"] }) { errors { code } } }',
    { name: `till ${mark}` },
  )
  await must(
    world,
    'mutation ($text: String!) { trustedDocumentsRegister(input: { documents: [{ text: $text }] }) { errors { code } } }',
    { text: `{ viewer { can(permission: "${mark}") } }` },
  )
  await must(
    world,
    'mutation ($input: PiiRuleInput!) { piiRuleCreate(input: $input) { errors { code message path } } }',
    { input: { name: `Socios ${mark}`, label: 'SOCIO', terms: [`socio ${mark}`], contextWords: ['card'] } },
  )
  const { memberAdd } = await world.owner.mutate<{ memberAdd: { member: { id: string } } }>(
    'mutation ($input: MemberAddInput!) { memberAdd(input: $input) { member { id } errors { code } } }',
    { input: { email: `spare@${mark}.example`, name: `Spare ${mark}`, role: 'SUPPORT' } },
  )
  await must(
    world,
    'mutation ($id: ID!, $input: MemberIdentityInput!) { memberIdentityLink(id: $id, input: $input) { errors { code message } } }',
    { id: memberAdd.member.id, input: { issuer: 'https://identity.example', subject: keys.identity } },
  )
}

/** A message of each kind, an order that goes to review, and deliveries that cannot be stored. */
async function messages(world: World, mark: string, from: string): Promise<void> {
  const said = await world.say(`2 leche ${mark}, 3 queso y 2 cajas de queso curado ${mark}`, {
    from,
    name: `Luz ${mark}`,
  })
  const target = said.providerMessageId
  const others = [
    { type: 'text', text: { body: `hola ${mark}` }, referral: { headline: mark }, context: { id: target } },
    { type: 'image', image: { id: `media-${mark}`, mime_type: 'image/jpeg', caption: mark } },
    { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: mark, title: mark } } },
    { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: mark, response_json: '{}' } } },
    { type: 'order', order: { text: mark, product_items: [{ product_retailer_id: `SKU-${mark}`, quantity: 2 }] } },
    { type: 'location', location: { latitude: 1, longitude: 2, name: mark } },
    { type: 'contacts', contacts: [{ name: { formatted_name: mark }, phones: [{ phone: from }] }] },
    { type: 'reaction', reaction: { message_id: target, emoji: '👍' } },
    { type: 'edit', edit: { original_message_id: target, message: { type: 'text', text: { body: mark } } } },
    { type: 'revoke', revoke: { original_message_id: target } },
    { type: 'system', system: { type: 'user_changed_number', body: mark } },
    { type: 'unsupported', unsupported: { type: mark } },
    { type: 'text', text: { body: `write to luz@${mark}.example` } },
    { type: 'text', text: { body: `my card is socio ${mark}` } },
    // Without an id: kept aside.
    { type: 'text', id: '', text: { body: mark } },
  ]
  for (const message of others) await world.say(message, { from, name: `Luz ${mark}` })
}

interface Found {
  readonly conversations: { readonly nodes: readonly { readonly id: string; readonly customer: { id: string } }[] }
  readonly products: { readonly nodes: readonly { readonly id: string; readonly variants: { id: string }[] }[] }
  readonly aiResponses: { readonly nodes: readonly { readonly id: string }[] }
  readonly reviewQueue: { readonly nodes: readonly { readonly id: string; readonly lines: { id: string }[] }[] }
  readonly members: { readonly nodes: readonly { readonly user: { id: string } }[] }
}

async function decisions(world: World, keys: Keys, mark: string): Promise<void> {
  const found = await world.owner.query<Found>(`{ conversations { nodes { id customer { id } } }
    products { nodes { id variants { id } } } members(filter: { roles: [SUPPORT] }) { nodes { user { id } } }
    aiResponses(first: 1) { nodes { id } } reviewQueue(first: 1) { nodes { id lines { id } } } }`)
  const [conversation] = found.conversations.nodes
  const [product] = found.products.nodes
  const [id, customerId] = [conversation?.id, conversation?.customer.id]
  await must(
    world,
    'mutation ($id: ID!, $input: CustomerUpdateInput!) { customerUpdate(id: $id, input: $input) { errors { code message } } }',
    { id: customerId, input: { code: keys.code, note: mark } },
  )
  await must(
    world,
    'mutation ($id: ID!, $user: ID!) { conversationAssign(id: $id, assigneeId: $user) { errors { code message } } }',
    { id, user: found.members.nodes[0]?.user.id },
  )
  await must(
    world,
    'mutation ($input: LearnedAliasCreateInput!) { learnedAliasCreate(input: $input) { errors { code message } } }',
    {
      input: {
        phrase: `blanca ${mark}`,
        productId: product?.id,
        variantIds: product?.variants.map((variant) => variant.id),
        customerId,
      },
    },
  )
  await must(
    world,
    'mutation ($id: ID!, $input: AiRatingInput!) { aiResponseRate(id: $id, input: $input) { errors { code message } } }',
    { id: found.aiResponses.nodes[0]?.id, input: { rating: 'GOOD', reason: mark } },
  )
  // What a person makes of a read order is kept as an example.
  const [read] = found.reviewQueue.nodes
  await must(
    world,
    'mutation ($id: ID!, $lines: [OrderLineInput!]!) { orderLinesEdit(id: $id, lines: $lines) { errors { code message } } }',
    { id: read?.id, lines: read?.lines.map(({ id: lineId }, n) => (n === 0 ? { lineId, quantity: '4' } : { lineId })) },
  )
  await must(world, 'mutation ($id: ID!) { conversationPend(id: $id) { errors { code message } } }', { id })
  await must(world, 'mutation ($id: ID!) { conversationReopen(id: $id) { errors { code message } } }', { id })
  await must(
    world,
    'mutation ($id: ID!, $input: MessageSendInput!) { messageSend(conversationId: $id, input: $input) { errors { code message } } }',
    { id, input: { text: `gracias ${mark}` } },
  )
  await must(
    world,
    'mutation ($input: OrderCreateInput!) { orderCreate(input: $input) { errors { code message path } } }',
    {
      input: {
        customerId,
        conversationId: id,
        note: mark,
        externalId: `ext-${mark}`,
        lines: [
          {
            productId: product?.id,
            variantIds: product?.variants.map((variant) => variant.id),
            options: [{ group: `extras ${mark}`, value: `ice ${mark}` }],
          },
        ],
      },
    },
  )
}

interface Drafted {
  readonly id: string
  readonly conversation: { readonly messages: { readonly nodes: readonly { readonly id: string }[] } }
  readonly lines: readonly { readonly product: { id: string }; readonly variants: { variant: { id: string } }[] }[]
}

/** A confirmed order that the customer wants more of. */
async function proposal({ ctx, tenantId, owner }: World, mark: string): Promise<void> {
  const { orders } = await owner.query<{ orders: { nodes: Drafted[] } }>(
    `{ orders(filter: { status: [DRAFT] }) { nodes { id conversation { messages(first: 1) { nodes { id } } }
      lines { product { id } variants { variant { id } } } } } }`,
  )
  const [drafted] = orders.nodes
  const [messageId, line] = [drafted?.conversation.messages.nodes[0]?.id, drafted?.lines[0]]
  if (drafted === undefined || messageId === undefined || line === undefined) throw new Error('Nothing was drafted.')
  const { orderConfirm } = await owner.mutate<{ orderConfirm: { order: { version: number } } }>(
    'mutation ($id: ID!) { orderConfirm(id: $id) { order { version } errors { code } } }',
    { id: drafted.id },
  )
  const words = [{ messageId, start: 0, end: mark.length, text: mark }]
  const wanted = {
    productId: line.product.id,
    variantIds: line.variants.map(({ variant }) => variant.id),
    quantity: '3',
    unit: null,
    options: [{ group: `extras ${mark}`, value: mark, negated: false, qualifier: null }],
    confidence: 0.9,
    spans: words,
    candidates: [],
  }
  const proposed = await ctx.db.withTenant(tenantId, (tx) =>
    proposeChange(ctx, tx, {
      orderId: drafted.id,
      expectedVersion: orderConfirm.order.version,
      kind: 'CHANGE',
      lines: [wanted],
      reasons: [],
      words,
      sourceMessageIds: [],
    }),
  )
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.errors))
}

/** An agent beside the built-in reader, and what it read of an order. */
async function agent(app: TestApp, world: World, mark: string): Promise<void> {
  const { agentCreate } = await world.owner.mutate<{ agentCreate: { agent: { id: string }; errors: unknown } }>(
    'mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id } errors { code message path } } }',
    {
      input: {
        task: 'READ_ORDER',
        name: `Second reader ${mark}`,
        mode: 'SHADOW',
        hours: [{ days: [1], from: '09:00', to: '17:00' }],
      },
    },
  )
  expect(agentCreate.errors).toEqual([])
  await app.database.db.asOwner((owner) =>
    owner.query(
      `insert into shadow_readings (tenant_id, id, agent_id, order_id, message_count, read, confidence, error, cost_micro_usd, latency_ms, created_at)
       select tenant_id, $2, $3, id, 1, jsonb_build_array($4::text), 0.5, $4, 0, 1, now() from orders where tenant_id = $1 order by id limit 1`,
      [world.tenantId, newId('shadowReading'), agentCreate.agent.id, mark],
    ),
  )
}

/** A prompt of the tenant's in use, evaluated on what people made of its orders. */
async function prompt(world: World, mark: string): Promise<void> {
  const { promptVersionCreate } = await world.owner.mutate<{
    promptVersionCreate: { version: { id: string; prompt: { id: string } } }
  }>(
    `mutation ($input: PromptVersionCreateInput!) { promptVersionCreate(input: $input) { version { id prompt { id } } errors { code message } } }`,
    {
      input: {
        task: 'READ_ORDER',
        level: 'USER',
        template: `Read ${mark} {{ day }}`,
        note: mark,
        variables: [{ name: 'day', type: 'TEXT', value: mark }],
      },
    },
  )
  const { version } = promptVersionCreate
  await must(
    world,
    'mutation ($id: ID!) { promptRelease(id: $id, input: { versions: [{ number: 1 }] }) { errors { code message } } }',
    { id: version.prompt.id },
  )
  await must(
    world,
    'mutation ($id: ID!) { evaluationRun(input: { promptVersionId: $id }) { errors { code message } } }',
    { id: version.id },
  )
}

/** A job whose payload lacks what its handler needs is given up at once. */
async function giveUpJob(app: TestApp, { ctx, tenantId }: World): Promise<void> {
  const dead = app.nextJob((job) => job.data.tenantId === tenantId && job.outcome === 'dead')
  // Not what the job's schema asks for, on purpose.
  const data = { tenantId, conversationId: 'cnv_x' } as Parameters<typeof readConversationJob.schema.parse>[0] as never
  await ctx.db.withTenant(tenantId, (tx) => ctx.jobs.enqueue(tx, readConversationJob, data, { orderKey: 'cnv_x' }))
  await dead
}

/** Resolves when nothing of the tenant is due or under way any more. @throws after 20 s, with what is */
export async function settled(db: Database, tenantId: string): Promise<void> {
  const deadlineMs = Date.now() + 20_000
  for (;;) {
    const due = await db.asOwner((owner) =>
      owner.query(
        `select name, state, output from ${queueSchema}.job
         where group_id = $1 and state < 'completed' and name <> 'dead-letters'
           and start_after <= now() + interval '1 second'`,
        [tenantId],
      ),
    )
    if (due.length === 0) return
    if (Date.now() > deadlineMs) throw new Error(`These jobs do not end: ${JSON.stringify(due)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function idsOf(db: Database, tenantId: string): Promise<Set<string>> {
  return db.asOwner(async (owner) => {
    const tables = await owner.query<{ name: string; key: string }>(
      `select c.relname as name, case c.relname when 'tenants' then 'id' else 'tenant_id' end as key from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and (c.relname = 'tenants' or exists (
           select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))`,
    )
    const ids = new Set<string>()
    for (const { name, key } of tables) {
      const rows = await owner.query<{ text: string }>(`select t::text as text from ${name} t where ${key} = $1`, [
        tenantId,
      ])
      for (const { text } of rows) for (const id of text.match(/\b[a-z]{3}_[0-9a-z]{26}\b/g) ?? []) ids.add(id)
    }
    return ids
  })
}

async function pick(app: TestApp, world: World, allIds: ReadonlySet<string>): Promise<ReadonlyMap<Named, string>> {
  const found = new Map<Named, string>()
  for (const id of [...allIds].toSorted()) {
    const kind = idKind(id)
    if (kind !== null) found.set(kind, id)
  }
  const spare = await app.database.db.asOwner((owner) =>
    owner.query<{ id: string; user_id: string }>(
      `select id, user_id from memberships where tenant_id = $1 and role = 'SUPPORT'`,
      [world.tenantId],
    ),
  )
  const [line] = await app.database.db.asOwner((owner) =>
    owner.query<{ id: string; order_id: string }>(
      `select l.id, l.order_id from order_lines l join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
       where l.tenant_id = $1 and o.status in ('DRAFT', 'REVIEW') order by o.id desc`,
      [world.tenantId],
    ),
  )
  const [variant] = await app.database.db.asOwner((owner) =>
    owner.query<{ id: string; product_id: string }>(
      'select id, product_id from product_variants where tenant_id = $1 order by id',
      [world.tenantId],
    ),
  )
  const [failed] = await world.ctx.jobs.listDeadJobs(world.tenantId)
  return (
    found
      .set('tenant', world.tenantId)
      .set('membership', spare[0]?.id ?? '')
      .set('user', spare[0]?.user_id ?? '')
      // The product of the variant, so that they go together.
      .set('product', variant?.product_id ?? '')
      .set('productVariant', variant?.id ?? '')
      .set('order', line?.order_id ?? '')
      .set('orderLine', line?.id ?? '')
      .set('failedJob', failed?.id ?? '')
  )
}

/** An id of the kind that never existed. */
export function neverExisted(kind: Named): string {
  return kind === 'failedJob' ? newUuid() : newId(kind)
}
