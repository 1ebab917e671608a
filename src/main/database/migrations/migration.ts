/**
 * One step of the data file's shape, forward only. Once released it is frozen: a file that went through it must not
 * differ from one that goes through it tomorrow. The triggers of tracked tables are made anew after the last step.
 */
export interface Migration {
  readonly version: number
  readonly sql: string
}
