import type { Rectangle } from 'electron'

export const smallest = { width: 1024, height: 700 }
const usual = { width: 1440, height: 900 }

/** Where a window was left, and whether it filled the screen. */
export interface WindowState {
  readonly bounds: Rectangle
  readonly maximized: boolean
}

/**
 * Where to open the window, in device-independent pixels: where it was left, if its title bar can still be reached on
 * one of the screens; otherwise in the middle of the first one. Never larger than its screen's work area, so that the
 * window of a big monitor still fits the laptop.
 */
export function openingBounds(saved: Rectangle | null, workAreas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const home = saved && workAreas.find((area) => titleBarIsOn(saved, area))
  if (saved && home) {
    const width = Math.min(Math.max(saved.width, smallest.width), home.width)
    const height = Math.min(Math.max(saved.height, smallest.height), home.height)
    return {
      x: between(saved.x, home.x, home.x + home.width - width),
      y: between(saved.y, home.y, home.y + home.height - height),
      width,
      height,
    }
  }
  const area = workAreas[0]
  const width = Math.min(usual.width, area.width)
  const height = Math.min(usual.height, area.height)
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  }
}

/** Reads what `JSON.stringify` wrote of a state; null if the text is damaged or says something else. */
export function parseWindowState(text: string): WindowState | null {
  try {
    const { bounds, maximized } = JSON.parse(text) as Partial<WindowState>
    if (typeof maximized !== 'boolean' || !bounds) return null
    const { x, y, width, height } = bounds
    return [x, y, width, height].every(Number.isSafeInteger) ? { bounds: { x, y, width, height }, maximized } : null
  } catch {
    return null
  }
}

const grip = 40

function titleBarIsOn(window: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return shown >= grip && window.y >= area.y && window.y + grip <= area.y + area.height
}

function between(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
