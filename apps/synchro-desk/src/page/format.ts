import type { Locale } from './messages/messages.js';

/** Centimes the Swiss way: `1'250.50`. */
export function formatAmount(centimes: number): string {
  const digits = Math.abs(centimes).toString().padStart(3, '0');
  const francs = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, "'");
  return `${centimes < 0 ? '−' : ''}${francs}.${digits.slice(-2)}`;
}

/** `2026-06-05` as every Swiss accounting writes it: `05.06.2026`. */
export const formatDate = (isoDate: string): string => isoDate.split('-').reverse().join('.');

/** The time of day in this browser's zone, to the second. */
export const formatTime = (instant: string | number, locale: Locale): string =>
  new Date(instant).toLocaleTimeString(`${locale}-CH`, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** `2026-06` in words: `juin 2026`. */
export const formatMonth = (month: string, locale: Locale): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString(`${locale}-CH`, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

export const formatSize = (bytes: number, locale: Locale): string =>
  `${(bytes / 1000).toLocaleString(`${locale}-CH`, { maximumFractionDigits: 1, minimumFractionDigits: 1 })} ${locale === 'fr' ? 'ko' : 'kB'}`;
