// The code of the large steps and of texts with tables, images or footnotes, in one part that comes once a lesson runs which has any of them (Later.tsx).
import '../debates/look';
export { cited } from '../debates/Cited';
export { Debate } from '../debates/Debate';
export { Poll } from '../polls/Poll';
export { layOut } from '../readings/layOut';
export { SourceCheck } from '../sourceChecks/SourceCheck';
