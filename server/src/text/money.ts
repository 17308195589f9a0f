// Money. The unit is 万元 (10,000 yuan) everywhere, as in the form. An amount is a plain decimal string
// (`"13816.5"`, `"-0.25"`) and is computed with exactly: no digit is ever rounded. Where counts and amounts
// are held alike (the values of a `ReportSummary`, the value of a `Mention`) an amount is the number of 万元
// nearest to it: see `roundMoney`.

/** a + b, with as many decimals as the longer of the two. Throws a SyntaxError for what is no decimal. */
export const addMoney = (a: string, b: string): string => sumMoney([a, b]);

/** The sum; `"0"` for none. */
export function sumMoney(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map(decimals));
  return write(
    amounts.map((amount) => units(amount, scale)).reduce((sum, n) => sum + n, 0n),
    scale,
  );
}

/** Negative, 0 or positive as a is less than, equal to or more than b; `1.50` equals `1.5`. */
export function compareMoney(a: string, b: string): -1 | 0 | 1 {
  const scale = Math.max(decimals(a), decimals(b));
  const [x, y] = [units(a, scale), units(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The amount times 10^`places`, without trailing zeros: 元 to 万元 is `shiftMoney(yuan, -4)`. */
export function shiftMoney(amount: string, places: number): string {
  const scale = decimals(amount) - places;
  const n = units(amount, decimals(amount));
  return trimMoney(scale >= 0 ? write(n, scale) : write(n * 10n ** BigInt(-scale), 0));
}

/** The amount without zeros that say nothing: `018.8710` is `18.871`, `0.00` is `0`. */
export function trimMoney(amount: string): string {
  const written = write(units(amount, decimals(amount)), decimals(amount));
  return written.includes('.') ? withoutZeros(written) : written;
}

/** A number of 万元 to the 分: sums leave traces behind that place. Counts stay as they are. */
export const roundMoney = (amount: number): number =>
  Number.isInteger(amount) ? amount : Math.round(amount * FEN) / FEN;

/** 分 in 万元. */
const FEN = 1_000_000;

function withoutZeros(decimal: string): string {
  let to = decimal.length;
  while (decimal[to - 1] === '0') to--;
  return decimal.slice(0, decimal[to - 1] === '.' ? to - 1 : to);
}

const decimals = (amount: string): number => {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
};

/** The amount as a whole number of units of 10^-scale. */
function units(amount: string, scale: number): bigint {
  if (!/^-?\d+(?:\.\d+)?$/.test(amount)) throw new SyntaxError(`not an amount: ${amount}`);
  return BigInt(amount.replace('.', '') + '0'.repeat(scale - decimals(amount)));
}

function write(n: bigint, scale: number): string {
  const digits = (n < 0n ? -n : n).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return (n < 0n ? '-' : '') + digits.slice(0, point) + (scale === 0 ? '' : `.${digits.slice(point)}`);
}
