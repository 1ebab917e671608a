/** A row whose every change is in the history: a trigger writes it there. */
export interface Tracked {
  id: string
  revision: number
}
