import './look';
export { Help } from './Help';
