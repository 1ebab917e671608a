import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Theme = 'light' | 'dark'
type Rgb = [number, number, number]

const css = readFileSync(new URL('../../src/renderer/styles/tokens.css', import.meta.url), 'utf8')

const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
)

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

function between(theme: Theme, one: string, other: string): number {
  const [a, b] = [colours.get(one), colours.get(other)]
  if (!a || !b) throw new Error(`No such token: ${a ? other : one}`)
  return contrast(a[theme], b[theme])
}

const surfaces = ['surface', 'surface-2', 'surface-3', 'surface-float']
const pairs = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const))

const texts = [
  ...pairs(['ink', 'ink-2', 'ink-3', 'accent', 'needs', 'wrong', 'done', 'info'], surfaces),
  ...pairs(['ink', 'ink-2', 'ink-3'], ['accent-tint', 'needs-tint', 'wrong-tint', 'done-tint', 'info-tint']),
  ...(['needs', 'wrong', 'done', 'info', 'accent'] as const).map((name) => [name, `${name}-tint`] as const),
  ['accent-ink', 'accent'] as const,
  ['accent-ink', 'accent-strong'] as const,
  ['wrong-ink', 'wrong'] as const,
]

const charts = Array.from({ length: 8 }, (_, index) => `chart-${index + 1}`)
const controls = pairs(['line-3', 'accent', ...charts], surfaces)

// What a reader without red or green cones sees (Machado, Oliveira and Fernandes 2009, severity 1.0, linear RGB).
const blindness = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** CIE Lab of a colour as such a reader sees it. */
function labSeen(hex: string, m: number[] | null): Rgb {
  const [r, g, b] = rgb(hex).map(linear) as Rgb
  const seen = m
    ? [0, 3, 6].map((row) => Math.min(1, Math.max(0, m[row]! * r + m[row + 1]! * g + m[row + 2]! * b)))
    : [r, g, b]
  const [sr, sg, sb] = seen as Rgb
  const xyz = [
    (0.4124 * sr + 0.3576 * sg + 0.1805 * sb) / 0.9505,
    0.2126 * sr + 0.7152 * sg + 0.0722 * sb,
    (0.0193 * sr + 0.1192 * sg + 0.9505 * sb) / 1.089,
  ].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as Rgb
  return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(texts)('%s can be read on %s', (front, back) => {
    expect(between(theme, front, back)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(controls)('%s can be told from %s', (front, back) => {
    expect(between(theme, front, back)).toBeGreaterThanOrEqual(3)
  })

  test.each([
    ['full colour vision', null],
    ['protanopia', blindness.protanopia],
    ['deuteranopia', blindness.deuteranopia],
  ])('chart colours stay apart with %s', (_, matrix) => {
    const seen = charts.map((name) => labSeen(colours.get(name)![theme], matrix))
    const tooClose = seen.flatMap((one, i) =>
      seen.slice(i + 1).flatMap((other, j) => {
        const apart = Math.round(distance(one, other))
        return apart < 15 ? [`${charts[i]} and ${charts[i + j + 1]}: ${apart}`] : []
      }),
    )
    expect(tooClose).toEqual([])
  })
})

test('the contrast formula gives what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('both themes name the same tokens', () => {
  expect(colours.size).toBeGreaterThanOrEqual(30)
})
