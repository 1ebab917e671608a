export function NewProgramPage() {
  return null
}
export function ProgramSettingsPage() {
  return null
}
