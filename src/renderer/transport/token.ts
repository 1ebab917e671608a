const storageKey = 'coachdesk.token'

/**
 * The token of the server's run, from the address it printed (`#token=...`) or, after a reload, from this tab's
 * storage. It is taken out of the address, so that a copied address or a screenshot does not give it away.
 * Empty where there is none: the first call is then refused with what to do.
 */
export function takeToken(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'state' | 'replaceState'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return storage.getItem(storageKey) ?? ''
  storage.setItem(storageKey, token)
  history.replaceState(history.state, '', location.pathname + location.search)
  return token
}
