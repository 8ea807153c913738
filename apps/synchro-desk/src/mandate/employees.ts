/** Somebody on the payroll; amounts in centimes a month. */
export interface Employee {
  readonly name: string;
  readonly grossInCentimes: number;
  /** The employee's half of the occupational pension; the employer pays the other. */
  readonly pensionInCentimes: number;
}

export const employees: readonly Employee[] = [
  { name: 'Rochat Daniel', grossInCentimes: 780_000, pensionInCentimes: 46_800 },
  { name: 'Willemin Sylvie', grossInCentimes: 412_500, pensionInCentimes: 21_450 },
  { name: 'Chételat Loïc', grossInCentimes: 595_000, pensionInCentimes: 32_725 },
  { name: 'Beuret Marc', grossInCentimes: 568_000, pensionInCentimes: 31_240 },
  { name: 'Frésard Nina (apprentie)', grossInCentimes: 98_000, pensionInCentimes: 0 },
];

/**
 * The deductions from a salary and the employer's own charges, in hundredths of a per cent of the gross.
 * Of the size that is usual in the canton; nobody is paid by them.
 */
export const rates = {
  /** AVS, AI, APG and unemployment insurance: the same from both. */
  socialInsurance: 640,
  accidentOfEmployee: 120,
  accidentOfEmployer: 210,
  sickness: 75,
  familyAllowances: 275,
} as const;

export const share = (amountInCentimes: number, hundredthsOfPercent: number): number =>
  Math.round((amountInCentimes * hundredthsOfPercent) / 10_000);
