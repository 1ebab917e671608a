import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** A wave of a survey, as far as the calendar asks. */
export interface WaveFacts {
  readonly id: string
  readonly name: string
  readonly instrumentKey: string
  /** What the instrument is called. */
  readonly instrument: string
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
  /** How many people were asked. */
  readonly asked: number
  /** How many responses count. */
  readonly received: number
}

/** The surveys of a program. */
export interface SurveyFacts {
  readonly waves: readonly WaveFacts[]
  /** Of the instruments of the waves. */
  readonly licences: readonly LicenceFacts[]
}

/** The licence of an instrument that the program uses. */
export interface LicenceFacts {
  readonly instrumentKey: string
  readonly instrument: string
  readonly expiresOn: PlainDate | null
  /** Null where they are not counted. */
  readonly administrationsLeft: number | null
}
