/**
 * Marks a problem whose cause the named rule tells as well. The brief profiles (`recommended`, `cis`, `nsa`) leave it to that rule, so that one cause
 * gives one finding; every other profile hears both.
 */
export const summedUpBy = (rule: `kubernetes/${string}`): { readonly summedUpBy: `kubernetes/${string}` } => ({
  summedUpBy: rule,
});
