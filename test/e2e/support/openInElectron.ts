import { _electron } from 'playwright'
import type { Opening } from '#test/e2e/support/launch.ts'
import type { Opened } from '#test/e2e/support/openInChromium.ts'

/** Opens the built app in Electron. Its settings folder is also its profile, so that is fresh as well. */
export async function openInElectron({ program, dataFile, theme, viewport, env }: Opening): Promise<Opened> {
  const app = await _electron.launch({
    executablePath: program,
    args: ['.', ...(dataFile ? [dataFile] : [])],
    env: { ...(process.env as Record<string, string>), ...env },
    colorScheme: theme,
  })
  const page = await app.firstWindow()
  return {
    page,
    start: async () => {
      const window = await app.browserWindow(page)
      await window.evaluate((own, size) => own.setContentSize(size.width, size.height), viewport)
      await page.reload() // what it reported before anybody listened, it reports again
    },
    close: () => app.close(),
  }
}
