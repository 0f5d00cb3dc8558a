import type * as gql from '../generated/schema.ts'
import { guard } from '../graphql/index.ts'
import { scanText } from './scan.ts'

export const resolvers = {
  Query: {
    piiScan: guard('privacy:scan', (args: gql.QueryPiiScanArgs, ctx) => scanText(ctx, args)),
  },
}
