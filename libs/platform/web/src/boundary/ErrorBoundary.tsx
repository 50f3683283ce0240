import { Component, type ReactNode } from 'react';

type Props = {
  /** Something else to show (another path) clears the error. */
  resetKey: string;
  renderError: (error: unknown, reset: () => void) => ReactNode;
  children: ReactNode;
};
type State = { failed: boolean; error: unknown; resetKey: string };

/** React offers this to classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { failed: false, error: null, resetKey };
  }

  reset = () => this.setState({ failed: false, error: null });

  override render() {
    return this.state.failed ? this.props.renderError(this.state.error, this.reset) : this.props.children;
  }
}
