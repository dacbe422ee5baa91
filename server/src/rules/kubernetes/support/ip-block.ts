/** Whether an IPv4 address lies in a block such as `10.0.0.0/8`; never for what is no block. */
export function isInBlock(address: string, block: string): boolean {
  const [base = '', length = ''] = block.split('/', 2);
  const [one, other] = [numberOf(address), numberOf(base)];
  if (one === undefined || other === undefined || !/^\d{1,2}$/.test(length) || Number(length) > 32) return false;
  const size = 2 ** (32 - Number(length));
  return Math.floor(one / size) === Math.floor(other / size);
}

function numberOf(address: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  return match?.slice(1).reduce((sum, part) => sum * 256 + Number(part), 0);
}
