import { useApolloClient } from '@apollo/client/react';
import { LoadingRows } from '@sos/platform-ui';
import { type ReactNode, Suspense, useEffect, useReducer } from 'react';
import { useLocation } from 'react-router';
import { onAnswer } from '../client/answers';
import { ErrorBoundary } from './ErrorBoundary';
import { FailurePage, FailurePanel } from './FailurePanel';
import { retryFailedQueries } from './retryFailedQueries';

export type RouteBoundaryProps = {
  children: ReactNode;
  /** Rows in the shape of what comes; it must wait 300 ms by itself, as `LoadingRows` does. */
  skeleton?: ReactNode;
  /** What could not be loaded, as the start of a sentence: "The timeline". */
  what?: string;
  /** Around a whole page: its failure gets a heading of its own. */
  wholePage?: boolean;
  /** Puts the failure into a frame, where there is none around the boundary. */
  frame?: (failure: ReactNode) => ReactNode;
};

/** Stands where something is awaited, and has it looked for again with each answer of the server. */
const Waiting = ({ onAnswered, children }: { onAnswered: () => void; children: ReactNode }) => {
  useEffect(() => onAnswer(onAnswered), [onAnswered]);
  return children;
};

const bare = (failure: ReactNode) => failure;

/** Around a page or a panel: waiting and failing stay inside, the navigation stays where it is. */
export const RouteBoundary = ({
  children,
  skeleton = <LoadingRows />,
  what,
  wholePage = false,
  frame = bare,
}: RouteBoundaryProps) => {
  const client = useApolloClient();
  const { pathname, search } = useLocation();
  // What React finds by itself it holds back until 300 ms after the skeleton came, against flicker. Our skeletons are not
  // seen before that, so an answer is shown at once: an update of the boundary is not held back.
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  const Failed = wholePage ? FailurePage : FailurePanel;
  return (
    <ErrorBoundary
      resetKey={pathname + search}
      renderError={(error, reset) =>
        frame(<Failed error={error} what={what} onRetry={() => retryFailedQueries(client).then(reset)} />)
      }
    >
      <Suspense fallback={<Waiting onAnswered={lookAgain}>{skeleton}</Waiting>}>{children}</Suspense>
    </ErrorBoundary>
  );
};
