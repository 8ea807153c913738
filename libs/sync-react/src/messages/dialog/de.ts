export const de = { 'posting.title': 'Comptabiliser' } as const;
