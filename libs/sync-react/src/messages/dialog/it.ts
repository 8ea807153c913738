import { filesIt } from './files/it.js';
import type { fr } from './fr.js';

export const it = {
  ...filesIt,
  cancel: 'Annullare',
  loading: 'Caricamento…',
  'posting.title': 'Contabilizzare',
  'posting.tabs': 'Viste',
  'posting.tab.entries': 'Registrazioni in attesa',
  'posting.tab.history': 'Cronologia',
  'posting.search': 'Cercare',
  'posting.search.hint': 'Testo, giustificativo, conto, importo…',
  'posting.found':
    '{n, plural, =0 {Nessuna registrazione trovata} one {# registrazione trovata} other {# registrazioni trovate}}',
  'posting.loading': '{n} registrazioni caricate su {total}',
  'posting.empty': 'Nessuna registrazione in attesa.',
  'posting.select-all': 'Selezionare tutte le registrazioni',
  'posting.select-source': 'Selezionare tutte le registrazioni di {name}',
  'posting.select': 'Selezionare {entry}',
  'posting.blocked': 'Non può essere contabilizzata: {entry}',
  'column.select': 'Selezione',
  'column.change': 'Modifica',
  'column.date': 'Data',
  'column.voucher': 'Giustificativo',
  'column.label': 'Testo',
  'column.debit': 'Dare',
  'column.credit': 'Avere',
  'column.amount': 'Importo',
  'column.vat': 'IVA',
  'column.posted': 'Contabilizzata il',
  'change.new': 'Nuova',
  'change.changed': 'Modificata',
  'change.deleted': 'Eliminata',
  'compound.lines': '{n, plural, one {# riga} other {# righe}}',
  'compound.show': 'Mostrare le righe: {entry}',
  'compound.hide': 'Nascondere le righe: {entry}',
  before: 'Prima',
  after: 'Dopo',
  was: '{before} diventa {after}',
  'empty-value': '(vuoto)',
  'field.foreign-amount': 'Valuta estera',
  'field.exchange-rate': 'Cambio',
  'field.net': 'Importo netto',
  'field.vat-type': 'Tipo di IVA',
  'field.cost-centre': 'Centro di costo',
  yes: 'sì',
  no: 'no',
  'several-accounts': 'più conti',
  period: 'Periodo {begin} – {end}',
  'total.selected':
    '{n, plural, =0 {Nessuna registrazione selezionata} one {# registrazione selezionata} other {# registrazioni selezionate}}',
  'total.new': 'nuove {amount}',
  'total.changed': 'modificate {amount}',
  'total.deleted': 'eliminate {amount}',
  'posting.left':
    '{n, plural, one {# registrazione con un problema resta in attesa} other {# registrazioni con un problema restano in attesa}}',
  'posting.late':
    '{n, plural, one {# registrazione è arrivata nel frattempo; non è selezionata} other {# registrazioni sono arrivate nel frattempo; non sono selezionate}}',
  'posting.post':
    '{n, plural, =0 {Contabilizzare} one {Contabilizzare # registrazione} other {Contabilizzare # registrazioni}}',
  'posting.not-possible': 'Qui le registrazioni non possono essere contabilizzate.',
  'already.button': 'Già contabilizzate…',
  'already.explain':
    '{n, plural, one {Contrassegnare # registrazione come già contabilizzata? Da scegliere se la contabilità la contiene già per altra via. Non sarà né segnalata né esportata; dalla cronologia si può tornare indietro.} other {Contrassegnare # registrazioni come già contabilizzate? Da scegliere se la contabilità le contiene già per altra via. Non saranno né segnalate né esportate; dalla cronologia si può tornare indietro.}}',
  'already.include':
    '{n, plural, one {Compresa # registrazione che ha un problema} other {Comprese # registrazioni che hanno un problema}}',
  'already.confirm': 'Contrassegnare come già contabilizzate',
  outdated:
    'Nulla è stato contabilizzato: nel frattempo le registrazioni sono cambiate. Ora in attesa: {parts}. Verificate l’elenco, poi contabilizzate di nuovo.',
  'outdated.none': 'Nulla è stato contabilizzato: non ci sono più registrazioni in attesa.',
  'no-longer-pending':
    '{n, plural, one {Nulla è stato contabilizzato: # registrazione selezionata non è più in attesa. Verificate l’elenco, poi contabilizzate di nuovo.} other {Nulla è stato contabilizzato: # registrazioni selezionate non sono più in attesa. Verificate l’elenco, poi contabilizzate di nuovo.}}',
  'result.posted': '{n, plural, one {# registrazione contabilizzata} other {# registrazioni contabilizzate}}',
  'result.already':
    '{n, plural, one {# registrazione contrassegnata come già contabilizzata} other {# registrazioni contrassegnate come già contabilizzate}}',
  'result.left':
    '{n, plural, one {# registrazione è rimasta in attesa} other {# registrazioni sono rimaste in attesa}}',
  'result.more': '{n, plural, one {e # altra} other {e # altre}}',
  'result.next': 'Passi successivi',
  'result.back': 'Tornare alle registrazioni',
  export: 'Salvare il file da importare',
  'export.explain':
    'La contabilità non ha ancora queste registrazioni: salvate il file, poi importatelo nella contabilità.',
  'export.done': 'Salvato come {name}.',
  'export.name': 'registrazioni',
  'export.again': 'Salva comunque',
  'export.again.ask':
    'Alcune righe di questo file sono già state salvate o importate {when}: importarle di nuovo le contabilizzerebbe due volte. Continuate solo se non si trovano nella contabilità.',
  arrival: 'Importato nella contabilità',
  'arrival.explain': 'Una volta importato il file, confermatelo qui: lo saprà anche la cronologia.',
  'arrival.done': 'Importato nella contabilità {when}.',
  when: 'il {day} alle ore {time}',
  'history.empty': 'Non è ancora stato contabilizzato nulla.',
  'history.posting': 'Contabilizzazione del {day}, {time}',
  'history.exported': 'File da importare salvato {when}',
  'state.waiting': 'non ancora importato',
  'state.arrived': 'importato',
  'state.undone': 'decontabilizzato',
  'state.already': 'già contabilizzate',
  undo: 'Decontabilizzare',
  'undo.ask':
    '{n, plural, one {Decontabilizzare # registrazione? Quanto contengono allora i file sarà di nuovo in attesa.} other {Decontabilizzare # registrazioni? Quanto contengono allora i file sarà di nuovo in attesa.}}',
  'undo.reversal':
    'Il file da importare è stato salvato o importato: in seguito vi saranno proposti gli storni, da importare se la contabilità contiene queste registrazioni.',
  'undo.blocked': 'La contabilizzazione del {day}, {time} si basa su questa: decontabilizzate prima quella.',
  'undo.blocked-by-later':
    'Una contabilizzazione successiva si basa su questa: decontabilizzate prima quella.',
  reversal: 'Salvare gli storni da importare',
  'reversal.explain':
    'Queste registrazioni erano state importate: salvate gli storni, poi importateli nella contabilità.',
  'reversal.explain.exported':
    'Queste registrazioni erano state salvate per l’importazione. Se sono state importate, salvate i loro storni e importate anche questi; altrimenti non c’è nulla da fare.',
  'reversal.name': 'storni',
  'details.unreadable': 'File illeggibile',
  'details.missing': 'File non trovato',
  'details.suspect': 'File vecchio o ripristinato',
  'details.twin': 'Copia in conflitto',
  'details.index': 'Elenco dei file di registrazioni',
  'details.held': 'Mandato tenuto altrove',
  'details.claim': 'Computer non verificato',
  'details.solved': 'Risolto: qui non c’è più nulla da fare.',
  'details.file': 'File',
  'details.original': 'Originale',
  'details.machine': 'Computer',
  'details.since': 'Da',
  'details.reason': 'Motivo',
  'details.todo': 'Che cosa fare',
  'details.moment': '{day}, {time}',
  'details.modified': 'modificato il {day} alle ore {time}',
  'details.place': 'Riga {line}, colonna {column}: {text}',
  'details.found': '{text}: «{found}»',
  'read.empty-file': 'il file è vuoto',
  'read.no-header': 'manca l’intestazione',
  'read.wrong-file-type': 'il file non è di questo tipo',
  'read.too-few-fields': 'mancano dei campi',
  'read.bad-date': 'la data non esiste',
  'read.bad-amount': 'l’importo non si legge',
  'read.bad-number': 'il numero non si legge',
  'read.bad-flag': 'il contrassegno dovrebbe essere 0 o 1',
  'read.bad-name': 'il nome del file non è ammesso',
  'read.bad-line': 'la riga non si legge',
  'read.duplicate-uid': 'questo numero di file è attribuito due volte',
  'read.unclosed-block': 'un blocco non è terminato',
  'read.no-end': 'manca la fine del file',
  'read.unwritable': 'il valore non può essere scritto in questo formato',
  'read.unencodable': 'un carattere non esiste in questo formato',
  'read.other': 'questo punto non si legge',
  'suspect.lot-went-back': 'Il numero di lotto è tornato da {known} a {found}.',
  'suspect.time-went-back': 'La data del file è tornata dal {known} al {found}.',
  'suspect.other-uid':
    'Il file porta il numero {found} invece di {expected}: forse appartiene a un’altra contabilità.',
  'suspect.mass-deletion':
    '{gone, plural, one {# delle {posted} registrazioni contabilizzate non vi figura più.} other {# delle {posted} registrazioni contabilizzate non vi figurano più.}}',
  'todo.unreadable':
    'Salvate di nuovo dal programma che scrive questo file. Quanto era noto resta visibile, ma nel frattempo non viene contabilizzato.',
  'todo.refused':
    'Crésus Synchro rilegge questo file finché non riesce. Se la situazione persiste, chiudete il programma che lo usa oppure verificate i diritti di accesso e l’unità. Quanto era noto resta visibile, ma nel frattempo non viene contabilizzato.',
  'todo.missing':
    'Rimettete il file al suo posto, o ricollegate l’unità su cui si trova. Quanto era noto può essere contabilizzato.',
  'todo.suspect':
    'Se questa versione è quella giusta, riprendetela: le registrazioni che non vi figurano più saranno segnalate come eliminate. Altrimenti rimettete il file recente. Nel frattempo nulla di questo file viene contabilizzato.',
  'todo.twin':
    'Confrontate i due file: tenete quello giusto sotto il nome dell’originale e togliete l’altro, oppure ignorate questa copia se non conta.',
  'todo.index.unreadable':
    'Riaprite la contabilità e salvatela: riscrive questo elenco. I file già collegati restano seguiti.',
  'todo.index.bad-lines':
    'Salvate di nuovo dai programmi i cui file mancano qui. Le altre righe sono prese in considerazione.',
  'todo.index.held-elsewhere':
    'Un file appartiene a un solo mandato: toglietelo da uno dei due nella contabilità.',
  'todo.index.listed-twice':
    'Vale solo la prima riga: le registrazioni dell’altra non vengono riprese, per non contabilizzare nulla due volte. Salvate di nuovo il file di registrazioni dal suo programma, o togliete la riga in eccesso nella contabilità.',
  'todo.index.other-role':
    'Per questo mandato il file non è un file di registrazioni. Scollegatelo in Crésus Synchro, o togliete la riga nella contabilità.',
  'todo.held':
    'Le registrazioni si contabilizzano su quel computer. Riprendete il mandato qui solo se l’altro non viene più usato: quello non potrà più contabilizzare.',
  'todo.claim':
    'Riprendete il mandato qui solo se nessun altro computer contabilizza per esso: là possono essere state contabilizzate registrazioni senza che questo computer lo sappia.',
  'confirm-version': 'Riprendere questa versione',
  'ignore-twin': 'Ignorare questa copia',
  'show-file': 'Mostrare nella cartella',
  'take-over': 'Riprendere il mandato su questo computer',
  'sign-in.title': 'Accesso a Crésus Synchro',
  'sign-in.since': 'Nessuno è connesso {since}.',
  'sign-in.held-back':
    'Nessuno è connesso {since}: {n, plural, one {# registrazione attende} other {# registrazioni attendono}}.',
  'sign-in.explain.accounting':
    'La contabilità fa parte di un mandato condiviso, ma la sincronizzazione è impossibile se nessun utente è connesso al proprio conto in Crésus Synchro.',
  'sign-in.explain.file':
    'Il file fa parte di un mandato condiviso, ma la sincronizzazione è impossibile se nessun utente è connesso al proprio conto in Crésus Synchro.',
  'sign-in.explain.console':
    'I mandati condivisi non possono essere sincronizzati se nessun utente è connesso al proprio conto in Crésus Synchro.',
  'sign-in.how': 'La pagina di accesso si aprirà nel vostro browser.',
  'sign-in.opening': 'La pagina di accesso si apre…',
  'sign-in.waiting': 'La pagina di accesso è aperta nel vostro browser.',
  'sign-in.waiting.hint': 'Accedete lì: questa finestra si chiuderà da sola.',
  'sign-in.blocked': 'La pagina di accesso non ha potuto aprirsi da sola: apritela con questo link.',
  'sign-in.link': 'Aprire la pagina di accesso',
  'sign-in.denied': 'L’accesso è stato negato o abbandonato. Riprovate se non era voluto.',
  'sign-in.expired': 'L’accesso non è stato completato in tempo. Riprovate.',
  'link.title': 'Ripristinare il collegamento',
  'link.linked': '{name} è al suo posto: qui non c’è più nulla da fare.',
  'link.renamed': '{name} è stato rinominato.',
  'link.moved': '{name} è stato spostato.',
  'link.moved-and-renamed': '{name} è stato spostato e rinominato.',
  'link.ambiguous': '{name} non è più al suo posto, e più file possono essere quello che il mandato cerca.',
  'link.copy':
    'Questo documento è una copia: l’originale è ancora al suo posto. Se ripristinate il collegamento, il mandato si riferirà alla copia e non seguirà più l’originale.',
  'link.other-file': 'Al posto di {name} si trova un altro documento.',
  'link.missing':
    '{name} è introvabile. Rimettete il file al suo posto, o ricollegate il disco su cui si trova.',
  'link.old': 'Vecchia posizione',
  'link.new': 'Nuova posizione',
  'link.original': 'Originale',
  'link.the-copy': 'Copia',
  'link.expected': 'Posizione prevista',
  'link.found-there': 'Documento trovato',
  'link.why': 'Motivo',
  'link.certain': 'È lo stesso file:',
  'link.likely': 'È probabilmente lo stesso file:',
  'link.certain.alone': 'È lo stesso file.',
  'link.likely.alone': 'È probabilmente lo stesso file.',
  'link.unknown': 'Nulla indica che sia lo stesso file.',
  'reason.internal-id': 'porta lo stesso identificatore interno',
  'reason.file-number': 'il sistema lo conosce con lo stesso numero di file',
  'reason.carried-id': 'porta lo stesso numero nella sua intestazione',
  'reason.content': 'il suo contenuto è lo stesso, salvo dettagli',
  'reason.size-and-time': 'dimensione e data coincidono',
  'reason.name': 'porta lo stesso nome',
  'link.choose': 'Qual è quello giusto?',
  'link.choose-first': 'Scegliete prima il file giusto.',
  'link.confirm-first': 'Spuntate prima la casella qui sopra.',
  'link.adopt.copy': 'Il mandato deve riferirsi alla copia',
  'link.adopt.other-file': 'Il mandato deve riferirsi a questo altro documento',
  'link.along':
    '{n, plural, one {… e # altro file della stessa cartella} other {… e # altri file della stessa cartella}}',
  'link.along.names': '{n, plural, one {Mostrare il nome} other {Mostrare i nomi}}',
  'link.outdated.same':
    'Nulla è stato cambiato: il mandato è cambiato nel frattempo. Verificate, poi confermate di nuovo.',
  'link.outdated.from':
    'Nulla è stato cambiato: il mandato indica ora un’altra posizione, {path}. Verificate, poi confermate di nuovo.',
  'link.outdated.found':
    'Nulla è stato cambiato: il file si trova ora altrove, {path}. Verificate, poi confermate di nuovo.',
  'link.outdated.gone': 'Nulla è stato cambiato: il file è scomparso nel frattempo.',
  'link.look-again': 'Cercare di nuovo',
  'migration.title': 'Migrare',
  'migration.intro':
    '{n, plural, one {# file non è dove lo indica il mandato.} other {# file non sono dove li indica il mandato.}} Per quelli spuntati il mandato sarà corretto; sul disco non viene spostato nulla.',
  'migration.empty': 'Tutti i file sono al loro posto: qui non c’è nulla da fare.',
  'migration.from': 'Cartella {folder}',
  'migration.new-folder': 'ora {folder}',
  'migration.select': 'Migrare {name}',
  'migration.select-all': 'Migrare tutto ciò che è certo in {folder}',
  'migration.place': 'Posizione di {name}',
  'migration.choose': 'Scegliere la posizione…',
  'migration.certain': 'Lo stesso file: {reasons}.',
  'migration.likely': 'Da verificare – probabilmente lo stesso file: {reasons}.',
  'migration.unknown': 'Da verificare – nulla indica che sia lo stesso file.',
  'migration.missing': 'Introvabile',
  'migration.missing.hint': 'Rimettetelo al suo posto, o ricollegate il disco su cui si trova.',
  'migration.copy': 'Copia – l’originale è ancora al suo posto.',
  'migration.other-file': 'Al suo posto si trova un altro documento.',
  'migration.renamed': '{old} diventa {name}',
  'migration.confirm': '{n, plural, =0 {Migrare} other {Migrare # file}}',
  'migration.none-selected': 'Spuntate prima almeno un file.',
  'migration.left': '{n, plural, one {# file resta com’è} other {# file restano come sono}}',
  'migration.outdated':
    'Nulla è stato cambiato: la situazione è cambiata nel frattempo. Verificate l’elenco, poi ripetete l’operazione.',
  'migration.done': '{n, plural, one {# collegamento ripristinato} other {# collegamenti ripristinati}}',
  'own.title': 'Registrazioni di questo documento',
  'own.tab.waiting': 'In attesa ({n})',
  'own.tab.problems': 'Da correggere ({n})',
  'own.tab.posted': 'Contabilizzate ({n})',
  'own.empty.waiting': 'Nessuna registrazione è da contabilizzare.',
  'own.empty.problems': 'Nessuna registrazione è da correggere.',
  'own.empty.posted': 'Nessuna registrazione è contabilizzata.',
  'own.explain.waiting':
    'Queste registrazioni sono da contabilizzare nella contabilità: qui non c’è nulla da fare.',
  'own.explain.problems':
    'Queste registrazioni non possono essere contabilizzate. Correggetele in questo programma o completate la contabilità: spariranno allora da sole da questo elenco.',
  'own.explain.posted':
    'Queste registrazioni sono contabilizzate. Se le modificate, anche la modifica dovrà essere contabilizzata.',
  'own.explain.locked':
    'Questi salari sono bloccati: lo restano finché la loro contabilizzazione non è annullata nella contabilità.',
  'problem.unknown-account':
    'Conto {account} sconosciuto: createlo nella contabilità o correggete la registrazione',
  'problem.title-account': 'Il conto {account} è un titolo: scegliete un conto registrabile',
  'problem.group-account': 'Il conto {account} è un gruppo: scegliete un conto registrabile',
  'problem.unknown-vat-code':
    'Codice IVA {vatCode} sconosciuto: createlo nella contabilità o correggete la registrazione',
  'problem.outside-periods':
    'Data {date} al di fuori di ogni periodo contabile: correggete la data o aprite il periodo',
  'problem.missing-amount': 'Importo mancante: completatelo nel programma d’origine',
  'problem.zero-amount': 'Importo nullo: correggetelo nel programma d’origine',
  'problem.unwritable-character':
    'Carattere {character} {field, select, account {nel numero di conto} voucher {nel numero di documento} vat {nell’indicazione IVA} other {nella descrizione}}, che la contabilità non può importare: eliminatelo nel programma d’origine',
  'problem.unbalanced':
    'Registrazione non equilibrata: dare e avere differiscono, correggetela nel programma d’origine',
  'problem.one-sided': 'Manca il dare o l’avere: completatelo nel programma d’origine',
  'problem.source-blocked':
    '{trouble, select, unreadable {File illeggibile} other {File vecchio o ripristinato}}: vedete i dettagli della notifica nella contabilità',
  'problem.other': 'Problema sconosciuto a questa versione: installate l’aggiornamento di Crésus Synchro',
  'problem.at-line': 'Riga {n} – {text}',
  'error.invalid-request': 'La richiesta non è stata capita. Chiudete il documento, riapritelo e riprovate.',
  'error.unauthorized':
    'L’accesso a Crésus Synchro è stato negato. Chiudete il documento, riapritelo e riprovate.',
  'error.not-found': 'Crésus Synchro non conosce questa funzione: installatene l’aggiornamento.',
  'error.mandate-not-found': 'Questo mandato non esiste più. Chiudete il documento, riapritelo e riprovate.',
  'error.file-not-found': 'Questo file non fa più parte del mandato. Se necessario ricollegatelo al mandato.',
  'error.posting-not-found':
    'Questa contabilizzazione non esiste più. Chiudete il documento, riapritelo e riprovate.',
  'error.path-not-absolute': 'Il percorso del file è incompleto: indicatelo a partire dall’unità.',
  'error.file-access-failed':
    '{path}: {reason}. Non è stato eseguito nulla; riprovate quando il problema è risolto.',
  'error.path-not-found':
    'In questo punto non c’è alcun file: verificate che l’unità sia collegata, poi riprovate.',
  'error.not-an-accounting-file': 'Non è un file di contabilità: scegliete un file .cre.',
  'error.not-a-chart': 'Il piano dei conti non si legge: esportatelo di nuovo dalla contabilità.',
  'error.already-in-mandate':
    'Questo file fa già parte di un mandato: aprite quel mandato, o toglietene prima il file.',
  'error.accounting-file-ambiguous': 'Il mandato ha più contabilità: aprite quella desiderata e riprovate.',
  'error.revision-outdated':
    'Nel frattempo le registrazioni sono cambiate: verificate l’elenco, poi riprovate.',
  'error.entries-not-pending':
    'Alcune registrazioni scelte non sono più in attesa: verificate l’elenco, poi riprovate.',
  'error.nothing-to-post':
    'Nessuna di queste registrazioni può essere contabilizzata: correggete i problemi indicati nell’elenco.',
  'error.revision-required': 'La richiesta non era completa. Chiudete il documento, riapritelo e riprovate.',
  'error.held-elsewhere':
    'Questo mandato è tenuto da {machine}: contabilizzate su quel computer, o riprendete qui il mandato.',
  'error.claim-unverified':
    'Nulla è stato modificato: non si può verificare che questo computer tenga il mandato ({reason}).',
  'error.idempotency-key-required':
    'La richiesta non era completa. Chiudete il documento, riapritelo e riprovate.',
  'error.idempotency-key-reused':
    'Questa richiesta era già stata fatta in altro modo: verificate la cronologia, poi riprovate.',
  'error.posting-built-upon':
    'Una contabilizzazione successiva si basa su questa: decontabilizzate prima quella.',
  'error.posting-already-undone':
    'Questa contabilizzazione è già stata decontabilizzata: non c’è più nulla da fare.',
  'error.nothing-to-export':
    'Per questa contabilizzazione non c’è nulla da importare: non c’è più nulla da fare.',
  'error.already-exported':
    'Queste righe sono già state salvate per l’importazione: non importatele una seconda volta.',
  'error.source-not-suspect':
    'Questa versione non è più quella del file: chiudete questa finestra e guardate che cosa dice il banner.',
  'error.not-supported': 'Crésus Synchro non può farlo su questo computer: installate l’aggiornamento.',
  'error.not-signed-in': 'Nessun utente è connesso: accedete, poi riprovate.',
  'error.no-internet':
    'Il server dei mandati condivisi non risponde: verificate l’accesso a internet, poi riprovate.',
  'error.sync-refused':
    'Il server rifiuta di sincronizzare questo mandato: verificate l’abbonamento e i vostri diritti di accesso, poi riprovate.',
  'error.mandate-not-shared': 'Questo mandato non è condiviso: non c’è nulla da sincronizzare.',
  'error.not-a-document':
    'Questo file non può essere collegato: scegliete un documento di fatturazione, di salari, di banca o di immobilizzazioni.',
  'error.file-type-unknown': 'Nessun programma Crésus scrive questo tipo di file: scegliete un file {types}.',
  'error.not-listed':
    'Questo file di registrazioni non è collegato alla contabilità: collegatelo prima nel programma che lo scrive.',
  'error.last-accounting-file':
    'L’unico file di contabilità di un mandato non può essere scollegato: rimuovete piuttosto il mandato.',
  'error.folder-not-allowed': 'Crésus Synchro non può guardare in questa cartella: sceglietene un’altra.',
  'error.not-beside-accounting':
    'Un file di registrazioni deve trovarsi accanto alla contabilità: rimettetelo nella sua cartella, poi ripetete l’operazione.',
  'error.link-change-not-found': 'Questa correzione non esiste più: ricaricate la pagina.',
  'error.link-outdated':
    'Nulla è stato cambiato: la situazione del file è cambiata nel frattempo. Verificate, poi ripetete l’operazione.',
  'error.not-the-same-file':
    'Nulla è stato cambiato: non è certo che sia lo stesso file. Verificate, poi sceglietelo espressamente.',
  'error.payload-too-large':
    'Troppe registrazioni in una volta: contabilizzatele tutte insieme, o in più volte.',
  'error.unsupported-media-type':
    'La richiesta non è stata capita. Chiudete il documento, riapritelo e riprovate.',
  'error.too-many-streams':
    'Crésus Synchro ha troppi documenti aperti contemporaneamente: chiudetene alcuni, poi riprovate.',
  'error.storage-failed':
    'Nulla è stato fatto: non è stato possibile scrivere sul disco. Liberate spazio, poi riprovate.',
  'error.internal-error':
    'Crésus Synchro ha incontrato un errore imprevisto: riprovate, poi riavviate Crésus Synchro se si ripete.',
  'error.unknown':
    'Crésus Synchro segnala un errore che questa versione non conosce: installate l’aggiornamento.',
  'error.unexpected': 'È successo qualcosa di imprevisto. Chiudete il documento, riapritelo e riprovate.',
} as const satisfies Record<keyof typeof fr, string>;
