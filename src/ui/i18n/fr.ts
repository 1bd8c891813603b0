import type { Facts } from './en-deferred.js';
import { plural } from './plural.js';
import type { Translation } from './terms.js';

export const fr = {
  tag: 'fr',
  dir: 'ltr',
  describe: 'Décrivez l’image',
  model: 'Modèle',
  size: 'Taille',
  count: 'Images',
  exactSize: 'Taille exacte…',
  addReference: 'Référence',
  dropHere: 'Déposez ici des images de départ',
  pictures: (count: number) => n(count, '# image', '# images'),
  generate: (count: number, price: string) => `Générer${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Se connecter et générer${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Générer ${count} essais · gratuit` : 'Générer un essai · gratuit',
  again: (seconds: string) => `dans ${seconds} s`,
  simulated: (price: string) => `${price} simulés`,
  priceUnknown: 'prix inconnu',
  under: (amount: string) => `moins de ${amount}`,
  free: 'gratuit',
  noRealMoney: 'Bac à sable : peint dans ce navigateur, aucun argent réel ne circule.',
  payOwn: (provider: string) => `Payé depuis votre propre compte ${provider}.`,
  payNobody: (provider: string) => `Réalisé par ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'Un compte gratuit en couvre environ une par mois.',
      'Un compte gratuit en couvre environ # par mois.',
    ),
  left: (balance: string) => `reste ${balance}`,
  leftThisMonth: (balance: string) => `reste ${balance} ce mois-ci`,
  ofThese: (count: number) => n(count, '≈ # comme celle-ci', '≈ # comme celle-ci'),
  aboutAccount: (provider: string) =>
    `${provider} est un service en ligne avec ses propres comptes. La connexion ouvre sa fenêtre ; un compte gratuit reçoit un crédit chaque mois.`,
  switchAccount: 'Changer',
  signOut: 'Se déconnecter',
  key: (provider: string) => `Votre clé ${provider}`,
  forgetKey: 'Oublier la clé',
  breakdown: 'D’où vient ce prix',
  more: (count: number) => n(count, '+ # autre', '+ # autres'),
  kinds: { live: 'prix en direct', provider: 'prix affiché', 'third-party': 'selon un tiers' },
  ofDate: (what: string, date: string) => `${what} du ${date}`,
  asOf: (what: string, date: string) => `${what}, état au ${date}`,
  chargedOn: (date: string) => `ce qui vous a été facturé le ${date}`,
  pagesList: 'tarif de cette page',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  lines: {
    picture: 'Image',
    run: 'Appel',
    'first-megapixel': 'Premier mégapixel',
    'further-megapixels': 'Mégapixels suivants',
    megapixels: 'Mégapixels',
    reference: 'Référence',
    tiles: 'Tuiles',
    'input-tiles': 'Tuiles de référence',
    steps: 'Étapes',
    'area-steps': 'Surface × étapes',
    seconds: 'Secondes de calcul',
    'image-tokens': 'Jetons d’image',
    'prompt-tokens': 'Jetons de texte',
    'text-tokens': 'Autres jetons de texte',
    font: 'Police',
    'self-hosted': 'Serveur à soi',
    rounding: 'Arrondi',
    correction: 'Comme facturé auparavant',
    'account-rate': 'Taux du compte',
  },
  session: 'Cette session',
  sessionSimulated: 'Cette session, simulée',
  nothingYet: 'rien encore',
  inDoubt: (amount: string) => `+ ${amount} en suspens`,
  unpriced: (count: number) => n(count, '+ # à prix inconnu', '+ # à prix inconnu'),
  unreadable: (count: number) =>
    n(count, '# ligne illisible, conservée', '# lignes illisibles, conservées'),
  details: 'Détails',
  galleryShort: 'Galerie',
  charge: {
    none: 'Rien n’a été débité.',
    possible: 'Vous avez peut-être été débité.',
    charged: 'Débité.',
  },

  width: 'Largeur',
  height: 'Hauteur',
  bought: (balance: string) => `${balance} achetés`,
  credits: (count: number) => n(count, '# crédit', '# crédits'),
  mustHold: (provider: string, sum: string) =>
    `${provider} n’accepte cette commande que si votre compte contient ${sum}.`,
  sizeList: 'Tailles',
  options: 'Options',
  moreOptions: (count: number) => n(count, '# autre option', '# autres options'),
  optionUsual: 'Habituel',
  optionElse: (price: string) => `sinon ${price}`,
  optionNames: {
    quality: 'Qualité',
    resolution: 'Résolution',
    size: 'Taille',
    megapixels: 'Mégapixels',
    steps: 'Étapes',
    num_inference_steps: 'Étapes',
    guidance: 'Fidélité au texte',
    guidance_scale: 'Fidélité au texte',
    cfg: 'Fidélité au texte',
    negative_prompt: 'À éviter',
    style: 'Style',
    style_type: 'Style',
    style_preset: 'Rendu',
    output_format: 'Type de fichier',
    response_format: 'Type de fichier',
    output_quality: 'Qualité du fichier',
    background: 'Arrière-plan',
    transparency: 'Transparent',
    go_fast: 'Rapide',
    generation_mode: 'Mode',
    prompt_upsampling: 'Compléter mon texte',
    enhance_prompt: 'Compléter mon texte',
    prompt_enhance: 'Compléter mon texte',
    raw: 'Moins retouché',
  } as Record<string, string>,
  references: 'Images de référence',
  mask: 'Marquer ce qui peut changer',
  masked: 'Seul ce qui est marqué peut changer.',
  maskNeeded: 'Ce modèle doit savoir ce qui peut changer.',
  maskHint: 'Peignez ce qui peut changer. Tout le reste demeure tel quel.',
  maskKeys: 'Peindre ce qui peut changer : les flèches déplacent, l’espace peint',
  maskBrush: 'Pinceau',
  maskUndo: 'Annuler',
  maskClear: 'Recommencer',
  maskFile: 'Utiliser un fichier',
  maskDone: 'Terminé',
  reading: 'lecture…',
  unreadableFile: 'pas une image',
  tooLargeFile: (limit: string) => `est trop grande : ${limit} au plus`,
  shrinkFile: 'La réduire',
  removeReference: (name: string) => `Retirer la référence ${name}`,
  megapixels: (text: string) => `${text} Mpx`,
  keyUse: 'Utiliser cette clé',
  keyKeep: 'La garder',
  keep: {
    memory: 'jusqu’à la fermeture de la page',
    tab: 'jusqu’à la fermeture de l’onglet',
    device: 'sur cet appareil',
  },
  keyWarning:
    'Tout script de cette page peut lire ce que vous tapez ici. Nous ne l’envoyons qu’au fournisseur.',
  keyThrough: (host: string) => `Elle passe en chemin par le relais de cette page, ${host}.`,
  keyGet: (provider: string) => `Obtenir une clé chez ${provider}`,
  keyNeeded: (who: string) => `${who} demande une clé à vous. Saisissez-la ci-dessus.`,
  total: 'Vous payez',
  atMost: 'Vous payez au plus',
  source: 'Source',
  readOn: (date: string) => `lu le ${date}`,
  undated: (date: string) => `copie sans date, ${date} au plus tôt`,
  agree: 'De même',
  conflict: (source: string, total: string) => `${source} donne ${total}`,
  listProblem: (why: string) => `Les prix du jour n’ont pas pu être lus en entier : ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} économise ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} est la taille possible la plus proche`
        : `Arrive à peu près dans cette forme, à environ ${f.megapixels} ${f.megapixels === '1' ? 'mégapixel' : 'mégapixels'}`,
    stale: (f: Facts) => `Ce prix a été lu il y a ${f.days} jours et a pu changer`,
    reference: (f: Facts) => `Des références de ${f.width} × ${f.height} économisent ${f.saving}`,
    'top-up': (f: Facts) =>
      `Coûte ${f.wallet} à votre portefeuille : une part de chaque recharge est une commission`,
    charged: (f: Facts) =>
      `${f.charged} facturés pour cela le ${f.readOn}, et non ${f.listed} comme au tarif`,
    rate: (f: Facts) =>
      `Votre compte est facturé à ×${f.rate} du tarif, la dernière fois le ${f.readOn}`,
  },
  confirmTitle: 'Avant l’achat',
  confirmOver: (amount: string, limit: string) =>
    `Cela peut coûter ${amount}, plus que ${limit} d’un coup.`,
  confirmUnknown:
    'Personne ici ne sait ce que cela coûtera. Le fournisseur débitera ce qu’il débitera.',
  confirmChanged: (amount: string) =>
    `Regardez encore une fois le prix : il est maintenant de ${amount}.`,
  confirmYes: (amount: string) => `Oui, payer ${amount}`,
  confirmYesUnknown: 'Oui, à prix inconnu',
  confirmNo: 'Non',
  signingIn: 'En attente de la fenêtre de connexion…',
  signedIn: (provider: string) =>
    `Vous êtes connecté chez ${provider}. Fermez cette fenêtre et continuez dans l’autre.`,
  sending: 'Envoi…',
  queued: (ahead: number) =>
    ahead === 0
      ? 'Prochaine de la file'
      : n(ahead, '# avant vous dans la file', '# avant vous dans la file'),
  fetching: 'Récupération de l’image…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s sur environ ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Image ${index} sur ${count}`,
  waiting: 'attend son tour',
  stopWaiting: 'Ne plus attendre',
  stopFree: 'Rien n’a encore été envoyé : arrêter ne coûte rien.',
  stopMeans: 'Arrêter n’annule rien : l’image peut encore être faite et débitée.',
  stopLate:
    'Arrêter ne sert peut-être à rien : une image faite en moins d’une minute est débitée quand même, une plus longue peut l’être.',
  stopVain: 'Arrêter n’annule rien : l’image est débitée comme si vous aviez attendu.',
  recovering: 'On redemande une image achetée avant la fermeture de la page…',
  recovered: (count: number) =>
    n(
      count,
      'De retour d’avant la fermeture de la page : # image',
      'De retour d’avant la fermeture de la page : # images',
    ),
  dismiss: 'Compris',
  charged: (amount: string) => `${amount} débités`,
  computed: (amount: string) => `${amount} estimés, selon le tarif`,
  simulatedCharge: (amount: string) => `${amount} simulés`,
  checkingCharge: (amount: string, provider: string) => `${amount} · vérification chez ${provider}`,
  estimateWas: (amount: string) => `estimation ${amount}`,
  notCharged: 'Rien n’a été débité.',
  maybeCharged: (amount: string) =>
    amount
      ? `Vous avez peut-être été débité de ${amount}.`
      : 'Vous avez peut-être été débité ; le montant est inconnu.',
  wasCharged: (amount: string) =>
    amount ? `${amount} débités.` : 'Débité ; le montant est inconnu.',
  wasSimulated: (amount: string) => `${amount} simulés, pas d’argent réel.`,
  doubtKept: 'Cela compte comme en suspens jusqu’à ce qu’on le sache.',
  sentAgain: 'Le navigateur a pu envoyer la commande plusieurs fois de lui-même.',
  checkedCharged: (provider: string, amount: string) =>
    `Vérifié auprès de ${provider} : ${amount} ont été facturés.`,
  checkedFree: (provider: string) => `Vérifié auprès de ${provider} : rien n’a été facturé.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} a facturé cela ${count} fois : ${amount}.`,
  fromBefore: (amount: string) => `${amount} d’auparavant ne sont pas confirmés.`,
  checkedEachVisit: (provider: string) =>
    `C’est vérifié auprès de ${provider} à chacune de vos visites.`,
  ready: (count: number) => n(count, 'L’image est prête.', '# images sont prêtes.'),
  provider: 'Le fournisseur dit :',
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# image · ${price}`, `# images · ${price}`),
  raise: (limit: string) => `Porter ma limite à ${limit}`,
  useSize: (size: string, price: string) => `Prendre ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'À la place',
  topUp: (provider: string) => `Recharger chez ${provider}`,
  scriptBlocked: (host: string) =>
    `Son script n’a pas pu être chargé depuis ${host}. Un bloqueur l’arrête peut-être : autorisez ${host} sur cette page. Si la page est à vous : autorisez-le dans la Content-Security-Policy ou indiquez une copie dans PUTER_SDK_URL.`,
  walls: {
    relay: 'Le relais indiqué par cette page n’a pas répondu, ou n’admet pas cette page.',
    mixed:
      'Cette page passe par https et le serveur par http : les navigateurs séparent les deux. Il faut au serveur https, ou qu’il tourne sur cette machine.',
    server:
      'Le serveur tourne-t-il, et accepte-t-il les demandes de pages d’une autre origine (CORS) ? Le navigateur peut aussi demander si cette page a accès à votre réseau local : acceptez.',
    provider:
      'Il ne laisse aucune page l’interroger directement. Le propriétaire de cette page peut indiquer un relais ; d’autres fournisseurs s’en passent.',
  },
  overLimit: (limit: string, spent: string) =>
    `Cela dépasserait la limite de ${limit} ; ${spent} sont dépensés.`,
  overBalance: (left: string, price: string) => `Il reste ${left} et ceci coûte ${price}.`,
  offline: 'Vous êtes hors ligne. Rien ne peut être envoyé ; votre texte reste ici.',
  storage: {
    full: 'Le stockage de ce navigateur est plein : un achat ne pourrait pas être noté. Rien de réel n’est acheté.',
    blocked:
      'Ce navigateur ne garde rien pour cette page : un achat ne pourrait pas être noté. Rien de réel n’est acheté.',
  },
  of: (limit: string) => `sur ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} dépensés sur ${limit}`,
  lastOne: 'encore une environ',
  used: 'limite atteinte',
  galleryTitle: 'Images gardées dans ce navigateur',
  galleryEmpty: 'Rien n’est gardé pour l’instant.',
  forget: 'Oublier',
  forgetAll: 'Tout oublier',
  forgetSure: 'Appuyez encore pour oublier',
  pin: 'Garder',
  pinned: 'Gardée',
  open: (what: string) => `Ouvrir en grand : ${what}`,
  close: 'Fermer',
  download: 'Télécharger',
  copy: 'Copier',
  copied: 'Copiée',
  share: 'Partager',
  asReference: 'Utiliser comme référence',
  sameWords: 'Mêmes mots à nouveau',
  sameSeed: 'Même graine à nouveau',
  forgotten: 'Oubliée',
  expires: 'Seulement à une adresse qui cessera de fonctionner : téléchargez-la maintenant.',
  openAddress: 'Ouvrir son adresse',
  notDrawn: (size: string) =>
    `Non affichée ici : ${size}, c’est plus qu’un navigateur ne devrait avoir à afficher. Elle est à vous malgré tout : téléchargez-la.`,
  notLoaded: 'Elle n’a pas pu être chargée depuis son adresse.',
  keepThere: (provider) => `Enregistrer aussi mes images dans mon espace ${provider}`,
  keptThere: 'Enregistrée dans votre espace :',
  showMore: 'Montrer plus',
  seed: (seed: string) => `graine ${seed}`,
  newSeed: 'Graine libre',
  pictureMenu: 'Plus',
  formMissing: 'Créez d’abord une image.',
  formUnreadable:
    'Le formulaire ne peut pas prendre cette image : son fournisseur ne laisse aucune page la lire. Créez-en une autre, ou téléchargez-la et ajoutez-la à la main.',
  formChoose: 'Mettre dans le formulaire',
  formChosen: 'Dans le formulaire',
  couldNot: 'Ce navigateur ne l’a pas permis.',
  allModels: 'Tous les modèles …',
  chooseModel: 'Choisir un modèle',
  searchModels: 'Chercher par nom, auteur ou usage',
  modelsFound: (count: number) => n(count, '# modèle', '# modèles'),
  noModels: 'Aucun modèle ne correspond à ces mots.',
  otherModels: 'Autres',
  takesWords: 'mots',
  takesPictures: (count: number) => n(count, '# image', 'jusqu’à # images'),
  takesNoPictures: 'ne prend pas d’image',
  takesMask: 'masque',
  writesText: 'texte dans l’image',
  madeWith: (count: number) => n(count, '# image déjà faite', '# images déjà faites'),
  needs: {
    picture: 'demande une image',
    mask: 'demande une image et un masque',
    workflow: 'demande un fichier de workflow',
  },
  notThisSize: 'pas dans cette taille',
  notOffered: (provider: string) => `${provider} ne le propose plus.`,
  retiredOn: (date: string) => `Arrêté par son auteur le ${date} : il pourrait ne pas répondre.`,
  retiresOn: (date: string) => `Son auteur l’arrête le ${date}.`,
  replacedOn: (date: string, by: string) =>
    `Depuis le ${date}, ${by} répond à sa place, peut-être à un autre prix.`,
  replacesOn: (date: string, by: string) =>
    `À partir du ${date}, ${by} répondra à sa place, peut-être à un autre prix.`,
  failedOn: (date: string) => `N’a pas répondu lors de l’essai du ${date}.`,
  drafts: 'Brouillon, puis final',
  draftFirst: (model: string, price: string) => `D’abord un brouillon avec ${model} : ${price}`,
  draftOn: 'Brouillon avec',
  finalOn: 'Final avec',
  draftPlan: (draft: string, final: string, both: string) =>
    `Brouillon ${draft}, puis final ${final} : ensemble ${both}.`,
  draftSaves: (saving: string) =>
    `Chaque essai en brouillon plutôt qu’en final économise ${saving}.`,
  makeFinal: (model: string, price: string) => `Faire le final avec ${model} · ${price}`,
  draftStop: 'Sans brouillon',
  problems: {
    'invalid-size': 'Cette taille est impossible',
    'too-small': 'Cette taille est trop petite',
    'too-large': 'Cette taille est trop grande',
    'off-grid': 'Cette taille est hors de la grille',
    'size-not-offered': 'Cette taille n’est pas proposée ici',
    'invalid-count': 'Ce nombre d’images ne peut pas être acheté',
    'invalid-steps': 'Ces étapes sont impossibles',
    'invalid-option': 'Cette option n’accepte pas cette valeur',
    'invalid-reference': 'Une image de référence est illisible',
    'too-many-references': 'Trop d’images de référence',
    'needs-reference': 'Ce modèle part d’une image : ajoutez une référence',
    'unknown-provider': 'Personne ici ne connaît ce fournisseur',
    'unknown-model': 'Personne ici ne connaît ce modèle',
    'unknown-route': 'Personne ici ne connaît cette voie',
    'not-hosted': 'Ce modèle n’est pas disponible ici',
    'no-price': 'Personne ne dit ce que cela coûte',
    'bad-price-list': 'La liste de prix est illisible',
  },
  errors: {
    'invalid-input': (f: Facts) => (f.detail ? '' : 'Le fournisseur n’accepte pas cette demande.'),
    'no-price': () => 'Il n’y a pas de prix pour cette demande.',
    'quote-expired': () => 'Le prix a changé entre-temps. Regardez le nouveau et appuyez encore.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.held
          ? `Le compte contient ${f.limit}, dont ${f.held} peuvent encore aller à d’autres images. Ceci coûte ${f.asked}.`
          : `Le compte contient ${f.limit}, ceci coûte ${f.asked}.`
        : `Cela dépasserait la limite de ${f.limit} : ${f.spent} sont dépensés, ceci coûte ${f.asked}.`,
    'no-gesture': () => 'Dépenser de l’argent réel demande votre propre clic.',
    vetoed: () => 'Cette page a retenu l’achat.',
    'no-session': () => 'Connectez-vous d’abord.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.key} n’a pas terminé la connexion. Appuyez encore pour réessayer.`
        : f.kept
          ? 'Le fournisseur n’autorise pas cela avec votre clé ou votre compte.'
          : f.key
            ? `${f.key} n’a pas accepté votre clé. Elle est oubliée ici : saisissez-en une autre.`
            : 'Le fournisseur n’a pas accepté la connexion ou la clé. Reconnectez-vous.',
    'popup-blocked': () =>
      'Le navigateur a bloqué la fenêtre de connexion. Autorisez-la et appuyez encore.',
    'sign-in-cancelled': () => 'La connexion a été fermée avant la fin.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? 'Le compte ne contient pas assez pour l’instant. Les images en cours peuvent en retenir une partie jusqu’à leur fin.'
        : 'Le compte ne contient pas assez.',
    'rate-limited': () => 'Trop de demandes en ce moment.',
    'provider-busy': () => 'Le fournisseur est débordé.',
    'not-hosted': () => 'Le fournisseur ne vous propose pas ce modèle.',
    'blocked-by-browser': () =>
      'Le navigateur n’a pas le droit de parler à ce fournisseur depuis cette page.',
    'provider-failed': () => 'Le fournisseur a échoué.',
    'content-refused': () =>
      'Le fournisseur a refusé ce contenu. D’autres mots passeront peut-être.',
    'unreadable-reply': () => 'La réponse du fournisseur est illisible.',
    'timed-out': () => 'Aucune réponse à temps.',
    aborted: (f: Facts) =>
      f.sent ? 'Vous n’attendez plus. L’image peut encore être faite.' : 'Arrêté.',
    'image-lost': (f) =>
      f.unknown
        ? 'Le fournisseur ne connaît plus cette image.'
        : 'L’image a été faite mais n’a pas pu être récupérée.',
    'storage-full': () =>
      'Le stockage de ce navigateur est plein : l’achat n’a pas pu être noté et n’a pas eu lieu.',
    'storage-blocked': () =>
      'Ce navigateur ne garde rien pour cette page : l’achat n’a pas pu être noté et n’a pas eu lieu.',
    'part-missing': () =>
      'Une partie de ce widget n’a pas pu être chargée ; rien n’a donc été envoyé. Rechargez la page ; si cela ne suffit pas, son propriétaire doit corriger cela.',
    internal: () => 'Quelque chose s’est mal passé dans le widget.',
  },
} satisfies Translation;

function n(count: number, one: string, other: string): string {
  return plural('fr', count, { one, other });
}
