export { layOut } from './layOut';
