/** The suffixes of https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/, as a fraction of billionths. */
const BILLION = 1_000_000_000n;
const SUFFIXES: ReadonlyMap<string, bigint> = new Map([
  ['n', 1n],
  ['u', 1000n],
  ['m', 1_000_000n],
  ['', BILLION],
  ...['k', 'M', 'G', 'T', 'P', 'E'].map((suffix, index) => [suffix, BILLION * 1000n ** BigInt(index + 1)] as const),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index) => [suffix, BILLION * 1024n ** BigInt(index + 1)] as const),
]);

/** Nobody writes a longer one, and arithmetic on it would cost time. */
const LONGEST = 100;
const HIGHEST_EXPONENT = 100;
const GRAMMAR = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([num]|[KMGTPE]i|[kMGTPE])?)$/;

/** An amount as Kubernetes reads it: exact, but for what is below a billionth, which is rounded up. */
export interface Quantity {
  /** The amount in billionths. */
  readonly billionths: bigint;
  /** As written: `Mi`, `m`, `''`; an exponent is no suffix. */
  readonly suffix: string;
}

/** Reads a quantity (`500m`, `1.5Gi`, `1e3`); undefined when Kubernetes would not. */
export function parseQuantity(text: string): Quantity | undefined {
  if (text.length > LONGEST) return undefined;
  const match = GRAMMAR.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent, suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const power = Number(exponent ?? 0);
  if (Math.abs(power) > HIGHEST_EXPONENT) return undefined;
  const scale = (SUFFIXES.get(suffix) ?? BILLION) * 10n ** BigInt(Math.max(power, 0));
  const divisor = 10n ** BigInt(fraction.length + Math.max(-power, 0));
  const amount = BigInt(whole + fraction) * scale;
  const billionths = (amount + divisor - 1n) / divisor;
  return { billionths: sign === '-' ? -billionths : billionths, suffix };
}

/** The quantity of a whole number, for comparisons. */
export const wholeQuantity = (value: number): bigint => BigInt(value) * BILLION;
