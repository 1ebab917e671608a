import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe finds wrong with the page as it stands, one line each; empty when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Legacy mode runs in the page itself: the other one opens a second page, which Electron denies.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    // What React Aria had read out stays there for seconds, and names nodes that are gone by then.
    .exclude('[data-live-announcer]')
    .analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
}
