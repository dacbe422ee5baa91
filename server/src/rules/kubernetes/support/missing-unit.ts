import { wholeQuantity } from '../../../model/kubernetes/index.ts';
import type { Amount } from './amount-tables.ts';
import { isBytes } from './quantity-advice.ts';

/** Less than a page of memory is of use to nobody. */
export const PAGE = wholeQuantity(4096);
const MEBIBYTE = wholeQuantity(1_048_576);

type Measured = Pick<Amount, 'name' | 'table' | 'quantity'>;

/** Bytes that plainly miss their unit: no process runs in less than a MiB. A request of a few bytes says that nothing is to be reserved. */
export function lacksUnit({ name, table, quantity }: Measured): boolean {
  if (quantity?.suffix !== '') return false;
  const isMemory = name === 'memory' && (table === 'limits' || table === 'requests');
  const { billionths } = quantity;
  return billionths > wholeQuantity(table === 'requests' ? 9 : 1) && billionths < (isMemory ? MEBIBYTE : PAGE);
}

/** Large numbers count KiB, small ones MiB, and volumes are measured in GiB. */
export const likelyUnit = ({ name, quantity }: Measured): string =>
  (quantity?.billionths ?? 0n) >= wholeQuantity(131_072) ? 'Ki' : name === 'storage' ? 'Gi' : 'Mi';

export const isTiny = (amount: Measured): boolean => {
  const { name, quantity } = amount;
  return isBytes(name) && quantity !== undefined && quantity.billionths > 0n && (quantity.billionths < PAGE || lacksUnit(amount));
};

/** So many CPUs no node has: thousandths are meant. */
export const lacksMilli = ({ name, quantity }: Measured): boolean =>
  name === 'cpu' && quantity?.suffix === '' && quantity.billionths >= wholeQuantity(100);
