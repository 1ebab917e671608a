import { createRoot } from 'react-dom/client'
import '#renderer/styles/base.css'

createRoot(document.querySelector('#root')!).render(<main>Coachdesk</main>)
