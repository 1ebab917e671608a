import type { ChartColour } from '../../chartModel.ts'

/** The eight colours of the app's charts on white: a fund has the same colour on screen and on paper. */
const colours = ['36968A', '733712', '4681B3', 'AA7F30', '432067', '588452', '5A172E', '445669'] as const

/** As red, green and blue in hexadecimal. */
export const chartColour = (colour: ChartColour): string => colours[colour - 1]!

/** The colour of the nth series, from 0, that has none of its own. */
export const colourInTurn = (index: number): ChartColour => ((index % colours.length) + 1) as ChartColour
