import { filesDe } from './files/de.js';
import type { fr } from './fr.js';

export const de = {
  ...filesDe,
  cancel: 'Abbrechen',
  loading: 'Wird geladen…',
  'posting.title': 'Verbuchen',
  'posting.tabs': 'Ansichten',
  'posting.tab.entries': 'Ausstehende Buchungen',
  'posting.tab.history': 'Verlauf',
  'posting.search': 'Suchen',
  'posting.search.hint': 'Text, Beleg, Konto, Betrag…',
  'posting.found':
    '{n, plural, =0 {Keine Buchung gefunden} one {# Buchung gefunden} other {# Buchungen gefunden}}',
  'posting.loading': '{n} von {total} Buchungen geladen',
  'posting.empty': 'Keine ausstehenden Buchungen.',
  'posting.select-all': 'Alle Buchungen auswählen',
  'posting.select-source': 'Alle Buchungen aus {name} auswählen',
  'posting.select': '{entry} auswählen',
  'posting.blocked': 'Kann nicht verbucht werden: {entry}',
  'column.select': 'Auswahl',
  'column.change': 'Änderung',
  'column.date': 'Datum',
  'column.voucher': 'Beleg',
  'column.label': 'Text',
  'column.debit': 'Soll',
  'column.credit': 'Haben',
  'column.amount': 'Betrag',
  'column.vat': 'MWST',
  'column.posted': 'Verbucht am',
  'change.new': 'Neu',
  'change.changed': 'Geändert',
  'change.deleted': 'Gelöscht',
  'compound.lines': '{n, plural, one {# Zeile} other {# Zeilen}}',
  'compound.show': 'Zeilen anzeigen: {entry}',
  'compound.hide': 'Zeilen verbergen: {entry}',
  before: 'Vorher',
  after: 'Nachher',
  was: '{before} wird zu {after}',
  'empty-value': '(leer)',
  'field.foreign-amount': 'Fremdwährung',
  'field.exchange-rate': 'Kurs',
  'field.net': 'Nettobetrag',
  'field.vat-type': 'MWST-Art',
  'field.cost-centre': 'Kostenstelle',
  yes: 'ja',
  no: 'nein',
  'several-accounts': 'mehrere',
  period: 'Periode {begin} – {end}',
  'total.selected':
    '{n, plural, =0 {Keine Buchung ausgewählt} one {# Buchung ausgewählt} other {# Buchungen ausgewählt}}',
  'total.new': 'neu {amount}',
  'total.changed': 'geändert {amount}',
  'total.deleted': 'gelöscht {amount}',
  'posting.left':
    '{n, plural, one {# Buchung mit einem Problem bleibt ausstehend} other {# Buchungen mit einem Problem bleiben ausstehend}}',
  'posting.late':
    '{n, plural, one {# Buchung ist inzwischen dazugekommen; sie ist nicht ausgewählt} other {# Buchungen sind inzwischen dazugekommen; sie sind nicht ausgewählt}}',
  'posting.post': '{n, plural, =0 {Verbuchen} one {# Buchung verbuchen} other {# Buchungen verbuchen}}',
  'posting.not-possible': 'Buchungen können hier nicht verbucht werden.',
  'already.button': 'Bereits verbucht…',
  'already.explain':
    '{n, plural, one {# Buchung als bereits verbucht kennzeichnen? Nur wenn die Buchhaltung sie auf anderem Weg schon enthält. Sie wird weder gemeldet noch exportiert; im Verlauf lässt sich das rückgängig machen.} other {# Buchungen als bereits verbucht kennzeichnen? Nur wenn die Buchhaltung sie auf anderem Weg schon enthält. Sie werden weder gemeldet noch exportiert; im Verlauf lässt sich das rückgängig machen.}}',
  'already.include':
    '{n, plural, one {Einschliesslich # Buchung mit einem Problem} other {Einschliesslich # Buchungen mit einem Problem}}',
  'already.confirm': 'Als bereits verbucht kennzeichnen',
  outdated:
    'Nichts wurde verbucht: Die Buchungen haben sich inzwischen geändert. Jetzt ausstehend: {parts}. Prüfen Sie die Liste und verbuchen Sie erneut.',
  'outdated.none': 'Nichts wurde verbucht: Es stehen keine Buchungen mehr aus.',
  'no-longer-pending':
    '{n, plural, one {Nichts wurde verbucht: # ausgewählte Buchung steht nicht mehr aus. Prüfen Sie die Liste und verbuchen Sie erneut.} other {Nichts wurde verbucht: # ausgewählte Buchungen stehen nicht mehr aus. Prüfen Sie die Liste und verbuchen Sie erneut.}}',
  'result.posted': '{n, plural, one {# Buchung verbucht} other {# Buchungen verbucht}}',
  'result.already':
    '{n, plural, one {# Buchung als bereits verbucht gekennzeichnet} other {# Buchungen als bereits verbucht gekennzeichnet}}',
  'result.left':
    '{n, plural, one {# Buchung ist ausstehend geblieben} other {# Buchungen sind ausstehend geblieben}}',
  'result.more': '{n, plural, one {und # weitere} other {und # weitere}}',
  'result.next': 'Nächste Schritte',
  'result.back': 'Zurück zu den Buchungen',
  export: 'Importdatei speichern',
  'export.explain':
    'Die Buchhaltung hat diese Buchungen noch nicht: Speichern Sie die Datei und importieren Sie sie in die Buchhaltung.',
  'export.done': 'Gespeichert als {name}.',
  'export.name': 'buchungen',
  'export.again': 'Trotzdem speichern',
  'export.again.ask':
    'Zeilen dieser Datei wurden {when} schon gespeichert oder importiert: Ein erneuter Import würde sie doppelt verbuchen. Fahren Sie nur fort, wenn sie nicht in der Buchhaltung sind.',
  arrival: 'In die Buchhaltung importiert',
  'arrival.explain': 'Sagen Sie es hier, sobald die Datei importiert ist: Dann weiss es auch der Verlauf.',
  'arrival.done': '{when} in die Buchhaltung importiert.',
  when: 'am {day} um {time}',
  'history.empty': 'Es wurde noch nichts verbucht.',
  'history.posting': 'Verbuchung vom {day}, {time}',
  'history.exported': 'Importdatei gespeichert {when}',
  'state.waiting': 'noch nicht importiert',
  'state.arrived': 'importiert',
  'state.undone': 'Verbuchung rückgängig gemacht',
  'state.already': 'bereits verbucht',
  undo: 'Verbuchung rückgängig machen',
  'undo.ask':
    '{n, plural, one {Verbuchung von # Buchung rückgängig machen? Was die Dateien dann enthalten, steht wieder aus.} other {Verbuchung von # Buchungen rückgängig machen? Was die Dateien dann enthalten, steht wieder aus.}}',
  'undo.reversal':
    'Die Importdatei wurde gespeichert oder importiert: Danach werden Ihnen die Stornobuchungen angeboten. Importieren Sie diese, falls die Buchhaltung die Buchungen enthält.',
  'undo.blocked': 'Die Verbuchung vom {day}, {time} baut auf dieser auf: Machen Sie zuerst jene rückgängig.',
  'undo.blocked-by-later': 'Eine spätere Verbuchung baut auf dieser auf: Machen Sie zuerst jene rückgängig.',
  reversal: 'Stornobuchungen zum Importieren speichern',
  'reversal.explain':
    'Diese Buchungen waren importiert: Speichern Sie die Stornobuchungen und importieren Sie sie in die Buchhaltung.',
  'reversal.explain.exported':
    'Diese Buchungen waren für den Import gespeichert worden. Falls sie importiert wurden, speichern Sie die Stornobuchungen und importieren Sie auch diese; sonst ist nichts zu tun.',
  'reversal.name': 'stornobuchungen',
  'details.unreadable': 'Datei nicht lesbar',
  'details.missing': 'Datei nicht gefunden',
  'details.suspect': 'Ältere oder wiederhergestellte Datei',
  'details.twin': 'In Konflikt stehende Kopie',
  'details.index': 'Liste der Buchungsdateien',
  'details.held': 'Mandat anderswo geführt',
  'details.claim': 'Computer nicht geprüft',
  'details.solved': 'Erledigt: Hier ist nichts mehr zu tun.',
  'details.file': 'Datei',
  'details.original': 'Original',
  'details.machine': 'Computer',
  'details.since': 'Seit',
  'details.reason': 'Grund',
  'details.todo': 'Was tun',
  'details.moment': '{day}, {time}',
  'details.modified': 'geändert am {day} um {time}',
  'details.place': 'Zeile {line}, Spalte {column}: {text}',
  'details.found': '{text}: «{found}»',
  'read.empty-file': 'die Datei ist leer',
  'read.no-header': 'der Dateikopf fehlt',
  'read.wrong-file-type': 'die Datei ist nicht von dieser Art',
  'read.too-few-fields': 'es fehlen Felder',
  'read.bad-date': 'das Datum gibt es nicht',
  'read.bad-amount': 'der Betrag ist nicht lesbar',
  'read.bad-number': 'die Zahl ist nicht lesbar',
  'read.bad-flag': 'das Kennzeichen müsste 0 oder 1 sein',
  'read.bad-name': 'der Dateiname ist nicht erlaubt',
  'read.bad-line': 'die Zeile ist nicht lesbar',
  'read.duplicate-uid': 'diese Dateinummer ist zweimal vergeben',
  'read.unclosed-block': 'ein Block ist nicht abgeschlossen',
  'read.no-end': 'das Ende der Datei fehlt',
  'read.unwritable': 'der Wert lässt sich in diesem Format nicht schreiben',
  'read.unencodable': 'ein Zeichen gibt es in diesem Format nicht',
  'read.other': 'diese Stelle ist nicht lesbar',
  'suspect.lot-went-back': 'Die Losnummer ist von {known} auf {found} zurückgegangen.',
  'suspect.time-went-back': 'Das Datum der Datei ist vom {known} auf den {found} zurückgegangen.',
  'suspect.other-uid':
    'Die Datei trägt die Nummer {found} statt {expected}: Sie gehört vielleicht zu einer anderen Buchhaltung.',
  'suspect.mass-deletion':
    '{gone, plural, one {# der {posted} verbuchten Buchungen ist nicht mehr enthalten.} other {# der {posted} verbuchten Buchungen sind nicht mehr enthalten.}}',
  'todo.unreadable':
    'Speichern Sie erneut aus dem Programm, das diese Datei schreibt. Was bekannt war, bleibt sichtbar, wird aber inzwischen nicht verbucht.',
  'todo.refused':
    'Crésus Synchro liest diese Datei erneut, bis es gelingt. Dauert es an, schliessen Sie das Programm, das sie verwendet, oder prüfen Sie die Zugriffsrechte und das Laufwerk. Was bekannt war, bleibt sichtbar, wird inzwischen aber nicht verbucht.',
  'todo.missing':
    'Legen Sie die Datei an ihren Platz zurück oder verbinden Sie das Laufwerk wieder. Was bekannt war, kann verbucht werden.',
  'todo.suspect':
    'Ist diese Version die richtige, übernehmen Sie sie: Buchungen, die nicht mehr enthalten sind, werden als gelöscht gemeldet. Andernfalls stellen Sie die neuere Datei wieder her. Bis dahin wird nichts aus dieser Datei verbucht.',
  'todo.twin':
    'Vergleichen Sie die beiden Dateien: Behalten Sie die richtige unter dem Namen des Originals und entfernen Sie die andere, oder ignorieren Sie diese Kopie, wenn sie nicht zählt.',
  'todo.index.unreadable':
    'Öffnen und speichern Sie die Buchhaltung: Sie schreibt diese Liste neu. Bereits verknüpfte Dateien werden weiter verfolgt.',
  'todo.index.bad-lines':
    'Speichern Sie erneut aus den Programmen, deren Dateien hier fehlen. Die anderen Zeilen werden berücksichtigt.',
  'todo.index.held-elsewhere':
    'Eine Datei gehört nur zu einem Mandat: Entfernen Sie sie in der Buchhaltung aus einem der beiden.',
  'todo.index.listed-twice':
    'Nur die erste Zeile gilt: Die Buchungen der anderen werden nicht übernommen, damit nichts doppelt verbucht wird. Speichern Sie die Buchungsdatei in ihrem Programm neu oder entfernen Sie die überzählige Zeile in der Buchhaltung.',
  'todo.index.other-role':
    'Diese Datei ist für dieses Mandat keine Buchungsdatei. Lösen Sie ihre Verknüpfung in Crésus Synchro oder entfernen Sie die Zeile in der Buchhaltung.',
  'todo.held':
    'Verbucht wird auf jenem Computer. Übernehmen Sie das Mandat nur, wenn der andere Computer nicht mehr benutzt wird: Er kann dann nicht mehr verbuchen.',
  'todo.claim':
    'Übernehmen Sie das Mandat hier nur, wenn kein anderer Computer dafür verbucht: Dort können Einträge verbucht worden sein, ohne dass dieser Computer davon weiss.',
  'confirm-version': 'Diese Version übernehmen',
  'ignore-twin': 'Diese Kopie ignorieren',
  'show-file': 'Im Ordner anzeigen',
  'take-over': 'Mandat auf diesem Computer übernehmen',
  'sign-in.title': 'Anmeldung bei Crésus Synchro',
  'sign-in.since': 'Es ist {since} niemand angemeldet.',
  'sign-in.held-back':
    'Es ist {since} niemand angemeldet: {n, plural, one {# Buchung wartet} other {# Buchungen warten}}.',
  'sign-in.explain.accounting':
    'Die Buchhaltung gehört zu einem geteilten Mandat, aber die Synchronisation ist nicht möglich, wenn kein Benutzer in Crésus Synchro bei seinem Konto angemeldet ist.',
  'sign-in.explain.file':
    'Die Datei gehört zu einem geteilten Mandat, aber die Synchronisation ist nicht möglich, wenn kein Benutzer in Crésus Synchro bei seinem Konto angemeldet ist.',
  'sign-in.explain.console':
    'Geteilte Mandate können nicht synchronisiert werden, wenn kein Benutzer in Crésus Synchro bei seinem Konto angemeldet ist.',
  'sign-in.how': 'Die Anmeldeseite wird in Ihrem Browser geöffnet.',
  'sign-in.opening': 'Die Anmeldeseite wird geöffnet…',
  'sign-in.waiting': 'Die Anmeldeseite ist in Ihrem Browser geöffnet.',
  'sign-in.waiting.hint': 'Melden Sie sich dort an: Dieses Fenster schliesst sich von selbst.',
  'sign-in.blocked': 'Die Anmeldeseite konnte sich nicht von selbst öffnen: Öffnen Sie sie mit diesem Link.',
  'sign-in.link': 'Anmeldeseite öffnen',
  'sign-in.denied':
    'Die Anmeldung wurde verweigert oder abgebrochen. Versuchen Sie es erneut, falls das nicht beabsichtigt war.',
  'sign-in.expired': 'Die Anmeldung wurde nicht rechtzeitig abgeschlossen. Versuchen Sie es erneut.',
  'link.title': 'Verknüpfung wiederherstellen',
  'link.linked': '{name} ist an ihrem Platz: Hier gibt es nichts mehr zu tun.',
  'link.renamed': '{name} wurde umbenannt.',
  'link.moved': '{name} wurde verschoben.',
  'link.moved-and-renamed': '{name} wurde verschoben und umbenannt.',
  'link.ambiguous': '{name} ist nicht mehr an ihrem Platz, und mehrere Dateien kommen dafür in Frage.',
  'link.copy':
    'Dieses Dokument ist eine Kopie: Das Original ist noch an seinem Platz. Wenn Sie die Verknüpfung wiederherstellen, bezieht sich das Mandat auf die Kopie und folgt dem Original nicht mehr.',
  'link.other-file': 'An der Stelle von {name} liegt ein anderes Dokument.',
  'link.missing':
    '{name} ist nicht auffindbar. Legen Sie die Datei an ihren Platz zurück oder verbinden Sie das Laufwerk, auf dem sie liegt.',
  'link.old': 'Bisheriger Ort',
  'link.new': 'Neuer Ort',
  'link.original': 'Original',
  'link.the-copy': 'Kopie',
  'link.expected': 'Vorgesehener Ort',
  'link.found-there': 'Gefundenes Dokument',
  'link.why': 'Grund',
  'link.certain': 'Es ist dieselbe Datei:',
  'link.likely': 'Es ist wahrscheinlich dieselbe Datei:',
  'link.certain.alone': 'Es ist dieselbe Datei.',
  'link.likely.alone': 'Es ist wahrscheinlich dieselbe Datei.',
  'link.unknown': 'Nichts weist darauf hin, dass es dieselbe Datei ist.',
  'reason.internal-id': 'sie trägt dieselbe interne Kennung',
  'reason.file-number': 'das System führt sie unter derselben Dateinummer',
  'reason.carried-id': 'sie trägt dieselbe Nummer in ihrem Kopf',
  'reason.content': 'ihr Inhalt ist derselbe, bis auf Kleinigkeiten',
  'reason.size-and-time': 'Grösse und Datum stimmen überein',
  'reason.name': 'sie trägt denselben Namen',
  'link.choose': 'Welche ist die richtige?',
  'link.choose-first': 'Wählen Sie zuerst die richtige Datei.',
  'link.confirm-first': 'Kreuzen Sie zuerst das Kästchen oben an.',
  'link.adopt.copy': 'Das Mandat soll sich auf die Kopie beziehen',
  'link.adopt.other-file': 'Das Mandat soll sich auf dieses andere Dokument beziehen',
  'link.along':
    '{n, plural, one {… und # weitere Datei aus demselben Ordner} other {… und # weitere Dateien aus demselben Ordner}}',
  'link.along.names': '{n, plural, one {Namen anzeigen} other {Namen anzeigen}}',
  'link.outdated.same':
    'Nichts wurde geändert: Das Mandat hat sich inzwischen geändert. Prüfen Sie und bestätigen Sie erneut.',
  'link.outdated.from':
    'Nichts wurde geändert: Das Mandat nennt jetzt einen anderen Ort, {path}. Prüfen Sie und bestätigen Sie erneut.',
  'link.outdated.found':
    'Nichts wurde geändert: Die Datei liegt jetzt anderswo, {path}. Prüfen Sie und bestätigen Sie erneut.',
  'link.outdated.gone': 'Nichts wurde geändert: Die Datei ist inzwischen verschwunden.',
  'link.look-again': 'Erneut suchen',
  'migration.title': 'Migrieren',
  'migration.intro':
    '{n, plural, one {# Datei ist nicht dort, wo das Mandat sie nennt.} other {# Dateien sind nicht dort, wo das Mandat sie nennt.}} Für die angekreuzten wird das Mandat berichtigt; auf dem Laufwerk wird nichts verschoben.',
  'migration.empty': 'Alle Dateien sind an ihrem Platz: Hier gibt es nichts zu tun.',
  'migration.from': 'Ordner {folder}',
  'migration.new-folder': 'jetzt {folder}',
  'migration.select': '{name} migrieren',
  'migration.select-all': 'Alles migrieren, was in {folder} sicher ist',
  'migration.place': 'Ort von {name}',
  'migration.choose': 'Ort wählen…',
  'migration.certain': 'Dieselbe Datei: {reasons}.',
  'migration.likely': 'Zu prüfen – wahrscheinlich dieselbe Datei: {reasons}.',
  'migration.unknown': 'Zu prüfen – nichts weist darauf hin, dass es dieselbe Datei ist.',
  'migration.missing': 'Nicht auffindbar',
  'migration.missing.hint':
    'Legen Sie sie an ihren Platz zurück oder verbinden Sie das Laufwerk, auf dem sie liegt.',
  'migration.copy': 'Kopie – das Original ist noch an seinem Platz.',
  'migration.other-file': 'An ihrer Stelle liegt ein anderes Dokument.',
  'migration.renamed': '{old} wird zu {name}',
  'migration.confirm': '{n, plural, =0 {Migrieren} one {# Datei migrieren} other {# Dateien migrieren}}',
  'migration.none-selected': 'Kreuzen Sie zuerst mindestens eine Datei an.',
  'migration.left': '{n, plural, one {# Datei bleibt, wie sie ist} other {# Dateien bleiben, wie sie sind}}',
  'migration.outdated':
    'Nichts wurde geändert: Die Lage hat sich inzwischen geändert. Prüfen Sie die Liste und wiederholen Sie den Vorgang.',
  'migration.done':
    '{n, plural, one {# Verknüpfung wiederhergestellt} other {# Verknüpfungen wiederhergestellt}}',
  'own.title': 'Buchungen dieses Dokuments',
  'own.tab.waiting': 'Ausstehend ({n})',
  'own.tab.problems': 'Zu korrigieren ({n})',
  'own.tab.posted': 'Verbucht ({n})',
  'own.empty.waiting': 'Keine Buchung ist zu verbuchen.',
  'own.empty.problems': 'Keine Buchung ist zu korrigieren.',
  'own.empty.posted': 'Keine Buchung ist verbucht.',
  'own.explain.waiting': 'Diese Buchungen sind in der Buchhaltung zu verbuchen: Hier gibt es nichts zu tun.',
  'own.explain.problems':
    'Diese Buchungen können nicht verbucht werden. Korrigieren Sie sie in diesem Programm oder ergänzen Sie die Buchhaltung: Sie verschwinden dann von selbst aus dieser Liste.',
  'own.explain.posted':
    'Diese Buchungen sind verbucht. Wenn Sie sie ändern, ist auch die Änderung wieder zu verbuchen.',
  'own.explain.locked':
    'Diese Löhne sind gesperrt: Sie bleiben es, bis ihre Verbuchung in der Buchhaltung rückgängig gemacht wird.',
  'problem.unknown-account':
    'Konto {account} unbekannt: in der Buchhaltung anlegen oder die Buchung korrigieren',
  'problem.title-account': 'Konto {account} ist ein Titel: ein bebuchbares Konto wählen',
  'problem.group-account': 'Konto {account} ist eine Gruppe: ein bebuchbares Konto wählen',
  'problem.unknown-vat-code':
    'MWST-Code {vatCode} unbekannt: in der Buchhaltung anlegen oder die Buchung korrigieren',
  'problem.outside-periods':
    'Datum {date} ausserhalb jeder Buchungsperiode: Datum korrigieren oder Periode eröffnen',
  'problem.missing-amount': 'Betrag fehlt: im Ursprungsprogramm ergänzen',
  'problem.zero-amount': 'Betrag ist null: im Ursprungsprogramm korrigieren',
  'problem.unwritable-character':
    'Zeichen {character} {field, select, account {in der Kontonummer} voucher {in der Belegnummer} vat {in der MWST-Angabe} other {im Buchungstext}}, das die Buchhaltung nicht importieren kann: im Ursprungsprogramm entfernen',
  'problem.unbalanced':
    'Buchung nicht ausgeglichen: Soll und Haben weichen ab, im Ursprungsprogramm korrigieren',
  'problem.one-sided': 'Soll oder Haben fehlt: im Ursprungsprogramm ergänzen',
  'problem.source-blocked':
    '{trouble, select, unreadable {Datei nicht lesbar} other {Ältere oder wiederhergestellte Datei}}: siehe Details der Meldung in der Buchhaltung',
  'problem.other': 'Dieser Version unbekanntes Problem: Aktualisierung von Crésus Synchro installieren',
  'problem.at-line': 'Zeile {n} – {text}',
  'error.invalid-request':
    'Die Anfrage wurde nicht verstanden. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.unauthorized':
    'Der Zugriff auf Crésus Synchro wurde verweigert. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.not-found': 'Crésus Synchro kennt diese Funktion nicht: Installieren Sie die Aktualisierung.',
  'error.mandate-not-found':
    'Dieses Mandat gibt es nicht mehr. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.file-not-found':
    'Diese Datei gehört nicht mehr zum Mandat. Verknüpfen Sie sie bei Bedarf erneut mit dem Mandat.',
  'error.posting-not-found':
    'Diese Verbuchung gibt es nicht mehr. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.path-not-absolute': 'Der Pfad der Datei ist unvollständig: Geben Sie ihn ab dem Laufwerk an.',
  'error.file-access-failed':
    '{path}: {reason}. Es wurde nichts ausgeführt; versuchen Sie es erneut, sobald das behoben ist.',
  'error.path-not-found':
    'An dieser Stelle gibt es keine Datei: Prüfen Sie, ob das Laufwerk verbunden ist, und versuchen Sie es erneut.',
  'error.not-an-accounting-file': 'Dies ist keine Buchhaltungsdatei: Wählen Sie eine .cre-Datei.',
  'error.not-a-chart': 'Der Kontenplan ist nicht lesbar: Exportieren Sie ihn erneut aus der Buchhaltung.',
  'error.already-in-mandate':
    'Diese Datei gehört bereits zu einem Mandat: Öffnen Sie dieses Mandat oder entfernen Sie die Datei zuerst daraus.',
  'error.accounting-file-ambiguous':
    'Das Mandat hat mehrere Buchhaltungen: Öffnen Sie die gemeinte und wiederholen Sie den Vorgang.',
  'error.revision-outdated':
    'Die Buchungen haben sich inzwischen geändert: Prüfen Sie die Liste und wiederholen Sie den Vorgang.',
  'error.entries-not-pending':
    'Einige der gewählten Buchungen stehen nicht mehr aus: Prüfen Sie die Liste und wiederholen Sie den Vorgang.',
  'error.nothing-to-post':
    'Keine dieser Buchungen kann verbucht werden: Beheben Sie die in der Liste angezeigten Probleme.',
  'error.revision-required':
    'Die Anfrage war nicht vollständig. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.held-elsewhere':
    'Dieses Mandat wird von {machine} geführt: Verbuchen Sie auf jenem Computer oder übernehmen Sie das Mandat hier.',
  'error.claim-unverified':
    'Nichts wurde geändert: Es lässt sich nicht prüfen, ob dieser Computer das Mandat führt ({reason}).',
  'error.idempotency-key-required':
    'Die Anfrage war nicht vollständig. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.idempotency-key-reused':
    'Diese Anfrage wurde bereits anders gestellt: Prüfen Sie den Verlauf und wiederholen Sie den Vorgang.',
  'error.posting-built-upon':
    'Eine spätere Verbuchung baut auf dieser auf: Machen Sie zuerst jene rückgängig.',
  'error.posting-already-undone':
    'Diese Verbuchung ist bereits rückgängig gemacht: Es ist nichts mehr zu tun.',
  'error.nothing-to-export': 'Für diese Verbuchung gibt es nichts zu importieren: Es ist nichts mehr zu tun.',
  'error.already-exported':
    'Diese Zeilen wurden schon für den Import gespeichert: Importieren Sie sie nicht ein zweites Mal.',
  'error.source-not-suspect':
    'Diese Version ist nicht mehr die der Datei: Schliessen Sie dieses Fenster und sehen Sie, was der Banner meldet.',
  'error.not-supported':
    'Crésus Synchro kann das auf diesem Computer nicht: Installieren Sie die Aktualisierung.',
  'error.not-signed-in': 'Kein Benutzer ist angemeldet: Melden Sie sich an und versuchen Sie es erneut.',
  'error.no-internet':
    'Der Server für geteilte Mandate antwortet nicht: Prüfen Sie den Internetzugang und versuchen Sie es erneut.',
  'error.sync-refused':
    'Der Server verweigert die Synchronisation dieses Mandats: Prüfen Sie das Abonnement und Ihre Zugriffsrechte und versuchen Sie es erneut.',
  'error.mandate-not-shared': 'Dieses Mandat ist nicht geteilt: Es gibt nichts zu synchronisieren.',
  'error.not-a-document':
    'Diese Datei kann nicht verknüpft werden: Wählen Sie ein Dokument der Fakturierung, der Löhne, der Bank oder der Anlagen.',
  'error.file-type-unknown':
    'Kein Crésus-Programm schreibt diesen Dateityp: Wählen Sie eine Datei vom Typ {types}.',
  'error.not-listed':
    'Diese Buchungsdatei ist nicht mit der Buchhaltung verbunden: Verbinden Sie sie zuerst im Programm, das sie schreibt.',
  'error.last-accounting-file':
    'Die einzige Buchhaltungsdatei eines Mandats kann nicht gelöst werden: Entfernen Sie stattdessen das Mandat.',
  'error.folder-not-allowed':
    'Crésus Synchro darf in diesen Ordner nicht hineinschauen: Wählen Sie einen anderen.',
  'error.not-beside-accounting':
    'Eine Buchungsdatei muss neben der Buchhaltung liegen: Legen Sie sie in deren Ordner zurück und wiederholen Sie den Vorgang.',
  'error.link-change-not-found': 'Diese Korrektur gibt es nicht mehr: Laden Sie die Seite neu.',
  'error.link-outdated':
    'Nichts wurde geändert: Die Lage der Datei hat sich inzwischen geändert. Prüfen Sie sie und wiederholen Sie den Vorgang.',
  'error.not-the-same-file':
    'Nichts wurde geändert: Es ist nicht sicher, dass es dieselbe Datei ist. Prüfen Sie sie und wählen Sie sie ausdrücklich.',
  'error.payload-too-large':
    'Zu viele Buchungen auf einmal: Verbuchen Sie alle zusammen oder in mehreren Malen.',
  'error.unsupported-media-type':
    'Die Anfrage wurde nicht verstanden. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
  'error.too-many-streams':
    'Zu viele Dokumente sind gleichzeitig mit Crésus Synchro verbunden: Schliessen Sie einige davon und versuchen Sie es erneut.',
  'error.storage-failed':
    'Nichts wurde geändert: Auf die Festplatte konnte nicht geschrieben werden. Schaffen Sie Platz und versuchen Sie es erneut.',
  'error.internal-error':
    'In Crésus Synchro ist ein unerwarteter Fehler aufgetreten: Versuchen Sie es erneut und starten Sie Crésus Synchro neu, falls er sich wiederholt.',
  'error.unknown':
    'Crésus Synchro meldet einen Fehler, den diese Version nicht kennt: Installieren Sie die Aktualisierung.',
  'error.unexpected':
    'Etwas Unerwartetes ist geschehen. Schliessen Sie das Dokument, öffnen Sie es erneut und wiederholen Sie den Vorgang.',
} as const satisfies Record<keyof typeof fr, string>;
