import { Confirm } from '../console/Dialog';
import { ERASING } from './holds';

/** Nothing is erased by a single key: this asks first and says what it does. */
export function Erase({ incident, onYes, onClose }: { incident: boolean; onYes: () => void; onClose: () => void }) {
  return (
    <Confirm
      title="Erase this text everywhere?"
      first={incident ? 'You keep this as an incident. Erased, nobody can look into it any more.' : undefined}
      says={ERASING}
      yes="Erase everywhere"
      onYes={onYes}
      onClose={onClose}
    />
  );
}
