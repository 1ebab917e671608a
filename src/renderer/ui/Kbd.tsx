import './Kbd.css'

/** Keys as they stand on the keyboard: `<Kbd keys="Ctrl+K" />`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="cd-kbd">
      {keys.split('+').map((key) => (
        <span key={key}>{key}</span>
      ))}
    </kbd>
  )
}
