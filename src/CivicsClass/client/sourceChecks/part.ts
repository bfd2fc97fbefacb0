export { SourceCheck } from './SourceCheck';
