/** The bits of `CAT` in the chart: which side of the books an account is on. */
const category = { asset: 2, liability: 4, expense: 8, income: 16, operating: 32 } as const;

export type Category = (typeof category)[keyof typeof category];

/** A line of the chart; `parent` names the group it is summed up in. */
export interface ChartAccount {
  readonly number: string;
  readonly name: string;
  readonly category: Category;
  readonly parent: string | null;
  readonly kind: 'normal' | 'group' | 'title';
}

const groups = (c: Category, ...rows: readonly [number: string, name: string, parent?: string][]) =>
  rows.map(([number, name, parent = null]): ChartAccount => ({
    number,
    name,
    category: c,
    parent,
    kind: 'group',
  }));

const accounts = (c: Category, parent: string, ...rows: readonly [number: string, name: string][]) =>
  rows.map(([number, name]): ChartAccount => ({ number, name, category: c, parent, kind: 'normal' }));

const { asset, liability, expense, income, operating } = category;

/** The chart of a small company after the Swiss plan for SMEs (PME, 2013). */
export const chartAccounts: readonly ChartAccount[] = [
  ...groups(asset, ['1', 'Actifs'], ['10', 'Actifs circulants', '1'], ['100', 'Liquidités', '10']),
  ...accounts(
    asset,
    '100',
    ['1000', 'Caisse'],
    ['1010', 'PostFinance'],
    ['1020', 'Banque cantonale du Jura'],
  ),
  ...accounts(asset, '100', ['1091', "Compte d'attente des salaires"]),
  ...groups(asset, ['110', 'Créances', '10']),
  ...accounts(asset, '110', ['1100', 'Débiteurs'], ['1109', 'Ducroire'], ['1140', 'Avances au personnel']),
  ...accounts(
    asset,
    '110',
    ['1170', 'Impôt préalable s/matériel'],
    ['1171', 'Impôt préalable s/investissements'],
  ),
  ...groups(asset, ['120', 'Stocks et travaux en cours', '10']),
  ...accounts(asset, '120', ['1200', 'Stock de bois massif'], ['1210', 'Stock de panneaux et quincaillerie']),
  ...accounts(asset, '120', ['1280', 'Travaux en cours'], ['1300', "Charges payées d'avance"]),
  ...groups(asset, ['14', 'Actifs immobilisés', '1']),
  ...accounts(asset, '14', ['1500', 'Machines'], ['1510', "Mobilier d'atelier"], ['1520', 'Informatique']),
  ...accounts(asset, '14', ['1530', 'Véhicules'], ['1540', 'Outillage']),

  ...groups(liability, ['2', 'Passifs'], ['20', 'Capitaux étrangers à court terme', '2']),
  ...accounts(liability, '20', ['2000', 'Créanciers'], ['2030', 'Acomptes de clients']),
  ...accounts(liability, '20', ['2200', 'TVA due'], ['2201', 'Décompte TVA'], ['2208', 'Impôts directs']),
  ...groups(liability, ['227', 'Assurances sociales à payer', '20']),
  ...accounts(liability, '227', ['2270', 'AVS, AI, APG, AC'], ['2271', 'Prévoyance professionnelle (LPP)']),
  ...accounts(liability, '227', ['2272', 'Assurance-accidents (LAA)'], ['2273', 'Allocations familiales']),
  ...accounts(liability, '227', ['2274', 'Indemnités journalières maladie']),
  ...accounts(liability, '20', ['2300', 'Charges à payer']),
  ...groups(liability, ['24', 'Capitaux étrangers à long terme', '2']),
  ...accounts(liability, '24', ['2400', 'Emprunt bancaire'], ['2600', 'Provision pour garanties']),
  ...groups(liability, ['28', 'Fonds propres', '2']),
  ...accounts(
    liability,
    '28',
    ['2800', 'Capital social'],
    ['2950', 'Réserve légale'],
    ['2970', 'Bénéfice reporté'],
  ),

  ...groups(income, ['3', "Chiffre d'affaires"]),
  ...accounts(income, '3', ['3000', 'Menuiserie sur mesure'], ['3200', 'Ventes de marchandises']),
  ...accounts(
    income,
    '3',
    ['3400', 'Pose et réparations'],
    ['3800', 'Rabais et escomptes'],
    ['3805', 'Pertes s/clients'],
  ),
  ...groups(expense, ['4', 'Charges de matériel']),
  ...accounts(expense, '4', ['4000', 'Achats de bois et panneaux'], ['4200', 'Achats de quincaillerie']),
  ...accounts(expense, '4', ['4400', 'Travaux de tiers']),
  ...groups(expense, ['5', 'Charges de personnel']),
  ...accounts(
    expense,
    '5',
    ['5000', 'Salaires'],
    ['5700', 'AVS, AI, APG, AC'],
    ['5710', 'Allocations familiales'],
  ),
  ...accounts(expense, '5', ['5720', 'Prévoyance professionnelle'], ['5730', 'Assurance-accidents']),
  ...accounts(
    expense,
    '5',
    ['5740', 'Indemnités journalières maladie'],
    ['5800', 'Autres charges de personnel'],
  ),
  ...groups(expense, ['6', "Autres charges d'exploitation"]),
  ...accounts(expense, '6', ['6000', "Loyer de l'atelier"], ['6100', 'Entretien des machines']),
  ...accounts(
    expense,
    '6',
    ['6200', 'Véhicules'],
    ['6300', 'Assurances'],
    ['6400', 'Électricité et chauffage'],
  ),
  ...accounts(
    expense,
    '6',
    ['6500', 'Matériel de bureau'],
    ['6510', 'Téléphone et internet'],
    ['6530', 'Fiduciaire'],
  ),
  ...accounts(
    expense,
    '6',
    ['6600', 'Publicité'],
    ['6800', 'Amortissements'],
    ['6900', 'Intérêts bancaires'],
  ),
  ...accounts(expense, '6', ['8900', 'Impôts']),
  { number: '9', name: 'Clôture', category: operating, parent: null, kind: 'title' },
  ...accounts(operating, '9', ['9000', "Compte d'exploitation"], ['9100', "Bilan d'ouverture"]),
];

/** A VAT code of the chart: the rate in per mille, and the account that carries the tax. */
export interface VatCode {
  readonly name: string;
  readonly ratePerMille: number;
  readonly account: string;
  readonly comment: string;
}

/** The rates in force since 1 January 2024: 8.1, 2.6 and 3.8 %. */
export const vatCodes = {
  standard: {
    name: 'TVA',
    ratePerMille: 81,
    account: '2200',
    comment: 'Livraisons et prestations au taux normal',
  },
  reduced: { name: 'TVARED', ratePerMille: 26, account: '2200', comment: 'Livraisons au taux réduit' },
  lodging: { name: 'TVAHEB', ratePerMille: 38, account: '2200', comment: "Prestations d'hébergement" },
  export: { name: 'EXPORT', ratePerMille: 0, account: '2200', comment: "Livraisons à l'étranger" },
  inputMaterial: {
    name: 'IPM',
    ratePerMille: 81,
    account: '1170',
    comment: "Impôt préalable sur l'achat de matériel",
  },
  inputInvestment: {
    name: 'IPI',
    ratePerMille: 81,
    account: '1171',
    comment: 'Impôt préalable sur les investissements',
  },
} as const satisfies Record<string, VatCode>;
