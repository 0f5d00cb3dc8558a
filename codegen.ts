import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * SDL in, TypeScript out. `enumsAsTypes`, `useTypeImports` and `importExtension` keep the output loadable by Node's
 * type stripping; objects are answered by compiled reads (src/graphql/read), so resolver types are only used for what SQL
 * cannot answer.
 */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/generated/schema.ts': {
      plugins: [
        { add: { content: '/* Made by `npm run generate` from schema/. Do not edit. */' } },
        'typescript',
        'typescript-resolvers',
      ],
    },
  },
  config: {
    enumsAsTypes: true,
    immutableTypes: true,
    useTypeImports: true,
    strictScalars: true,
    skipTypename: true,
    importExtension: '.ts',
    avoidOptionals: { field: true, inputValue: false },
    inputMaybeValue: 'T | null | undefined',
    scalars: {
      ID: 'string',
      DateTime: 'string',
      Decimal: 'string',
      Long: 'bigint',
      JSON: 'unknown',
      CurrencyCode: 'string',
      Cursor: 'string',
    },
  },
}

export default config
