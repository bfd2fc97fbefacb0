import { Dialog } from './Dialog';

const KEYS: [key: string, does: string][] = [
  ['A', 'Approve the argument under the cursor'],
  ['R', 'Return it: then 1 to 9 for the reason, Enter to send'],
  ['X', 'Remove it: then 1 to 9 for the reason, Enter to send'],
  ['I', 'Keep a held text as an incident'],
  ['D', 'Erase a held text everywhere; this asks first'],
  ['Z', 'Undo your last decision, for ten seconds'],
  ['J', 'Next argument'],
  ['K', 'Argument before'],
  ['Q', 'Go to the first question to you'],
  ['E', 'Eyes up, and again to end it'],
  ['P', 'Pause, and again to resume'],
  ['?', 'These shortcuts'],
];

export function ShortcutHelp({ keys, onKeys, onClose }: { keys: boolean; onKeys: (on: boolean) => void; onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}
      </dl>
      <label class="toggle"><input type="checkbox" checked={keys} onChange={(e) => onKeys(e.currentTarget.checked)} /> Single-key shortcuts are on</label>
      <p class="small">They never act while you type. Approving works without them too.</p>
      <div class="row end"><button type="button" class="primary" onClick={onClose}>Close</button></div>
    </Dialog>
  );
}
