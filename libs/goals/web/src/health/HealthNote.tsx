import { Button, dayOf, NoteLine, SilenceMark, VisuallyHidden } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { declaredNow, healthDiffers, type HealthState } from './standing';

type HealthNoteProps = { state: HealthState; of: string; onDeclare: () => void };

/** One line, only where the chair's word is missing or the items say something else. */
export const HealthNote = ({ state, of, onDeclare }: HealthNoteProps) => {
  const { today } = useHub();
  const isSpoken = declaredNow(state) !== null;
  if (isSpoken && !healthDiffers(state)) return null;
  return (
    <NoteLine
      actions={
        state.viewerMayDeclareHealth && (
          <Button size="s" onClick={onDeclare}>
            {isSpoken ? 'Declare again' : 'Declare health'}
            <VisuallyHidden> of {of}</VisuallyHidden>
          </Button>
        )
      }
    >
      {isSpoken ? (
        'Declared and computed differ.'
      ) : (
        <SilenceMark
          what="declared health"
          lastUpdateOn={state.declaredHealth && dayOf(state.declaredHealth.declaredAt)}
          today={today}
        />
      )}
    </NoteLine>
  );
};
