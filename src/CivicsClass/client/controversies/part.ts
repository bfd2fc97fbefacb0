import { told } from '../seat/told';
import { tells } from './tells';

told.controversy = tells;
export { Controversy } from './Controversy';
