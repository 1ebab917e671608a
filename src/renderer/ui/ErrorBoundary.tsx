import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Props {
  children: ReactNode
  /** Writes the fault to the log; its stack never reaches the screen. */
  onFault: (error: unknown, info: ErrorInfo) => void
}

/** Keeps a fault in one part of the window from taking down the rest. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onFault(error, info)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <ProblemNotice
        problem={{
          code: 'fault',
          message: 'This part of the window stopped working. The data file is safe; nothing that was saved is lost.',
        }}
        actions={<Button onPress={() => this.setState({ failed: false })}>Try again</Button>}
      />
    )
  }
}
