import './look';
export { cited } from './Cited';
export { Debate } from './Debate';
