import type { BookingReport, FileReport } from '../../acts.js';
import { byId, element } from '../element.js';
import { formatAmount, formatDate, formatSize } from '../format.js';
import type { Locale, Messages } from '../messages/messages.js';

/** Shows the entry file of invoicing or payroll in that program's window: its facts, and its last bookings. */
export function showProgramFile(file: FileReport, messages: Messages, locale: Locale): void {
  const facts =
    file.bytes === null ? messages.fileAway : messages.fileFacts(file, formatSize(file.bytes, locale));
  byId(`file-${file.role}`).replaceChildren(
    element('span', { class: 'file-name' }, file.name),
    element('span', { class: 'file-facts' }, facts),
  );
  const list = byId(`bookings-${file.role}`);
  list.setAttribute('aria-label', messages.lastBookings);
  list.replaceChildren(...(file.content?.last ?? []).map(bookingItem));
}

const bookingItem = ({ date, voucher, label, totalInCentimes }: BookingReport) =>
  element(
    'li',
    {},
    element('span', { class: 'date' }, formatDate(date)),
    element('span', { class: 'voucher' }, voucher),
    element('span', { class: 'label' }, label),
    element('span', { class: 'amount' }, formatAmount(totalInCentimes)),
  );

/** A document's name as a title bar shows it: without folder and extension. */
export const documentName = (path: string): string =>
  (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]+$/, '');
