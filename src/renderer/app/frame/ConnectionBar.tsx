import { useConnectionLost } from '#renderer/app/connection.ts'

/** Says that nothing can be read or saved at the moment, and that it is being tried again. */
export function ConnectionBar() {
  const isLost = useConnectionLost()
  return (
    <output className={isLost ? 'cd-connection' : 'cd-visually-hidden'}>
      {isLost && 'Not connected. Trying again. What was saved is safe in the data file.'}
    </output>
  )
}
