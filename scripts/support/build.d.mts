export const projectFolder: string
export function ensureBuilt(): void
export function build(): void
export function isNewer(path: string, time: number): boolean
