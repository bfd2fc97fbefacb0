export { Poll } from './Poll';
