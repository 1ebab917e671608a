import { createContext } from 'react'
import type { Density } from './gridTypes.ts'

/** How high the rows of every grid are; the app remembers it for the user. */
export const DensityContext = createContext<{ density: Density; setDensity: (density: Density) => void }>({
  density: 'normal',
  setDensity: () => undefined,
})
