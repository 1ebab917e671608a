import type { ChartColour } from '../../chartModel.ts'

/** The eight colours of the app's charts on white: a fund has the same colour on screen and on paper. */
const colours = ['36968A', '733712', '4681B3', 'AA7F30', '432067', '588452', '5A172E', '445669'] as const

/** As red, green and blue in hexadecimal. */
export const chartColour = (colour: ChartColour): string => colours[colour - 1]!

/** The colour of the nth series, from 0, that has none of its own. */
export const colourInTurn = (index: number): ChartColour => ((index % colours.length) + 1) as ChartColour

/** The ends and the quiet middle of a scale, as the window shades its steps. */
const scale = { low: 'AA7F30', middle: 'CCD4DD', high: '36968A' }

/** The colour of a step of a scale, from 0: one end, the middle, the other end. */
export function colourOfStep(index: number, steps: number): string {
  const place = steps < 2 ? 0 : (2 * index) / (steps - 1) - 1
  if (place === 0) return scale.middle
  return mix(scale.middle, place < 0 ? scale.low : scale.high, 0.2 + 0.8 * Math.abs(place))
}

/** A colour between two, `share` of the way from the first. */
function mix(from: string, to: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return [0, 2, 4].map(channel).join('').toUpperCase()
}
