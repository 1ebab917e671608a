import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterPageGone } from '#main/desktop/recovery.ts'
import { launchFile } from '#main/desktop/launchFile.ts'
import { menuTemplate } from '#main/desktop/menu.ts'
import { pageBackground } from '#main/desktop/pageBackground.ts'
import { openingBounds, parseWindowState, smallest } from '#main/desktop/windowBounds.ts'
import type { MenuCommand } from '#shared/desktop/bridge.ts'

const desk = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -2560, y: 0, width: 2560, height: 1400 }

describe('the window opens', () => {
  test('in the middle the first time', () => {
    expect(openingBounds(null, [desk])).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
  })

  test('where it was left', () => {
    const saved = { x: -2000, y: 100, width: 1600, height: 1000 }
    expect(openingBounds(saved, [desk, left])).toEqual(saved)
  })

  test('on the first screen when its own is unplugged', () => {
    expect(openingBounds({ x: -2000, y: 100, width: 1600, height: 1000 }, [desk])).toEqual(openingBounds(null, [desk]))
  })

  test('no larger than a small screen', () => {
    const laptop = { x: 0, y: 0, width: 1280, height: 680 }
    expect(openingBounds({ x: 0, y: 0, width: 2400, height: 1300 }, [laptop])).toEqual(laptop)
  })

  test('inside a screen, and never too small where there is room, whatever was saved', () => {
    const length = fc.integer({ min: -10_000, max: 10_000 })
    const area = fc.record({
      x: length,
      y: length,
      width: fc.integer({ min: 640, max: 8000 }),
      height: fc.integer({ min: 480, max: 8000 }),
    })
    const saved = fc.record({ x: length, y: length, width: length, height: length })
    fc.assert(
      fc.property(fc.option(saved), area, area, (state, first, second) => {
        const bounds = openingBounds(state, [first, second])
        const home = [first, second].find(
          (screen) =>
            bounds.x >= screen.x &&
            bounds.y >= screen.y &&
            bounds.x + bounds.width <= screen.x + screen.width &&
            bounds.y + bounds.height <= screen.y + screen.height,
        )
        expect(home).toBeDefined()
        expect(bounds.width).toBeGreaterThanOrEqual(Math.min(smallest.width, first.width, second.width))
        expect(bounds.height).toBeGreaterThanOrEqual(Math.min(smallest.height, first.height, second.height))
      }),
    )
  })

  test('as if for the first time when the saved place is damaged', () => {
    const state = { bounds: desk, maximized: true }
    expect(parseWindowState(JSON.stringify(state))).toEqual(state)
    for (const text of ['', 'null', '[]', '{"bounds":{}}', '{"maximized":true,"bounds":{"x":"1"}}', '{"bou']) {
      expect(parseWindowState(text)).toBeNull()
    }
  })
})

describe('a page that stopped', () => {
  test('is left alone when it was closed', () => {
    expect(afterPageGone('clean-exit', [], 0)).toBe('nothing')
  })

  test('is loaded again once, then the user decides', () => {
    expect(afterPageGone('crashed', [], 5000)).toBe('reload')
    expect(afterPageGone('crashed', [5000], 20_000)).toBe('ask')
    expect(afterPageGone('oom', [5000], 500_000)).toBe('reload')
  })

  test('is not loaded again when it could not start', () => {
    expect(afterPageGone('launch-failed', [], 0)).toBe('ask')
  })
})

describe('a data file named at launch', () => {
  test.each([
    [['coachdesk', '/data/IM 2026.coachdesk'], '/data/IM 2026.coachdesk'],
    [['coachdesk', '--flag', 'here.COACHDESK'], '/home/ana/here.COACHDESK'],
    [['coachdesk', 'a.coachdesk', 'b.coachdesk'], '/home/ana/b.coachdesk'],
  ])('in %j is %s', (args, file) => {
    expect(launchFile(args, '/home/ana')).toBe(file)
  })

  test.each([[['coachdesk']], [['x.coachdesk']], [['coachdesk', '--data=x.coachdesk']], [['coachdesk', 'x.xlsx']]])(
    'in %j is none',
    (args) => {
      expect(launchFile(args, '/home/ana')).toBeNull()
    },
  )
})

function menuItems(platform: NodeJS.Platform, development: boolean, sent: MenuCommand[] = []) {
  return menuTemplate({
    platform,
    development,
    send: (command) => sent.push(command),
    openGuide: () => {},
    openLicence: () => {},
    openLogs: () => {},
  }).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
}

function menuRoles(development: boolean) {
  return menuItems('linux', development).map((item) => item.role)
}

describe('the menu', () => {
  test('sends what concerns data to the page', () => {
    const sent: MenuCommand[] = []
    for (const item of menuItems('win32', false, sent)) {
      if (item.label && /New|Open…|Back|Undo|Redo|Keys/.test(item.label)) (item.click as () => void)()
    }
    expect(sent).toEqual(['newFile', 'openFile', 'backUp', 'undo', 'redo', 'showKeys'])
  })

  test('leaves the keys of commands to the page', () => {
    const commands = menuItems('win32', false).filter((item) => item.accelerator !== undefined)
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.every((item) => item.registerAccelerator === false)).toBe(true)
  })

  test('has developer tools in development only', () => {
    expect(menuRoles(true)).toContain('toggleDevTools')
    expect(menuRoles(false)).not.toContain('toggleDevTools')
    expect(menuRoles(false)).not.toContain('reload')
  })
})

test('the window has the background of the page in both themes, so that it does not flash', () => {
  const tokens = readFileSync('src/renderer/styles/tokens.css', 'utf8')
  const [, light, dark] = /--surface-2: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? []
  expect(pageBackground).toEqual({ light, dark })
})
