import '#renderer/styles/base.css'
import '#renderer/styles/table.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createReadAhead } from '#renderer/app/api.ts'
import { App } from '#renderer/app/App.tsx'
import { createQueries, keepConnected, watchConnection } from '#renderer/app/connection.ts'
import { applyTheme } from '#renderer/app/preferences.ts'
import { createAppRouter } from '#renderer/app/router.tsx'
import { createTransport } from '#renderer/transport/transport.ts'
import { createClient } from '#shared/contract/client.ts'

applyTheme()
// The transport takes its token out of the address, so it comes before the router reads that.
const client = createClient(watchConnection(createTransport()), () => crypto.randomUUID())
const queries = createQueries()
keepConnected(client, queries)

const router = createAppRouter(createReadAhead(client, queries))

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App client={client} queries={queries} router={router} />
  </StrictMode>,
)
