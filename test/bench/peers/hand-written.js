import { createServer } from 'node:http'
import { statements } from './statements.js'
import { readOperation } from './tenant-reads.js'
import { tenantOf } from './tokens.js'

/** The least that answers the same requests: it knows the four operations by name, and has the SQL for each. */
async function answer(request, body) {
  const tenant = await tenantOf(request.headers.authorization)
  if (tenant === null) return { status: 401, bytes: Buffer.from('{"errors":[{"message":"Who are you?"}]}') }
  const { operationName, variables } = JSON.parse(body)
  if (!Object.hasOwn(statements, operationName)) {
    return { status: 400, bytes: Buffer.from('{"errors":[{"message":"There is no such operation."}]}') }
  }
  const data = await readOperation(operationName, tenant, variables?.id)
  return { status: 200, bytes: Buffer.concat([before, data, after]) }
}

const before = Buffer.from('{"data":')
const after = Buffer.from('}')

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    answer(request, Buffer.concat(chunks).toString('utf8')).then(
      ({ status, bytes }) => {
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
        response.end(bytes)
      },
      (error) => {
        console.error(error)
        response.writeHead(500).end()
      },
    )
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')
