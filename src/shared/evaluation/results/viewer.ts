import type { Audience, Sharing } from '#shared/program/design/audiences.ts'

/** For whom figures are made, and what question 8 lets them see. */
export interface Viewer {
  readonly audience: Audience
  readonly sharing: Sharing
}
