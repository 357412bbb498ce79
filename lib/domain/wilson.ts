/** Two-sided 95% quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Lower bound of the 95% Wilson score interval of a proportion (design 2.1): what share of all users is likely to be
 * positive at least, given how few were asked. 24 of 30 is 80%, its lower bound 62.7%.
 *
 * @param positive number of positive answers, 0 to `size`
 * @param size number of answers, at least 1
 * @returns a share from 0 to 1; 0 when nobody was asked
 */
export function wilsonLowerBound(positive: number, size: number): number {
  if (size <= 0) return 0;
  const share = positive / size;
  const centre = share + Z ** 2 / (2 * size);
  const margin = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * size)) / size);
  return Math.max(0, (centre - margin) / (1 + Z ** 2 / size));
}
