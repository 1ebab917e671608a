export const projectFolder: string
export function ensureBuilt(): void
export function build(): void
