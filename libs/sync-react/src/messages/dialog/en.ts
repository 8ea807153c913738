export const en = { 'posting.title': 'Comptabiliser' } as const;
