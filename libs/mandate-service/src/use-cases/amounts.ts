/** Centimes as the decimal text of the wire and of the files: `-5` → `-0.05`. */
export function decimalAmount(centimes: number): string {
  const digits = Math.abs(centimes).toString().padStart(3, '0');
  return (centimes < 0 ? '-' : '') + digits.slice(0, -2) + '.' + digits.slice(-2);
}
