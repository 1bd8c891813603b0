import type { Facts } from './en-deferred.js';
import { plural } from './plural.js';
import type { Translation } from './terms.js';

export const de = {
  tag: 'de',
  dir: 'ltr',
  describe: 'Bild beschreiben',
  model: 'Modell',
  size: 'Größe',
  count: 'Bilder',
  exactSize: 'Genaue Größe …',
  addReference: 'Vorlage',
  dropHere: 'Vorlagen hier ablegen',
  pictures: (count: number) => n(count, '# Bild', '# Bilder'),
  generate: (count: number, price: string) =>
    `${count > 1 ? `${count} erzeugen` : 'Erzeugen'} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Anmelden und ${count > 1 ? `${count} ` : ''}erzeugen · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `${count} Proben erzeugen · kostenlos` : 'Probe erzeugen · kostenlos',
  again: (seconds: string) => `in ${seconds} s`,
  simulated: (price: string) => `${price} simuliert`,
  priceUnknown: 'Preis unbekannt',
  under: (amount: string) => `unter ${amount}`,
  free: 'kostenlos',
  noRealMoney: 'Sandbox: in diesem Browser gemalt, es fließt kein echtes Geld.',
  payOwn: (provider: string) => `Bezahlt aus dem eigenen Konto bei ${provider}.`,
  payNobody: (provider: string) => `Erzeugt von ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'Ein kostenloses reicht für etwa eines davon im Monat.',
      'Ein kostenloses reicht für etwa # davon im Monat.',
    ),
  left: (balance: string) => `noch ${balance}`,
  leftThisMonth: (balance: string) => `diesen Monat noch ${balance}`,
  ofThese: (count: number) => n(count, '≈ # davon', '≈ # davon'),
  aboutAccount: (provider: string) =>
    `${provider} ist ein Online-Dienst mit eigenen Konten. Zum Anmelden öffnet sich sein Fenster; ein kostenloses Konto erhält jeden Monat ein Guthaben.`,
  switchAccount: 'Wechseln',
  signOut: 'Abmelden',
  key: (provider: string) => `Eigener Schlüssel für ${provider}`,
  forgetKey: 'Vergessen',
  breakdown: 'Wie dieser Preis entsteht',
  more: (count: number) => n(count, '+ # weitere', '+ # weitere'),
  kinds: { live: 'aktueller Preis', provider: 'Listenpreis', 'third-party': 'Angabe Dritter' },
  ofDate: (what: string, date: string) => `${what} vom ${date}`,
  asOf: (what: string, date: string) => `${what}, Stand ${date}`,
  chargedOn: (date: string) => `so wurde es Ihnen am ${date} berechnet`,
  pagesList: 'Preisliste dieser Seite',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  lines: {
    picture: 'Bild',
    run: 'Aufruf',
    'first-megapixel': 'Erstes Megapixel',
    'further-megapixels': 'Weitere Megapixel',
    megapixels: 'Megapixel',
    reference: 'Vorlage',
    tiles: 'Kacheln',
    'input-tiles': 'Kacheln der Vorlage',
    steps: 'Schritte',
    'area-steps': 'Fläche × Schritte',
    seconds: 'Rechensekunden',
    'image-tokens': 'Bild-Token',
    'prompt-tokens': 'Text-Token',
    'text-tokens': 'Weitere Text-Token',
    font: 'Schrift',
    'self-hosted': 'Eigener Server',
    rounding: 'Rundung',
    correction: 'Wie zuletzt berechnet',
    'account-rate': 'Kontosatz',
  },
  session: 'Diese Sitzung',
  sessionSimulated: 'Diese Sitzung, simuliert',
  nothingYet: 'noch nichts',
  inDoubt: (amount: string) => `+ ${amount} ungeklärt`,
  unpriced: (count: number) => n(count, '+ # mit unbekanntem Preis', '+ # mit unbekanntem Preis'),
  unreadable: (count: number) =>
    n(
      count,
      '# Zeile ist nicht lesbar und bleibt erhalten',
      '# Zeilen sind nicht lesbar und bleiben erhalten',
    ),
  details: 'Einzelheiten',
  galleryShort: 'Galerie',
  charge: {
    none: 'Nichts berechnet.',
    possible: 'Vielleicht wurde etwas berechnet.',
    charged: 'Berechnet.',
  },

  width: 'Breite',
  height: 'Höhe',
  bought: (balance: string) => `${balance} gekauft`,
  credits: (count: number) => n(count, '# Credit', '# Credits'),
  mustHold: (provider: string, sum: string) =>
    `${provider} nimmt diesen Auftrag nur an, wenn auf Ihrem Konto ${sum} sind.`,
  sizeList: 'Größen',
  options: 'Optionen',
  moreOptions: (count: number) => n(count, '# weitere Option', '# weitere Optionen'),
  optionUsual: 'Üblich',
  optionElse: (price: string) => `sonst ${price}`,
  optionNames: {
    quality: 'Qualität',
    resolution: 'Auflösung',
    size: 'Größe',
    megapixels: 'Megapixel',
    steps: 'Schritte',
    num_inference_steps: 'Schritte',
    guidance: 'Texttreue',
    guidance_scale: 'Texttreue',
    cfg: 'Texttreue',
    negative_prompt: 'Weglassen',
    style: 'Stil',
    style_type: 'Stil',
    style_preset: 'Look',
    output_format: 'Dateityp',
    response_format: 'Dateityp',
    output_quality: 'Dateiqualität',
    background: 'Hintergrund',
    transparency: 'Transparent',
    go_fast: 'Schnell',
    generation_mode: 'Modus',
    prompt_upsampling: 'Meinen Text ergänzen',
    enhance_prompt: 'Meinen Text ergänzen',
    prompt_enhance: 'Meinen Text ergänzen',
    raw: 'Weniger bearbeitet',
  } as Record<string, string>,
  references: 'Vorlagen',
  mask: 'Markieren, was sich ändern darf',
  masked: 'Nur das Markierte darf sich ändern.',
  maskNeeded: 'Dieses Modell muss wissen, was sich ändern darf.',
  maskHint: 'Übermalen Sie, was sich ändern darf. Alles andere bleibt, wie es ist.',
  maskKeys: 'Malen, was sich ändern darf: Pfeiltasten bewegen, Leertaste malt',
  maskBrush: 'Pinsel',
  maskUndo: 'Rückgängig',
  maskClear: 'Von vorn',
  maskFile: 'Datei verwenden',
  maskDone: 'Fertig',
  reading: 'wird gelesen …',
  unreadableFile: 'kein Bild',
  tooLargeFile: (limit: string) => `ist zu groß: höchstens ${limit}`,
  shrinkFile: 'Verkleinern',
  removeReference: (name: string) => `Vorlage entfernen: ${name}`,
  megapixels: (text: string) => `${text} MP`,
  keyUse: 'Schlüssel verwenden',
  keyKeep: 'Aufbewahren',
  keep: {
    memory: 'bis die Seite geschlossen wird',
    tab: 'bis der Tab geschlossen wird',
    device: 'auf diesem Gerät',
  },
  keyWarning:
    'Jedes Skript dieser Seite kann lesen, was hier getippt wird. Wir senden es nur an den Anbieter.',
  keyThrough: (host: string) =>
    `Auf dem Weg dorthin geht er durch das Relay dieser Seite, ${host}.`,
  keyGet: (provider: string) => `Einen Schlüssel bei ${provider} holen`,
  keyNeeded: (who: string) => `${who} braucht einen eigenen Schlüssel. Bitte oben eingeben.`,
  total: 'Zu zahlen',
  atMost: 'Höchstens zu zahlen',
  source: 'Quelle',
  readOn: (date: string) => `gelesen am ${date}`,
  undated: (date: string) => `undatierte Kopie, frühestens ${date}`,
  agree: 'Ebenso',
  conflict: (source: string, total: string) => `${source} ergibt ${total}`,
  listProblem: (why: string) => `Die heutigen Preise ließen sich nicht ganz lesen: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} spart ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} ist die nächste mögliche Größe`
        : `Kommt etwa in dieser Form, mit etwa ${f.megapixels} ${f.megapixels === '1' ? 'Megapixel' : 'Megapixeln'}`,
    stale: (f: Facts) =>
      `Dieser Preis wurde vor ${f.days} Tagen gelesen und kann sich geändert haben`,
    reference: (f: Facts) => `Vorlagen mit ${f.width} × ${f.height} sparen ${f.saving}`,
    'top-up': (f: Facts) => `Kostet im Geldbeutel ${f.wallet}: Ein Teil jeder Aufladung ist Gebühr`,
    charged: (f: Facts) =>
      `Dafür wurden am ${f.readOn} ${f.charged} berechnet, nicht ${f.listed} wie in der Liste`,
    rate: (f: Facts) =>
      `Ihrem Konto wird das ${f.rate}-Fache des Listenpreises berechnet, zuletzt am ${f.readOn}`,
  },
  confirmTitle: 'Vor dem Kauf',
  confirmOver: (amount: string, limit: string) =>
    `Das kann ${amount} kosten, mehr als ${limit} auf einmal.`,
  confirmUnknown:
    'Niemand hier weiß, was das kosten wird. Der Anbieter berechnet, was er berechnet.',
  confirmChanged: (amount: string) =>
    `Bitte den Preis noch einmal ansehen: Er beträgt jetzt ${amount}.`,
  confirmYes: (amount: string) => `Ja, ${amount} zahlen`,
  confirmYesUnknown: 'Ja, zu unbekanntem Preis',
  confirmNo: 'Nein',
  signingIn: 'Warten auf das Anmeldefenster …',
  signedIn: (provider: string) =>
    `Die Anmeldung bei ${provider} ist fertig. Dieses Fenster kann geschlossen werden; weiter geht es im anderen.`,
  sending: 'Wird gesendet …',
  queued: (ahead: number) =>
    ahead === 0
      ? 'Als Nächstes an der Reihe'
      : n(ahead, '# davor in der Schlange', '# davor in der Schlange'),
  fetching: 'Bild wird geholt …',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s von etwa ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Bild ${index} von ${count}`,
  waiting: 'wartet',
  stopWaiting: 'Nicht länger warten',
  stopFree: 'Noch wurde nichts gesendet: Abbrechen kostet nichts.',
  stopMeans:
    'Abbrechen macht nichts rückgängig: Das Bild kann trotzdem entstehen und berechnet werden.',
  stopLate:
    'Abbrechen hilft vielleicht nicht: Ein Bild, das in unter einer Minute fertig ist, wird trotzdem berechnet, ein längeres vielleicht.',
  stopVain: 'Abbrechen macht nichts rückgängig: Das Bild wird berechnet, als hätten Sie gewartet.',
  recovering: 'Ein Bild wird abgeholt, das vor dem Schließen der Seite gekauft wurde …',
  recovered: (count: number) =>
    n(
      count,
      'Zurück von vor dem Schließen der Seite: # Bild',
      'Zurück von vor dem Schließen der Seite: # Bilder',
    ),
  dismiss: 'Verstanden',
  charged: (amount: string) => `${amount} berechnet`,
  computed: (amount: string) => `${amount} geschätzt, laut Preisliste`,
  simulatedCharge: (amount: string) => `${amount} simuliert`,
  checkingCharge: (amount: string, provider: string) => `${amount} · wird bei ${provider} geprüft`,
  estimateWas: (amount: string) => `geschätzt ${amount}`,
  notCharged: 'Nichts berechnet.',
  maybeCharged: (amount: string) =>
    amount
      ? `Vielleicht wurden ${amount} berechnet.`
      : 'Vielleicht wurde etwas berechnet; wie viel, ist unbekannt.',
  wasCharged: (amount: string) =>
    amount ? `${amount} berechnet.` : 'Berechnet; wie viel, ist unbekannt.',
  wasSimulated: (amount: string) => `${amount} simuliert, kein echtes Geld.`,
  doubtKept: 'Bis das feststeht, zählt es als ungeklärt.',
  sentAgain: 'Der Browser kann die Bestellung von sich aus mehrmals gesendet haben.',
  checkedCharged: (provider: string, amount: string) =>
    `Bei ${provider} nachgesehen: ${amount} wurden berechnet.`,
  checkedFree: (provider: string) => `Bei ${provider} nachgesehen: Es wurde nichts berechnet.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} hat dies ${count}-mal berechnet: ${amount}.`,
  fromBefore: (amount: string) => `${amount} von früher sind nicht bestätigt.`,
  checkedEachVisit: (provider: string) => `Bei jedem Besuch wird bei ${provider} nachgesehen.`,
  ready: (count: number) => n(count, 'Das Bild ist fertig.', '# Bilder sind fertig.'),
  provider: 'Der Anbieter sagt:',
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# Bild · ${price}`, `# Bilder · ${price}`),
  raise: (limit: string) => `Mein Limit auf ${limit} erhöhen`,
  useSize: (size: string, price: string) => `${size} nehmen · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'Stattdessen',
  topUp: (provider: string) => `Bei ${provider} aufladen`,
  scriptBlocked: (host: string) =>
    `Sein Skript ließ sich nicht von ${host} laden. Vielleicht hält es ein Inhaltsblocker auf: ${host} auf dieser Seite erlauben. Wer die Seite betreibt: in der Content-Security-Policy erlauben oder in PUTER_SDK_URL eine Kopie angeben.`,
  walls: {
    relay: 'Das Relay dieser Seite hat nicht geantwortet oder lässt diese Seite nicht zu.',
    mixed:
      'Diese Seite kommt über https, der Server spricht nur http: Browser halten beides getrennt. Der Server braucht https oder muss auf diesem Rechner laufen.',
    server:
      'Läuft der Server, und lässt er Anfragen von Seiten anderer Herkunft zu (CORS)? Vielleicht fragt der Browser auch, ob diese Seite ins lokale Netz darf: bitte erlauben.',
    provider:
      'Er lässt keine Seite direkt anfragen. Wer diese Seite betreibt, kann ein Relay angeben; andere Anbieter gehen ohne.',
  },
  overLimit: (limit: string, spent: string) =>
    `Das ginge über das Limit von ${limit}; ${spent} sind ausgegeben.`,
  overBalance: (left: string, price: string) => `Es sind noch ${left} da, dies kostet ${price}.`,
  offline: 'Keine Verbindung. Es kann nichts gesendet werden; der Text bleibt hier.',
  storage: {
    full: 'Der Speicher dieses Browsers ist voll, ein Kauf könnte nicht festgehalten werden. Es wird nichts Echtes gekauft.',
    blocked:
      'Dieser Browser bewahrt für diese Seite nichts auf, ein Kauf könnte nicht festgehalten werden. Es wird nichts Echtes gekauft.',
  },
  of: (limit: string) => `von ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} von ${limit} ausgegeben`,
  lastOne: 'reicht noch für etwa eines',
  used: 'Limit erreicht',
  galleryTitle: 'In diesem Browser aufbewahrte Bilder',
  galleryEmpty: 'Noch ist nichts aufbewahrt.',
  forget: 'Vergessen',
  forgetAll: 'Alle vergessen',
  forgetSure: 'Noch einmal drücken zum Vergessen',
  pin: 'Behalten',
  pinned: 'Wird behalten',
  open: (what: string) => `Groß öffnen: ${what}`,
  close: 'Schließen',
  download: 'Herunterladen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  share: 'Teilen',
  asReference: 'Als Vorlage verwenden',
  sameWords: 'Gleicher Text noch einmal',
  sameSeed: 'Gleicher Seed noch einmal',
  forgotten: 'Vergessen',
  expires: 'Nur unter einer Adresse, die bald nicht mehr gilt: jetzt herunterladen.',
  openAddress: 'Adresse öffnen',
  notDrawn: (size: string) =>
    `Hier nicht gezeichnet: ${size} ist mehr, als man einem Browser zumuten sollte. Es gehört trotzdem Ihnen: Laden Sie es herunter.`,
  notLoaded: 'Es ließ sich von seiner Adresse nicht laden.',
  keepThere: (provider) => `Meine Bilder auch in meinem ${provider}-Speicher ablegen`,
  keptThere: 'In Ihrem Speicher abgelegt:',
  showMore: 'Mehr zeigen',
  seed: (seed: string) => `Seed ${seed}`,
  newSeed: 'Beliebiger Seed',
  pictureMenu: 'Mehr',
  formMissing: 'Erstellen Sie zuerst ein Bild.',
  formUnreadable:
    'Das Formular kann dieses Bild nicht aufnehmen: Sein Anbieter lässt es keine Seite lesen. Erstellen Sie ein anderes, oder laden Sie es herunter und fügen Sie es von Hand hinzu.',
  formChoose: 'Ins Formular',
  formChosen: 'Im Formular',
  couldNot: 'Dieser Browser hat es nicht erlaubt.',
  allModels: 'Alle Modelle …',
  chooseModel: 'Modell wählen',
  searchModels: 'Nach Name, Hersteller oder Zweck suchen',
  modelsFound: (count: number) => n(count, '# Modell', '# Modelle'),
  noModels: 'Kein Modell passt zu diesen Worten.',
  otherModels: 'Weitere',
  takesWords: 'Worte',
  takesPictures: (count: number) => n(count, '# Bild', 'bis zu # Bilder'),
  takesNoPictures: 'nimmt keine Bilder',
  takesMask: 'Maske',
  writesText: 'Schrift im Bild',
  madeWith: (count: number) => n(count, 'bisher # Bild gemacht', 'bisher # Bilder gemacht'),
  needs: {
    picture: 'braucht ein Bild',
    mask: 'braucht ein Bild und eine Maske',
    workflow: 'braucht eine Workflow-Datei',
  },
  notThisSize: 'nicht in dieser Größe',
  notOffered: (provider: string) => `Bei ${provider} nicht mehr zu haben.`,
  retiredOn: (date: string) =>
    `Vom Hersteller am ${date} abgeschaltet: Vielleicht antwortet es nicht.`,
  retiresOn: (date: string) => `Der Hersteller schaltet es am ${date} ab.`,
  replacedOn: (date: string, by: string) =>
    `Seit ${date} antwortet stattdessen ${by}, vielleicht zu einem anderen Preis.`,
  replacesOn: (date: string, by: string) =>
    `Ab ${date} antwortet stattdessen ${by}, vielleicht zu einem anderen Preis.`,
  failedOn: (date: string) => `Antwortete nicht, als es am ${date} ausprobiert wurde.`,
  drafts: 'Entwurf, dann Endfassung',
  draftFirst: (model: string, price: string) => `Erst ein Entwurf mit ${model}: ${price}`,
  draftOn: 'Entwurf mit',
  finalOn: 'Endfassung mit',
  draftPlan: (draft: string, final: string, both: string) =>
    `Entwurf ${draft}, dann Endfassung ${final}: zusammen ${both}.`,
  draftSaves: (saving: string) => `Jeder Versuch als Entwurf statt als Endfassung spart ${saving}.`,
  makeFinal: (model: string, price: string) => `Endfassung mit ${model} · ${price}`,
  draftStop: 'Ohne Entwürfe',
  problems: {
    'invalid-size': 'Diese Größe ist nicht möglich',
    'too-small': 'Diese Größe ist zu klein',
    'too-large': 'Diese Größe ist zu groß',
    'off-grid': 'Diese Größe passt nicht ins Raster',
    'size-not-offered': 'Diese Größe gibt es hier nicht',
    'invalid-count': 'Diese Anzahl kann nicht gekauft werden',
    'invalid-steps': 'Diese Schritte sind nicht möglich',
    'invalid-option': 'Diese Option nimmt den Wert nicht an',
    'invalid-reference': 'Eine Vorlage ist nicht lesbar',
    'too-many-references': 'Zu viele Vorlagen',
    'needs-reference': 'Dieses Modell geht von einem Bild aus: Vorlage hinzufügen',
    'unknown-provider': 'Diesen Anbieter kennt hier niemand',
    'unknown-model': 'Dieses Modell kennt hier niemand',
    'unknown-route': 'Diesen Weg kennt hier niemand',
    'not-hosted': 'Dieses Modell ist hier nicht zu haben',
    'no-price': 'Niemand sagt, was das kostet',
    'bad-price-list': 'Die Preisliste ist nicht lesbar',
  },
  errors: {
    'invalid-input': (f: Facts) => (f.detail ? '' : 'Der Anbieter nimmt diese Anfrage nicht an.'),
    'no-price': () => 'Für diese Anfrage gibt es keinen Preis.',
    'quote-expired': () =>
      'Der Preis hat sich inzwischen geändert. Bitte den neuen ansehen und noch einmal drücken.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.held
          ? `Auf dem Konto sind ${f.limit}; davon können ${f.held} noch für andere Bilder abgehen. Dies kostet ${f.asked}.`
          : `Auf dem Konto sind ${f.limit}, dies kostet ${f.asked}.`
        : `Das ginge über das Limit von ${f.limit}: ${f.spent} sind ausgegeben, dies kostet ${f.asked}.`,
    'no-gesture': () => 'Echtes Geld auszugeben braucht einen eigenen Klick.',
    vetoed: () => 'Diese Seite hat den Kauf zurückgehalten.',
    'no-session': () => 'Bitte zuerst anmelden.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.key} hat die Anmeldung nicht abgeschlossen. Für einen neuen Versuch noch einmal drücken.`
        : f.kept
          ? 'Der Anbieter erlaubt das mit diesem Schlüssel oder Konto nicht.'
          : f.key
            ? `${f.key} hat den Schlüssel nicht angenommen. Er ist hier vergessen: bitte einen anderen eingeben.`
            : 'Der Anbieter hat Anmeldung oder Schlüssel nicht angenommen. Bitte neu anmelden.',
    'popup-blocked': () =>
      'Der Browser hat das Anmeldefenster blockiert. Bitte erlauben und noch einmal drücken.',
    'sign-in-cancelled': () => 'Das Anmeldefenster wurde vor dem Ende geschlossen.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? 'Das Guthaben reicht jetzt nicht. Bilder, die gerade entstehen, können einen Teil davon zurückhalten, bis sie fertig sind.'
        : 'Das Guthaben reicht nicht.',
    'rate-limited': () => 'Gerade zu viele Anfragen.',
    'provider-busy': () => 'Der Anbieter ist überlastet.',
    'not-hosted': () => 'Der Anbieter bietet Ihnen dieses Modell nicht an.',
    'blocked-by-browser': () =>
      'Der Browser darf von dieser Seite aus nicht mit diesem Anbieter sprechen.',
    'provider-failed': () => 'Beim Anbieter ist etwas schiefgegangen.',
    'content-refused': () =>
      'Der Anbieter hat diesen Inhalt abgelehnt. Andere Worte gehen vielleicht durch.',
    'unreadable-reply': () => 'Die Antwort des Anbieters war nicht lesbar.',
    'timed-out': () => 'Es kam rechtzeitig keine Antwort.',
    aborted: (f: Facts) =>
      f.sent
        ? 'Es wird nicht mehr darauf gewartet. Das Bild kann trotzdem noch entstehen.'
        : 'Abgebrochen.',
    'image-lost': (f) =>
      f.unknown
        ? 'Der Anbieter kennt dieses Bild nicht mehr.'
        : 'Das Bild wurde erzeugt, konnte aber nicht geholt werden.',
    'storage-full': () =>
      'Der Speicher dieses Browsers ist voll: Der Kauf konnte nicht festgehalten werden und fand nicht statt.',
    'storage-blocked': () =>
      'Dieser Browser bewahrt für diese Seite nichts auf: Der Kauf konnte nicht festgehalten werden und fand nicht statt.',
    'part-missing': () =>
      'Ein Teil dieses Widgets ließ sich nicht laden, deshalb wurde nichts gesendet. Bitte die Seite neu laden; hilft das nicht, muss der Betreiber der Seite es beheben.',
    internal: () => 'Im Widget ist etwas schiefgegangen.',
  },
} satisfies Translation;

function n(count: number, one: string, other: string): string {
  return plural('de', count, { one, other });
}
