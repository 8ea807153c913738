import type { fr } from './fr.js';

export const de = {
  product: 'Crésus Synchro',
  'severity.error': 'Fehler:',
  'severity.warning': 'Achtung:',
  'severity.information': 'Information:',
  'severity.success': 'Erledigt:',
  'action.post': 'Verbuchen',
  'action.details': 'Details…',
  'action.take-over': 'Übernehmen…',
  'action.retry': 'Erneut versuchen',
  more: '+ {n}',
  'more.label': '{n, plural, one {# weitere Meldung} other {# weitere Meldungen}}',
  'list.title': 'Meldungen',
  close: 'Schliessen',
  fold: 'Verkleinern',
  unfold: 'Anzeigen: {text}',
  'since.today': 'seit {time}',
  'since.day': 'seit dem {day}',
  'pending.new':
    '{last, select, yes {{n, plural, one {# neue Buchung} other {# neue Buchungen}}} other {{n, plural, other {# neue}}}}',
  'pending.changed':
    '{last, select, yes {{n, plural, one {# geänderte Buchung} other {# geänderte Buchungen}}} other {{n, plural, other {# geänderte}}}}',
  'pending.deleted': '{n, plural, one {# gelöschte Buchung} other {# gelöschte Buchungen}}',
  'pending.text': '{parts} zu verbuchen',
  'pending.problems': 'davon {n} zu korrigieren',
  'trouble.unreadable': '{name}: Datei nicht lesbar – {since} wird nichts davon gezählt',
  'trouble.missing': '{name}: Datei nicht gefunden – {since} wird nichts davon gezählt',
  'trouble.older': '{name}: älter als die vorherige Version – {since} wird nichts davon gezählt',
  'trouble.doubtful': '{name}: zweifelhafte Version – {since} wird nichts davon gezählt',
  twin: '{name}: in Konflikt stehende Kopie – {since} wird nichts davon gezählt',
  'chart.none': 'Kontenplan nicht gefunden: Die Konten werden vor dem Verbuchen nicht geprüft',
  'chart.several': 'Mehrere mögliche Kontenpläne: Die Konten werden vor dem Verbuchen nicht geprüft',
  'chart.unreadable': 'Kontenplan nicht lesbar: Die Konten werden vor dem Verbuchen nicht geprüft',
  'index.unreadable': '{name}: Liste der Buchungsdateien {since} nicht lesbar',
  'index.bad-lines': '{name}: Einige Zeilen der Liste der Buchungsdateien sind nicht lesbar',
  'index.held-elsewhere': '{name}: Eine Datei der Liste gehört bereits zu einem anderen Mandat',
  'held-elsewhere': 'Mandat {since} von {machine} geführt: Verbucht wird dort',
  'accounting-missing': 'Die Buchhaltungsdatei ist {since} nicht auffindbar: {path}',
  'watching-degraded':
    'Der Ordner {folder} lässt sich nicht überwachen: Er wird von Zeit zu Zeit neu gelesen',
  connecting: 'Verbindung mit Crésus Synchro…',
  reconnecting: 'Verbindung wird wiederhergestellt… angezeigter Stand von {time}',
  stale: '{reason} Angezeigter Stand von {time}.',
  'not-connected.no-answer':
    'Crésus Synchro antwortet nicht: Starten Sie Crésus Synchro auf diesem Computer.',
  'not-connected.access-denied':
    'Zugriff von Crésus Synchro verweigert: Schliessen Sie das Dokument und öffnen Sie es erneut.',
  'not-connected.too-old':
    'Diese Version von Crésus Synchro ist zu alt: Installieren Sie die Aktualisierung.',
  'not-connected.overloaded':
    'Zu viele Dokumente sind gleichzeitig mit Crésus Synchro verbunden: Schliessen Sie einige davon.',
  'not-connected.service-error': 'Crésus Synchro meldet einen Fehler: Starten Sie Crésus Synchro neu.',
  'not-connected.silent': 'Crésus Synchro gibt kein Lebenszeichen mehr: Starten Sie Crésus Synchro neu.',
  'failed.window': 'Das Fenster konnte nicht geöffnet werden: Öffnen Sie das Dokument erneut.',
} as const satisfies Record<keyof typeof fr, string>;
