import './page.css'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components'
import { ClientContext } from '#renderer/app/api.ts'
import type { createAppRouter } from '#renderer/app/router.tsx'
import type { Client } from '#shared/contract/client.ts'

interface Props {
  client: Client
  queries: QueryClient
  router: ReturnType<typeof createAppRouter>
}

/** What every part of the window relies on. */
export function App({ client, queries, router }: Props) {
  return (
    <I18nProvider locale="en-US">
      <ClientContext value={client}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ClientContext>
    </I18nProvider>
  )
}
