import type { DispatcherOptions } from '#main/dispatcher/dispatcher.ts'
import { contract } from '#shared/contract.ts'

export type FakeHandlers = DispatcherOptions['handlers']

/** Handlers for what only timing or trouble can show; a procedure that is not given is a bug if called. */
export function fakeHandlers(given: Partial<FakeHandlers>): FakeHandlers {
  const missing = Object.keys(contract).map((name) => [
    name,
    () => Promise.reject(new Error(`the test has no handler for ${name}`)),
  ])
  return { ...(Object.fromEntries(missing) as FakeHandlers), ...given }
}
