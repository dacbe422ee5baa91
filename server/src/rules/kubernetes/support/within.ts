/**
 * Marks a problem whose cause the named rule tells as well. The profile `recommended` leaves it to that rule, so that one cause gives one finding; every
 * other profile hears both.
 */
export const within = (rule: `kubernetes/${string}`): { readonly within: `kubernetes/${string}` } => ({ within: rule });
