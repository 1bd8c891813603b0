import type { Facts } from '../en/deferred.js';
import { plural } from '../plural.js';
import type { WidgetTranslation } from '../terms.js';

export const terms = {
  tag: 'de',
  dir: 'ltr',
  widget: 'Ein Bild erzeugen',
  describe: 'Bild beschreiben',
  model: 'Modell',
  size: 'Größe',
  shape: 'Format',
  count: 'Bilder',
  exactSize: 'Genaue Größe …',
  addReference: 'Vorlage',
  dropHere: 'Vorlagen hier ablegen',
  pictures: (count: number) => n(count, '# Bild', '# Bilder'),
  generate: (count: number, price: string) =>
    `${count > 1 ? `${count} erzeugen` : 'Erzeugen'} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Anmelden und ${count > 1 ? `${count} ` : ''}erzeugen · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `Für ${count > 1 ? `${count} Bilder` : 'das Bild'} Schlüssel eingeben · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `${count} Proben erzeugen · kostenlos` : 'Probe erzeugen · kostenlos',
  again: (seconds: string) => `in ${seconds} s`,
  simulated: (price: string) => `${price} simuliert`,
  priceUnknown: 'Preis unbekannt',
  under: (amount: string) => `unter ${amount}`,
  free: 'kostenlos',
  freeAsOf: (date: string) => `kostenlos, Stand ${date}`,
  noRealMoney: 'Sandbox: in diesem Browser gemalt, es fließt kein echtes Geld.',
  payOwn: (provider: string) => `Sie zahlen mit Ihrem eigenen ${provider}-Konto.`,
  payNobody: (provider: string) => `${provider} macht das Bild.`,
  freeCovers: (count: number) =>
    n(
      count,
      'Ein kostenloses Konto reicht für etwa ein solches Bild im Monat.',
      'Ein kostenloses Konto reicht für etwa # solche Bilder im Monat.',
    ),
  whatIs: (provider: string) => `Was ist ${provider}?`,
  left: (balance: string) => `noch ${balance}`,
  leftThisMonth: (balance: string) => `diesen Monat noch ${balance}`,
  ofThese: (count: number) =>
    count === 0
      ? 'reicht nicht für dieses Bild'
      : n(count, '≈ # solches Bild', '≈ # solche Bilder'),
  aboutAccount: (price: string, count: number) =>
    n(
      count,
      `Ein Klick meldet Sie an und kauft ein Bild für ${price}.`,
      `Ein Klick meldet Sie an und kauft # Bilder für ${price}.`,
    ),
  aboutFree: (free: string, count: number) =>
    n(
      count,
      `Ein Klick meldet Sie an und erzeugt ein Bild (${free}).`,
      `Ein Klick meldet Sie an und erzeugt # Bilder (${free}).`,
    ),
  about: {
    what: (provider: string) =>
      `${provider} ist ein Online-Konto. Diese Website nutzt ${provider} für ihre KI- und Cloud-Funktionen.`,
    free: () => 'Jedes Konto erhält monatlich ein kostenloses Guthaben; es wird zuerst verbraucht.',
    pays: (provider: string) =>
      `${provider} belastet Ihr Konto mit dem, was das Bild wirklich kostet. Diese Website bekommt dafür keine Rechnung.`,
    signIn: (provider: string) =>
      `Sie melden sich bei ${provider} selbst an, nicht bei dieser Website.`,
    source: 'Quelle',
  },
  switchAccount: 'Wechseln',
  signOut: 'Abmelden',
  key: (provider: string) => `Ihr Schlüssel für ${provider}`,
  forgetKey: 'Schlüssel entfernen',
  breakdown: 'Wie dieser Preis entsteht',
  why: (price: string) => `Warum ${price}?`,
  more: (count: number) => n(count, '+ # weitere', '+ # weitere'),
  kinds: { live: 'aktueller Preis', provider: 'Preis', 'third-party': 'inoffizieller Preis' },
  ofDate: (what: string, date: string) => `${what} vom ${date}`,
  mayHaveChanged: 'kann sich geändert haben',
  chargedOn: (date: string) => `so viel haben Sie am ${date} bezahlt`,
  pagesList: 'Preisliste dieser Seite',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what} zu ${price}`,
  wholeMegapixels: (count: number) => n(count, '# Megapixel', '# Megapixel'),
  lines: {
    picture: 'Bild',
    run: 'Grundpreis',
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
  session: 'Dieser Besuch',
  sessionSimulated: 'Dieser Besuch, simuliert',
  nothingYet: 'noch nichts',
  inDoubt: (amount: string) => `+ ${amount} nicht bestätigt`,
  unpriced: (count: number) => n(count, '+ # mit unbekanntem Preis', '+ # mit unbekanntem Preis'),
  doubtAsk: (provider: string) => `Sehen Sie in Ihrem ${provider}-Konto nach und sagen Sie es uns.`,
  newPurchase: 'Wenn Sie noch einmal erzeugen, ist das ein neuer Kauf.',
  openProvider: (provider: string) => `${provider} öffnen`,
  iWasCharged: 'Ich habe gezahlt',
  iWasNot: 'Ich habe nicht gezahlt',
  toldCharged: (amount: string) => `Sie haben uns gesagt, dass Sie ${amount} bezahlt haben.`,
  toldFree: 'Sie haben uns gesagt, dass Sie nichts bezahlt haben.',
  onlyRefund: (provider: string) => `Nur ${provider} kann es erstatten.`,
  chargesDeclined: (provider: string) => `${provider} berechnet auch abgelehnte Texte.`,
  copyDetails: 'Angaben für den Support kopieren',
  unreadable: (count: number) =>
    n(
      count,
      '# Eintrag ist nicht lesbar; er bleibt gespeichert',
      '# Einträge sind nicht lesbar; sie bleiben gespeichert',
    ),
  details: 'Ausgaben',
  galleryShort: 'Bilder',
  charge: {
    none: 'Sie haben nichts bezahlt.',
    possible: 'Vielleicht haben Sie bezahlt.',
    charged: 'Sie haben bezahlt.',
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
  optionSame: 'gleicher Preis',
  optionMore: (price: string) => `${price} mehr`,
  optionLess: (price: string) => `${price} weniger`,
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
  drawingsHidden:
    'Dieser Browser verbirgt, was Seiten zeichnen (Schutz vor Fingerprinting). Bilder lassen sich hier nicht verkleinern oder maskieren.',
  reading: 'wird gemessen …',
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
    'Geben Sie einen Schlüssel nur auf einer Website ein, der Sie vertrauen: Jedes Skript dieser Seite könnte ihn lesen.',
  keyTo: (provider: string) => `Wir senden ihn an ${provider} und sonst niemandem.`,
  keyThrough: (provider: string, host: string) =>
    `Wir senden ihn über das Relay dieser Seite, ${host}, an ${provider}.`,
  keyGet: (provider: string) => `Einen Schlüssel bei ${provider} holen`,
  keyNeeded: (who: string) => `${who} braucht einen Schlüssel von Ihnen. Geben Sie ihn oben ein.`,
  total: 'Sie zahlen',
  atMost: 'Sie zahlen höchstens',
  wouldCost: 'Würde kosten',
  wouldCostAtMost: 'Würde höchstens kosten',
  source: 'Quelle',
  readOn: (date: string) => `gelesen am ${date}`,
  undated: (date: string) => `undatierte Kopie, frühestens ${date}`,
  agrees: (count: number) => n(count, 'stimmt überein', 'stimmen überein'),
  conflict: (source: string, total: string) => `${source} nennt ${total}`,
  listProblem: (why: string) => `Wir konnten die heutigen Preise nicht ganz lesen: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} spart ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} ist die nächste mögliche Größe`
        : `Das Bild bekommt etwa dieses Format, mit etwa ${f.megapixels} ${f.megapixels === '1' ? 'Megapixel' : 'Megapixeln'}`,
    stale: (f: Facts) =>
      `Wir haben diesen Preis vor ${f.days} Tagen gelesen; er kann sich geändert haben`,
    reference: (f: Facts) =>
      `Vorlagen auf ${f.width} × ${f.height} verkleinern und ${f.saving} sparen`,
    'top-up': (f: Facts) =>
      `Kostet Sie unterm Strich ${f.wallet}: Ein Teil jeder Aufladung ist Gebühr`,
    charged: (f: Facts) =>
      `Am ${f.readOn} haben Sie dafür ${f.charged} bezahlt, nicht ${f.listed} wie in der Liste`,
    rate: (f: Facts) =>
      `Sie zahlen mit Ihrem Konto das ${f.rate}-Fache des Listenpreises, zuletzt am ${f.readOn}`,
    usual: (f: Facts) =>
      `Meist etwa ${f.usual}, höchstens ${f.most}: nach Ihren letzten ${f.pictures} Bildern`,
  },
  confirmTitle: 'Vor dem Kauf',
  confirmOver: (amount: string, limit: string) =>
    `Das kostet ${amount}. Bei mehr als ${limit} fragen wir Sie vorher.`,
  confirmOverMost: (amount: string, limit: string) =>
    `Das kann bis zu ${amount} kosten. Wenn es mehr als ${limit} werden können, fragen wir Sie vorher.`,
  confirmUnknown: (provider: string) =>
    `Wir haben dafür keinen Preis gefunden. ${provider} berechnet Ihnen den eigenen Tarif; wie viel das ist, können wir nicht sagen.`,
  confirmChanged: (amount: string) => `Der Preis hat sich geändert. Er beträgt jetzt ${amount}.`,
  confirmChangedFrom: (amount: string, before: string) =>
    `Der Preis hat sich geändert. Statt ${before} beträgt er jetzt ${amount}.`,
  confirmUnseen: (amount: string) =>
    `Der Preis auf der Schaltfläche war vielleicht nicht lesbar. Er beträgt ${amount}.`,
  confirmYes: (amount: string) => `Ja, ${amount} zahlen`,
  confirmYesUnknown: 'Trotzdem erzeugen',
  confirmNo: 'Nein',
  signingIn: 'Wir warten auf das Anmeldefenster …',
  signedIn: (provider: string) =>
    `Sie sind bei ${provider} angemeldet. Schließen Sie dieses Fenster und machen Sie im anderen weiter.`,
  sending: 'Wir senden …',
  makingNow: 'Das Bild entsteht …',
  checkingLost: (provider: string) =>
    `Die Antwort ging verloren. Wir fragen bei ${provider} nach …`,
  checkingRefused: (provider: string) =>
    `${provider} meldet einen Fehler. Wir fragen nach, ob etwas berechnet wurde …`,
  queued: (ahead: number) =>
    ahead === 0
      ? 'Als Nächstes an der Reihe'
      : n(ahead, '# vor Ihnen in der Warteschlange', '# vor Ihnen in der Warteschlange'),
  fetching: 'Wir holen das Bild …',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s von etwa ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Bild ${index} von ${count}`,
  waiting: 'wartet',
  cancel: 'Abbrechen',
  cancelRest: 'Den Rest abbrechen',
  stopWaiting: 'Nicht länger warten',
  stopFree: 'Noch ist nichts gesendet: Abbrechen kostet nichts.',
  stopMeans: 'Schon bestellt: Abbrechen spart kein Geld. Das Bild kommt zu Ihren Bildern.',
  stopRest: (unsent: number, count: number) =>
    `${unsent} von ${count} sind noch nicht bestellt: sie abzubrechen kostet nichts. Der Rest geht weiter.`,
  stopChecking: 'Sie brauchen nicht zu warten: unter Ausgaben steht dann, was berechnet wurde.',
  stopSimulated: 'Sie zahlen nichts.',
  inBackground: (count: number) =>
    n(count, 'Ihr Bild entsteht im Hintergrund.', '# Bilder entstehen im Hintergrund.'),
  landsIn: (where: string) => `Wenn es fertig ist, steht es unter „${where}“.`,
  recovering: 'Wir holen das Bild, das Sie vorhin gekauft haben …',
  recovered: (count: number) =>
    n(
      count,
      'Ihr bezahltes Bild von vorhin ist da.',
      'Ihre # bezahlten Bilder von vorhin sind da.',
    ),
  dismiss: 'Verstanden',
  charged: (amount: string) => `${amount} bezahlt`,
  chargedBetween: (low: string, high: string) => `zwischen ${low} und ${high} bezahlt`,
  chargedTogether: (count: number, amount: string) => `${count} zusammen: ${amount}`,
  computed: (amount: string) => `${amount} geschätzt, laut Preisliste`,
  simulatedCharge: (amount: string) => `${amount} simuliert`,
  checkingCharge: (amount: string, provider: string) => `${amount} · wir prüfen bei ${provider}`,
  estimateWas: (amount: string) => `geschätzt ${amount}`,
  notCharged: 'Sie haben nichts bezahlt.',
  maybeCharged: (amount: string) =>
    amount
      ? `Vielleicht haben Sie ${amount} bezahlt.`
      : 'Vielleicht haben Sie bezahlt; wie viel, ist unbekannt.',
  wasCharged: (amount: string) =>
    amount ? `Sie haben ${amount} bezahlt.` : 'Sie haben bezahlt; wie viel, ist unbekannt.',
  wasSimulated: (amount: string) => `${amount} simuliert, kein echtes Geld.`,
  inProgress: (amount: string) => `+ ${amount} in Arbeit`,
  sentAgain: 'Ihr Browser hat die Bestellung vielleicht von sich aus mehrmals gesendet.',
  checkedCharged: (provider: string, amount: string) =>
    `Bei ${provider} nachgesehen: Sie haben ${amount} bezahlt.`,
  checkedFree: (provider: string) => `Bei ${provider} nachgesehen: Sie haben nichts bezahlt.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} hat dies ${count}-mal berechnet: ${amount}.`,
  fromBefore: (amount: string) => `${amount} aus einem früheren Kauf sind nicht bestätigt.`,
  checkedEachVisit: (provider: string) => `Bei jedem Ihrer Besuche sehen wir bei ${provider} nach.`,
  ready: (count: number) => n(count, 'Das Bild ist fertig.', '# Bilder sind fertig.'),
  says: (provider: string) => `${provider} sagt:`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# Bild · ${price}`, `# Bilder · ${price}`),
  raise: (limit: string) => `Mein Limit auf ${limit} erhöhen`,
  useSize: (size: string, price: string) => `${size} nehmen · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'Stattdessen',
  topUp: (provider: string) => `Bei ${provider} aufladen`,
  scriptBlocked: (provider: string, host: string) =>
    `Wir konnten ${provider} nicht erreichen. Vielleicht blockiert ein Inhaltsblocker ${host}: Lassen Sie es zu und versuchen Sie es noch einmal.`,
  notFromHere: (provider: string) => `${provider} lässt sich von dieser Seite aus nicht nutzen.`,
  walls: {
    relay: 'Das Relay dieser Seite hat nicht geantwortet oder lässt diese Seite nicht zu.',
    mixed:
      'Diese Seite kommt über https, der Server spricht nur http: Browser halten beides getrennt. Der Server braucht https oder muss auf diesem Rechner laufen.',
    server:
      'Läuft der Server, und lässt er Anfragen von Seiten anderer Herkunft zu (CORS)? Vielleicht fragt Ihr Browser auch, ob diese Seite in Ihr lokales Netz darf: Erlauben Sie es.',
  },
  overOwnLimit: (limit: string, left: string) =>
    `Das würde Ihr Limit von ${limit} überschreiten. Übrig sind noch ${left}.`,
  overPageLimit: (limit: string, left: string) =>
    `Das würde das Limit dieser Website von ${limit} überschreiten. Übrig sind noch ${left}.`,
  keyMaySpend: (left: string) => `dieser Schlüssel darf noch ${left} ausgeben`,
  overKey: (left: string, price: string) =>
    `Das kostet ${price}, und Ihr Schlüssel darf nur noch ${left} ausgeben.`,
  overBalance: (left: string, price: string) =>
    `Ihr Guthaben reicht nicht: Das kostet ${price}, und Sie haben noch ${left}.`,
  offline: 'Sie sind offline. Wir können nichts senden; Ihr Text bleibt hier.',
  storage: {
    full: 'Der Speicher Ihres Browsers ist voll. Wir könnten Ihren Beleg nicht aufheben, darum können Sie gerade nichts kaufen.',
    blocked:
      'Ihr Browser speichert für diese Website nichts (ein privates Fenster, oder ein Rahmen, der nichts behält?). Wir könnten Ihren Beleg nicht aufheben, darum können Sie gerade nichts kaufen.',
  },
  of: (limit: string) => `von ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} von ${limit} ausgegeben`,
  lastOne: 'reicht noch für etwa ein Bild',
  used: 'Limit erreicht',
  galleryTitle: 'Ihre Bilder, in diesem Browser gespeichert',
  galleryEmpty: 'Noch keine Bilder gespeichert.',
  forget: 'Entfernen',
  forgetAll: 'Alle entfernen',
  forgetSure: 'Zum Entfernen noch einmal drücken',
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
  sameSeed: 'Diesen Seed wieder verwenden',
  forgotten: 'Entfernt',
  undo: 'Rückgängig',
  lastPictures: 'Letzte Bilder',
  previous: 'Voriges Bild',
  next: 'Nächstes Bild',
  zoom: 'Vergrößern',
  expires: 'Nur unter einer Adresse, die bald nicht mehr gilt: jetzt herunterladen.',
  openAddress: 'Adresse öffnen',
  notDrawn: (size: string) =>
    `Hier nicht angezeigt: ${size} ist für einen Browser zu groß. Das Bild gehört trotzdem Ihnen: Laden Sie es herunter.`,
  notShown:
    'Diese Dateiart lässt sich hier nicht zeigen. Das Bild gehört Ihnen trotzdem: Laden Sie es herunter.',
  notLoaded: 'Das Bild ließ sich von seiner Adresse nicht laden.',
  keepThere: (provider) => `Meine Bilder auch in meinem ${provider}-Speicher ablegen`,
  keptThere: 'In Ihrem Speicher abgelegt:',
  showMore: 'Mehr zeigen',
  seed: (seed: string) => `Seed ${seed}`,
  seedMeans: 'Die Zahl, mit der sich ein Ergebnis wiederholen lässt',
  newSeed: 'Beliebiger Seed',
  pictureMenu: 'Mehr',
  formMissing: 'Erzeugen Sie zuerst ein Bild.',
  formUnreadable:
    'Das Formular kann dieses Bild nicht aufnehmen: Der Anbieter lässt keine Seite darauf zugreifen. Erzeugen Sie ein anderes, oder laden Sie es herunter und fügen Sie es von Hand hinzu.',
  formChoose: 'Ins Formular',
  formChosen: 'Im Formular',
  couldNot: 'Ihr Browser hat es nicht erlaubt.',
  payee: 'Wer bezahlt wird',
  allModels: 'Alle Modelle …',
  chooseModel: 'Modell wählen',
  searchModels: 'Name, Hersteller, Zweck',
  offersFound: (count: number) => n(count, '# Angebot', '# Angebote'),
  modelsFound: (count: number) => n(count, '# Modell', '# Modelle'),
  noModels: 'Kein Modell passt zu dieser Suche.',
  comma: ', ',
  whyEmpty: 'Beschreiben Sie zuerst das Bild.',
  whyPricing: 'Der Preis wird ermittelt …',
  canAgain: 'Sie können jetzt wieder ein Bild erzeugen.',
  shortcut: (keys: string) => `Geht auch mit ${keys}.`,
  priceNow: (price: string) => `Preis jetzt ${price}`,
  making: 'entsteht gerade',
  readyOf: (done: number, count: number) => `${done} von ${count} fertig`,
  readyCount: (count: number) => `${count} fertig`,
  notChargedCount: (count: number) => `${count} nicht berechnet`,
  checkingSum: (amount: string, provider: string) => `${amount} in Prüfung bei ${provider}`,
  notConfirmed: (amount: string) => `${amount} nicht bestätigt`,
  newTab: 'öffnet in einem neuen Tab',
  otherModels: 'Weitere',
  takesWords: 'Text',
  takesPictures: (count: number) => n(count, '# Bild', 'bis zu # Bilder'),
  takesNoPictures: 'nimmt keine Bilder',
  takesMask: 'Maske',
  writesText: 'Schrift im Bild',
  madeWith: (count: number) => n(count, 'bisher # Bild gemacht', 'bisher # Bilder gemacht'),
  needs: {
    picture: 'braucht ein Bild',
    workflow: 'braucht eine Workflow-Datei',
  },
  notThisSize: 'nicht in dieser Größe',
  notOffered: (provider: string) => `${provider} bietet es nicht mehr an.`,
  retiredOn: (date: string) =>
    `Vom Hersteller am ${date} abgeschaltet: Vielleicht antwortet es nicht.`,
  retiresOn: (date: string) => `Der Hersteller schaltet es am ${date} ab.`,
  replacedOn: (date: string, by: string) =>
    `Seit ${date} antwortet stattdessen ${by}, vielleicht zu einem anderen Preis.`,
  replacesOn: (date: string, by: string) =>
    `Ab ${date} antwortet stattdessen ${by}, vielleicht zu einem anderen Preis.`,
  failedOn: (date: string) => `Antwortete nicht, als es am ${date} ausprobiert wurde.`,
  drafts: 'Entwurf, dann Endfassung',
  draftShort: 'Entwurf',
  draftFirst: (price: string) => `Erst einen groben Entwurf versuchen · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `Entwurf mit ${draft}, dann Endfassung mit ${final}: zusammen ${both}.`,
  draftSaves: (saving: string) => `Jeder Versuch als Entwurf statt als Endfassung spart ${saving}.`,
  makeFinal: (model: string, price: string) => `Endfassung mit ${model} · ${price}`,
  draftStop: 'Ohne Entwürfe',
  problems: {
    'invalid-size': 'Diese Größe ist nicht möglich',
    'too-small': 'Diese Größe ist zu klein',
    'too-large': 'Diese Größe ist zu groß',
    'off-grid': 'Genau diese Größe kann das Modell nicht',
    'size-not-offered': 'Diese Größe macht das Modell nicht',
    'invalid-count': 'Diese Anzahl kann nicht gekauft werden',
    'invalid-steps': 'Diese Anzahl von Schritten ist nicht möglich',
    'invalid-option': 'Diese Option nimmt den Wert nicht an',
    'invalid-reference': 'Eine Vorlage ist nicht lesbar',
    'too-many-references': 'Zu viele Vorlagen',
    'needs-reference': 'Dieses Modell geht von einem Bild aus: Vorlage hinzufügen',
    'prompt-too-long': 'Diese Beschreibung ist zu lang',
    'unknown-provider': 'Dieser Anbieter ist hier nicht bekannt',
    'unknown-model': 'Dieses Modell ist hier nicht bekannt',
    'unknown-route': 'Dieser Weg ist hier nicht bekannt',
    'not-hosted': 'Dieses Modell gibt es hier nicht',
    'no-price': 'Für dieses Modell gibt es keinen veröffentlichten Preis',
    'bad-price-list': 'Die Preisliste ist nicht lesbar',
  },
  reasons: {
    email: (provider: string) =>
      `Bestätigen Sie bei ${provider} Ihre E-Mail-Adresse und drücken Sie dann noch einmal.`,
    phone: (provider: string) =>
      `Bestätigen Sie bei ${provider} Ihre Telefonnummer und drücken Sie dann noch einmal.`,
    card: (provider: string) =>
      `Hinterlegen Sie bei ${provider} eine Karte und drücken Sie dann noch einmal.`,
    suspended: (provider: string) =>
      `${provider} hat Ihr Konto gesperrt. Nur ${provider} kann das aufheben.`,
    plan: (provider: string) => `${provider} macht das nur für Konten mit einem bezahlten Tarif.`,
    'large-reference': (provider: string) =>
      `Ein Vorlagebild ist zu groß für ${provider}: höchstens 30 MB je Bild, geladen in 30 Sekunden.`,
    retired: (provider: string) =>
      `${provider} bietet dieses Modell nicht mehr an. Wählen Sie ein anderes.`,
    severed: (provider: string) =>
      `Die Regeln dieser Seite trennen Anmeldefenster ab, deshalb können Sie sich von hier aus nicht bei ${provider} anmelden.`,
  },
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `${f.provider} nimmt einen Teil dieser Anfrage nicht an. Er fällt ab jetzt weg: Drücken Sie noch einmal.`
        : f.detail
          ? ''
          : `${f.provider} nimmt diese Anfrage nicht an.`,
    'no-price': () => 'Für diese Anfrage gibt es keinen Preis.',
    'quote-expired': () =>
      'Der Preis hat sich geändert. Sehen Sie sich den neuen an und drücken Sie noch einmal.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `Das kostet ${f.asked}, und Ihr Schlüssel darf nur noch ${f.limit} ausgeben.`
          : f.held
            ? `Ihr Guthaben reicht nicht: Das kostet ${f.asked}, und Sie haben noch ${f.limit}; davon können ${f.held} noch für andere Bilder abgehen.`
            : `Ihr Guthaben reicht nicht: Das kostet ${f.asked}, und Sie haben noch ${f.limit}.`
        : `Das würde das Limit von ${f.limit} überschreiten: ${f.spent} sind schon ausgegeben, das hier kostet ${f.asked}.`,
    'no-gesture': () => 'Echtes Geld geben nur Sie selbst aus, mit einem eigenen Klick.',
    vetoed: () => 'Diese Seite hat den Kauf verhindert.',
    'no-session': () => 'Melden Sie sich zuerst an.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.provider} hat die Anmeldung nicht abgeschlossen. Drücken Sie für einen neuen Versuch noch einmal.`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `${f.provider} erlaubt das mit Ihrem Schlüssel oder Konto nicht.`
            : f.key
              ? `${f.provider} hat Ihren Schlüssel nicht angenommen. Wir haben ihn hier entfernt: Geben Sie einen anderen ein.`
              : `${f.provider} hat Ihre Anmeldung nicht angenommen. Melden Sie sich neu an.`,
    'popup-blocked': () =>
      'Ihr Browser hat das Anmeldefenster blockiert. Erlauben Sie es und drücken Sie noch einmal.',
    'sign-in-cancelled': () => 'Sie haben das Anmeldefenster vor dem Ende geschlossen.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `Ihr Guthaben bei ${f.provider} reicht jetzt nicht. Bilder, die gerade entstehen, können einen Teil davon zurückhalten.`
        : `Ihr Guthaben bei ${f.provider} reicht nicht.`,
    'rate-limited': () => 'Gerade zu viele Anfragen.',
    'provider-busy': (f: Facts) => `${f.provider} ist gerade überlastet.`,
    'not-hosted': (f: Facts) => `${f.provider} bietet Ihnen dieses Modell nicht an.`,
    'blocked-by-browser': (f: Facts) =>
      `Ihr Browser konnte ${f.provider} von dieser Seite aus nicht erreichen.`,
    'provider-failed': (f: Facts) =>
      f.gated ? stopped(f) : `Bei ${f.provider} ist etwas schiefgegangen.`,
    'content-refused': (f: Facts) =>
      `${f.provider} hat diesen Text abgelehnt. Beschreiben Sie es anders.`,
    'unreadable-reply': (f: Facts) => `Wir konnten die Antwort von ${f.provider} nicht lesen.`,
    'timed-out': (f: Facts) => `${f.provider} hat nicht rechtzeitig geantwortet.`,
    aborted: (f: Facts) =>
      f.sent
        ? 'Sie haben nicht länger gewartet. Kommt das Bild doch noch, finden Sie es bei Ihren Bildern.'
        : 'Sie haben abgebrochen.',
    'image-lost': (f: Facts) =>
      f.unknown
        ? `${f.provider} kennt dieses Bild nicht mehr.`
        : 'Das Bild ist fertig, lässt sich aber nicht herunterladen.',
    'storage-full': () =>
      'Der Speicher Ihres Browsers ist voll. Wir könnten Ihren Beleg nicht aufheben, darum haben Sie nichts gekauft.',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `Nicht lesbare Einträge: ${f.unreadable}. Darum wissen wir nicht, ob dieser Kauf ein Limit überschreitet, und Sie haben nichts gekauft. Exportieren Sie Ihre Ausgaben und setzen Sie sie zurück: „Exportieren oder zurücksetzen“.`
        : 'Ihr Browser speichert für diese Website nichts. Wir könnten Ihren Beleg nicht aufheben, darum haben Sie nichts gekauft.',
    'part-missing': () =>
      'Ein Teil dieses Widgets ließ sich nicht laden, darum haben wir nichts gesendet. Laden Sie die Seite neu; hilft das nicht, sagen Sie es dem Betreiber dieser Website.',
    internal: () => 'Im Widget ist etwas schiefgegangen.',
  },
  draftChoice: (price: string) => `Erst Entwurf · ${price}`,
  finalChoice: (price: string) => `Endfassung · ${price}`,
  forgottenMany: (count: number) => n(count, '# Bild entfernt', '# Bilder entfernt'),
  searchPrompts: 'Beschreibungen suchen',
  picturesFound: (count: number) => n(count, '# Bild gefunden', '# Bilder gefunden'),
  keepPrompts: 'Auch die Beschreibungen neuer Bilder in diesem Browser speichern',
  compare: 'Vergleichen',
  comparing: (first: string, second: string) => `${first}, verglichen mit ${second}`,
} satisfies WidgetTranslation;

function n(count: number, one: string, other: string): string {
  return plural('de', count, { one, other });
}

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `Etwas vor ${f.provider}, vielleicht eine Prüfung auf Roboter, hat diese Anfrage angehalten. ` +
    'Über Ihren Schlüssel sagt das nichts: Versuchen Sie es später oder über ein anderes Netz.'
  );
}
