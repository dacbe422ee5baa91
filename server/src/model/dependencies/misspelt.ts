export { isMistyped, lacksOne } from '../../base/misspelt.ts';
