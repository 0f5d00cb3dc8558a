import { createServer } from 'node:http'
import { grafserv } from 'postgraphile/grafserv/node'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { jsonPgSmartTags } from 'postgraphile/utils'
import { tenantOf } from './tokens.js'

/** The view has no keys of its own: what leads from an entry to its message or event is said by tags. */
const timeline = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      timeline_entries: {
        tags: {
          primaryKey: 'tenant_id,conversation_id,seq',
          foreignKey: [
            '(tenant_id,conversation_id) references conversations (tenant_id,id)|@foreignFieldName timeline',
            '(tenant_id,entry_id) references messages (tenant_id,id)|@fieldName message',
            '(tenant_id,entry_id) references conversation_events (tenant_id,id)|@fieldName event',
          ],
        },
      },
    },
  },
})

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [timeline],
  // It would not offer to sort by what only a partial index serves, as the review queue's is.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    async context({ node }) {
      const tenant = await tenantOf(node?.req.headers.authorization)
      if (tenant === null) throw new Error('Who are you?')
      return { pgSettings: { role: 'parley_app', 'app.tenant_id': tenant } }
    },
  },
}

const instance = postgraphile(preset)
const server = createServer()
const served = instance.createServ(grafserv)
await served.addTo(server)
await served.ready()
server.listen(Number(process.env.PORT), '127.0.0.1')
