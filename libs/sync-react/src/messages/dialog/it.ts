export const it = { 'posting.title': 'Comptabiliser' } as const;
