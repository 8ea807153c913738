export const fr = { 'posting.title': 'Comptabiliser' } as const;
