import { vatCodes } from './accounts.js';
import type { VatCode } from './accounts.js';

/** What an invoice is about; the invoicing program adds its number and its date. */
export interface Job {
  readonly customer: string;
  readonly work: string;
  readonly netInCentimes: number;
  readonly vat: VatCode;
  readonly incomeAccount: string;
}

const job = (
  customer: string,
  work: string,
  netInFrancs: number,
  incomeAccount = '3000',
  vat: VatCode = vatCodes.standard,
): Job => ({ customer, work, netInCentimes: Math.round(netInFrancs * 100), vat, incomeAccount });

/** The order book: the year's invoices take them one after the other and then begin again. */
export const jobs: readonly Job[] = [
  job('Commune de Saignelégier', "Porte d'entrée de l'école", 4_860),
  job('Hôtel du Doubs, Goumois', 'Huit fenêtres en mélèze', 11_240),
  job('Élevage du Cerneux', 'Copeaux de litière, 40 balles', 720, '3200', vatCodes.reduced),
  job('Famille Aubry, Le Noirmont', 'Escalier tournant en chêne', 8_975.5),
  job('Boulangerie Chapatte', 'Réparation du comptoir', 385, '3400'),
  job('Fromagerie des Breuleux', 'Étagères de cave en épicéa', 3_128.4),
  job('Mme Jeanneret, La Chaux-de-Fonds', 'Bibliothèque sur mesure', 5_490),
  job('Menuiserie Cattin, Damprichard (F)', 'Panneaux collés', 2_140, '3000', vatCodes.export),
  job('Garage Froidevaux', 'Plan de travail en hêtre', 1_275),
  job('Paroisse de Montfaucon', 'Restauration de deux bancs', 1_864, '3400'),
  job('Cabinet Dr Willemin, Tramelan', 'Agencement de la réception', 9_350),
  job('Ferme de la Bosse', 'Portes de grange', 6_720),
  job('Famille Boillat, Les Bois', 'Parquet en frêne, 42 m²', 4_578),
  job('Restaurant de la Couronne', 'Tables et bancs', 7_160),
  job('Centre équestre des Pommerats', 'Copeaux de litière, 60 balles', 1_080, '3200', vatCodes.reduced),
  job('M. Theurillat, Saint-Brais', 'Volets, pose comprise', 3_945, '3400'),
];
