// Runs in the browser, behind GraphiQL: starts it with the server's tabs, and gives it a fetcher that sends the
// headers editor's `authorization` over both transports (GraphiQL's own one leaves it out on a WebSocket).
{
  const options = JSON.parse(document.getElementById('options').textContent)
  const endpoint = new URL('/graphql', location.href)

  /** Headers are not stored between visits (a token would outlive its time), so the page's own token stands in. */
  function withToken(headers) {
    const named = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'authorization')
    return named || options.token === null ? { ...headers } : { ...headers, authorization: `Bearer ${options.token}` }
  }

  async function send(request, headers) {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...withToken(headers),
      },
      body: JSON.stringify(request),
    })
    return response.json()
  }

  async function* subscribe(request, headers) {
    const url = new URL(endpoint)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(url, 'graphql-transport-ws')
    const arrived = []
    let wake = () => {}
    const put = (item) => {
      arrived.push(item)
      wake()
    }
    socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init', payload: withToken(headers) }))
    socket.onclose = ({ code, reason }) => put({ type: 'closed', payload: [{ message: `Closed ${code}: ${reason}` }] })
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data)
      if (message.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }))
      else if (message.type === 'connection_ack')
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: request }))
      else put(message)
    }
    try {
      for (;;) {
        while (arrived.length === 0) await new Promise((resolve) => (wake = resolve))
        const { type, payload } = arrived.shift()
        if (type === 'complete') return
        if (type === 'error' || type === 'closed') {
          yield { errors: payload }
          return
        }
        if (type === 'next') yield payload
      }
    } finally {
      socket.onclose = null
      socket.close(1000)
    }
  }

  function isSubscription({ documentAST }, operationName) {
    const operations = documentAST?.definitions.filter(({ kind }) => kind === 'OperationDefinition') ?? []
    const chosen = operations.find(({ name }) => name?.value === operationName) ?? operations[0]
    return chosen?.operation === 'subscription'
  }

  window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title: 'Parley',
    logo: ' ',
    // What a second visit finds at once; without it the page would add an empty tab to those it has stored.
    query: options.tabs[0].query,
    defaultTabs: options.tabs,
    headers: options.headers,
    defaultHeaders: options.headers,
    shouldPersistHeaders: false,
    fetcher: (request, details = {}) =>
      isSubscription(details, request.operationName)
        ? subscribe(request, details.headers)
        : send(request, details.headers),
  })
}
