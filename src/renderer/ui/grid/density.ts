import { createContext } from 'react'
import type { Density } from './gridTypes.ts'

/** How high the rows of every grid are, where the app remembers that for the user; without it, each grid's state says. */
export const DensityContext = createContext<{
  density: Density
  setDensity: (density: Density) => void
} | null>(null)
