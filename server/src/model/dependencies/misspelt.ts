export { lacksOne } from '../../base/misspelt.ts';
