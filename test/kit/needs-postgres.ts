/** `npm run test:pg` without a server would silently test the embedded database once more. */
if (!process.env['TEST_DATABASE_URL']) {
  console.error(`TEST_DATABASE_URL is not set, so there is no Postgres to test on. On Debian:

  bash test/kit/postgres.sh start      # a Postgres 17 with pgvector in a folder of its own; prints the URL
  TEST_DATABASE_URL=postgres://… npm run test:pg`)
  process.exit(1)
}
