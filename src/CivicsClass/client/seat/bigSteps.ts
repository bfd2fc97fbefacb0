// The code of the large steps, in one part that comes once a lesson runs which has any of them (Later.tsx).
export { Debate } from '../debates/Debate';
export { SourceCheck } from '../sourceChecks/SourceCheck';
