import type { Facts } from '../en/deferred.js';
import { plural } from '../plural.js';
import type { WidgetTranslation } from '../terms.js';

export const terms = {
  tag: 'fr',
  dir: 'ltr',
  widget: 'Générer une image',
  describe: 'Décrivez l’image',
  model: 'Modèle',
  size: 'Taille',
  shape: 'Forme',
  count: 'Images',
  exactSize: 'Taille exacte…',
  addReference: 'Référence',
  dropHere: 'Déposez ici des images de départ',
  pictures: (count: number) => n(count, '# image', '# images'),
  generate: (count: number, price: string) => `Générer${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Se connecter et générer${count > 1 ? ` ${count}` : ''} · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `Ajoutez votre clé pour générer${count > 1 ? ` ${count} images` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Générer ${count} essais · gratuit` : 'Générer un essai · gratuit',
  again: (seconds: string) => `dans ${seconds} s`,
  simulated: (price: string) => `${price} simulés`,
  priceUnknown: 'prix inconnu',
  under: (amount: string) => `moins de ${amount}`,
  free: 'gratuit',
  freeAsOf: (date: string) => `gratuit, état au ${date}`,
  noRealMoney: 'Bac à sable : peint dans ce navigateur, aucun argent réel ne circule.',
  payOwn: (provider: string) => `Vous payez, avec votre propre compte ${provider}.`,
  payNobody: (provider: string) => `Réalisé par ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'L’inscription est gratuite et couvre environ une de ces images par mois.',
      'L’inscription est gratuite et couvre environ # de ces images par mois.',
    ),
  whatIs: (provider: string) => `Qu’est-ce que ${provider} ?`,
  left: (balance: string) => `reste ${balance}`,
  leftThisMonth: (balance: string) => `reste ${balance} ce mois-ci`,
  ofThese: (count: number) =>
    count === 0 ? 'pas assez pour celle-ci' : n(count, '≈ # de ces images', '≈ # de ces images'),
  aboutAccount: (price: string, count: number) =>
    n(
      count,
      `Un clic vous connecte et achète une image pour ${price}.`,
      `Un clic vous connecte et achète # images pour ${price}.`,
    ),
  aboutFree: (free: string, count: number) =>
    n(
      count,
      `Un clic vous connecte et crée une image (${free}).`,
      `Un clic vous connecte et crée # images (${free}).`,
    ),
  about: {
    what: (provider: string) =>
      `${provider} est un compte en ligne. Ce site web utilise ${provider} pour ses fonctions d’IA et de cloud.`,
    free: () => 'Chaque compte reçoit un crédit mensuel gratuit ; il est utilisé en premier.',
    pays: (provider: string) =>
      `${provider} débite votre compte pour l’image, au coût réel. Ce site ne reçoit aucune facture pour elle.`,
    signIn: (provider: string) => `Vous vous connectez à ${provider} même, pas à ce site.`,
    source: 'Source',
  },
  switchAccount: 'Changer',
  signOut: 'Se déconnecter',
  key: (provider: string) => `Votre clé ${provider}`,
  forgetKey: 'Retirer la clé',
  breakdown: 'D’où vient ce prix',
  why: (price: string) => `Pourquoi ${price}\u00a0?`,
  more: (count: number) => n(count, '+ # autre', '+ # autres'),
  kinds: { live: 'prix actuel', provider: 'prix', 'third-party': 'prix non officiel' },
  ofDate: (what: string, date: string) => `${what} du ${date}`,
  mayHaveChanged: 'a pu changer',
  chargedOn: (date: string) => `ce qui vous a été facturé le ${date}`,
  pagesList: 'tarif de cette page',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what} à ${price}`,
  wholeMegapixels: (count: number) => n(count, '# mégapixel', '# mégapixels'),
  lines: {
    picture: 'Image',
    run: 'Base',
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
  session: 'Cette visite',
  sessionSimulated: 'Cette visite, simulée',
  nothingYet: 'rien encore',
  inDoubt: (amount: string) => `+ ${amount} non confirmés`,
  unpriced: (count: number) => n(count, '+ # à prix inconnu', '+ # à prix inconnu'),
  doubtAsk: (provider: string) => `Regardez dans votre compte ${provider}, puis dites-le-nous.`,
  newPurchase: 'Générer à nouveau serait un nouvel achat.',
  openProvider: (provider: string) => `Ouvrir ${provider}`,
  iWasCharged: 'J’ai été débité',
  iWasNot: 'Je n’ai pas été débité',
  toldCharged: (amount: string) => `Vous nous avez dit avoir été débité de ${amount}.`,
  toldFree: 'Vous nous avez dit ne pas avoir été débité.',
  onlyRefund: (provider: string) => `Seul ${provider} peut vous rembourser.`,
  chargesDeclined: (provider: string) => `${provider} facture aussi les textes refusés.`,
  copyDetails: 'Copier les détails pour l’assistance',
  unreadable: (count: number) =>
    n(
      count,
      '# entrée illisible ; elle reste enregistrée',
      '# entrées illisibles ; elles restent enregistrées',
    ),
  details: 'Dépenses',
  galleryShort: 'Images',
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
  optionSame: 'même prix',
  optionMore: (price: string) => `${price} de plus`,
  optionLess: (price: string) => `${price} de moins`,
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
  drawingsHidden:
    'Ce navigateur masque ce que les pages dessinent, contre le pistage. Impossible ici de réduire une image ou de dessiner un masque.',
  reading: 'Mesure en cours …',
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
    'Ne collez une clé que sur un site de confiance : tout script de cette page pourrait la lire.',
  keyTo: (provider: string) => `Nous l’envoyons à ${provider} et nulle part ailleurs.`,
  keyThrough: (provider: string, host: string) =>
    `Nous l’envoyons à ${provider} par le relais de cette page, ${host}.`,
  keyGet: (provider: string) => `Obtenir une clé chez ${provider}`,
  keyNeeded: (who: string) => `${who} demande une clé à vous. Saisissez-la ci-dessus.`,
  total: 'Vous payez',
  atMost: 'Vous payez au plus',
  wouldCost: 'Coûterait',
  wouldCostAtMost: 'Coûterait au plus',
  source: 'Source',
  readOn: (date: string) => `lu le ${date}`,
  undated: (date: string) => `copie sans date, ${date} au plus tôt`,
  agrees: (count: number) => n(count, 'est d’accord', 'sont d’accord'),
  conflict: (source: string, total: string) => `${source} donne ${total}`,
  listProblem: (why: string) => `Les prix du jour n’ont pas pu être lus en entier : ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} économise ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} est la taille possible la plus proche`
        : `Arrive à peu près dans cette forme, à environ ${f.megapixels} ${f.megapixels === '1' ? 'mégapixel' : 'mégapixels'}`,
    stale: (f: Facts) => `Ce prix a été lu il y a ${f.days} jours et a pu changer`,
    reference: (f: Facts) =>
      `Réduisez les références à ${f.width} × ${f.height} et économisez ${f.saving}`,
    'top-up': (f: Facts) =>
      `Coûte ${f.wallet} à votre portefeuille : une part de chaque recharge est une commission`,
    charged: (f: Facts) =>
      `${f.charged} facturés pour cela le ${f.readOn}, et non ${f.listed} comme au tarif`,
    rate: (f: Facts) =>
      `Votre compte est facturé ${f.rate} fois le tarif, la dernière fois le ${f.readOn}`,
    usual: (f: Facts) =>
      `En général environ ${f.usual}, au plus ${f.most} : d’après vos ${f.pictures} dernières images`,
  },
  confirmTitle: 'Avant l’achat',
  confirmOver: (amount: string, limit: string) =>
    `Cela coûte ${amount}. Nous vous demandons au-delà de ${limit}.`,
  confirmOverMost: (amount: string, limit: string) =>
    `Cela peut coûter jusqu’à ${amount}. Nous vous demandons quand cela peut dépasser ${limit}.`,
  confirmUnknown: (provider: string) =>
    `Nous n’avons pas trouvé de prix pour cela. ${provider} appliquera son propre tarif, et nous ne pouvons pas dire combien.`,
  confirmChanged: (amount: string) => `Le prix a changé. Il est maintenant de ${amount}.`,
  confirmChangedFrom: (amount: string, before: string) =>
    `Le prix a changé. Il était de ${before}, il est maintenant de ${amount}.`,
  confirmUnseen: (amount: string) =>
    `Le prix sur le bouton n’était peut-être pas lisible. Il est de ${amount}.`,
  confirmYes: (amount: string) => `Oui, payer ${amount}`,
  confirmYesUnknown: 'Générer quand même',
  confirmNo: 'Non',
  signingIn: 'En attente de la fenêtre de connexion…',
  signedIn: (provider: string) =>
    `Vous êtes connecté chez ${provider}. Fermez cette fenêtre et continuez dans l’autre.`,
  sending: 'Envoi…',
  makingNow: 'L’image se fait …',
  checkingLost: (provider: string) =>
    `La réponse s’est perdue. Vérification auprès de ${provider} …`,
  checkingRefused: (provider: string) =>
    `${provider} signale une erreur. Nous vérifions si elle a été débitée …`,
  queued: (ahead: number) =>
    ahead === 0
      ? 'Prochaine de la file'
      : n(ahead, '# avant vous dans la file', '# avant vous dans la file'),
  fetching: 'Récupération de l’image…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s sur environ ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Image ${index} sur ${count}`,
  waiting: 'attend son tour',
  cancel: 'Annuler',
  cancelRest: 'Annuler le reste',
  stopWaiting: 'Ne plus attendre',
  stopFree: 'Rien n’est encore envoyé : arrêter ne coûte rien.',
  stopMeans: 'Déjà commandé : arrêter n’économise rien. L’image sera parmi vos images.',
  stopRest: (unsent: number, count: number) =>
    `${unsent} sur ${count} ne sont pas encore commandées : les annuler ne coûte rien. Le reste continue.`,
  stopChecking: 'Inutile d’attendre : vos dépenses diront ce qui a été débité.',
  stopSimulated: 'Vous ne payez rien.',
  inBackground: (count: number) =>
    n(count, 'Votre image se fait en arrière-plan.', '# images se font en arrière-plan.'),
  landsIn: (where: string) => `Une fois prête, elle sera sous « ${where} ».`,
  recovering: 'Nous récupérons l’image que vous avez achetée tout à l’heure …',
  recovered: (count: number) =>
    n(
      count,
      'Voici l’image que vous avez achetée tout à l’heure.',
      'Voici les # images que vous avez achetées tout à l’heure.',
    ),
  dismiss: 'Compris',
  charged: (amount: string) => `${amount} débités`,
  chargedBetween: (low: string, high: string) => `Débit entre ${low} et ${high}`,
  chargedTogether: (count: number, amount: string) => `${count} ensemble : ${amount}`,
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
    amount
      ? `Vous avez été débité de ${amount}.`
      : 'Vous avez été débité ; le montant est inconnu.',
  wasSimulated: (amount: string) => `${amount} simulés, pas d’argent réel.`,
  inProgress: (amount: string) => `+ ${amount} en cours`,
  sentAgain: 'Le navigateur a pu envoyer la commande plusieurs fois de lui-même.',
  checkedCharged: (provider: string, amount: string) =>
    `Vérifié auprès de ${provider} : ${amount} ont été facturés.`,
  checkedFree: (provider: string) => `Vérifié auprès de ${provider} : rien n’a été facturé.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} a facturé cela ${count} fois : ${amount}.`,
  fromBefore: (amount: string) => `${amount} d’un achat précédent ne sont pas confirmés.`,
  checkedEachVisit: (provider: string) =>
    `C’est vérifié auprès de ${provider} à chacune de vos visites.`,
  ready: (count: number) => n(count, 'L’image est prête.', '# images sont prêtes.'),
  says: (provider: string) => `${provider} dit :`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# image · ${price}`, `# images · ${price}`),
  raise: (limit: string) => `Porter ma limite à ${limit}`,
  useSize: (size: string, price: string) => `Prendre ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'À la place',
  topUp: (provider: string) => `Recharger chez ${provider}`,
  scriptBlocked: (provider: string, host: string) =>
    `Nous n’avons pas pu joindre ${provider}. Un bloqueur de contenu arrête peut-être ${host} ; autorisez-le et réessayez.`,
  notFromHere: (provider: string) => `${provider} ne peut pas être utilisé depuis cette page.`,
  walls: {
    relay: 'Le relais indiqué par cette page n’a pas répondu, ou n’admet pas cette page.',
    mixed:
      'Cette page passe par https et le serveur par http : les navigateurs séparent les deux. Il faut au serveur https, ou qu’il tourne sur cette machine.',
    server:
      'Le serveur tourne-t-il, et accepte-t-il les demandes de pages d’une autre origine (CORS) ? Le navigateur peut aussi demander si cette page a accès à votre réseau local : acceptez.',
  },
  overOwnLimit: (limit: string, left: string) =>
    `Cela dépasserait votre limite de ${limit}. Il vous reste ${left}.`,
  overPageLimit: (limit: string, left: string) =>
    `Cela dépasserait la limite de ce site, ${limit}. Il reste ${left}.`,
  keyMaySpend: (left: string) => `cette clé peut encore dépenser ${left}`,
  overKey: (left: string, price: string) =>
    `Cela coûte ${price}, et votre clé ne peut plus dépenser que ${left}.`,
  overBalance: (left: string, price: string) =>
    `Il ne reste pas assez : cela coûte ${price} et vous avez ${left}.`,
  offline: 'Vous êtes hors ligne. Rien ne peut être envoyé ; votre texte reste ici.',
  storage: {
    full: 'Le stockage de votre navigateur est plein. Nous ne pourrions pas garder votre reçu, l’achat est donc désactivé.',
    blocked:
      'Votre navigateur n’enregistre rien pour ce site (une fenêtre privée, ou un cadre qui ne garde rien ?). Nous ne pourrions pas garder votre reçu, l’achat est donc désactivé.',
  },
  of: (limit: string) => `sur ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} dépensés sur ${limit}`,
  lastOne: 'encore une environ',
  used: 'limite atteinte',
  galleryTitle: 'Vos images, enregistrées dans ce navigateur',
  galleryEmpty: 'Aucune image enregistrée pour le moment.',
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
  sameSeed: 'Réutiliser cette graine',
  forgotten: 'Oubliée',
  undo: 'Annuler l’oubli',
  lastPictures: 'Dernières images',
  previous: 'Image précédente',
  next: 'Image suivante',
  zoom: 'Agrandir',
  expires: 'Seulement à une adresse qui cessera de fonctionner : téléchargez-la maintenant.',
  openAddress: 'Ouvrir son adresse',
  notDrawn: (size: string) =>
    `Non affichée ici : ${size}, c’est plus qu’un navigateur ne devrait avoir à afficher. Elle est à vous malgré tout : téléchargez-la.`,
  notShown:
    'Ce type de fichier ne peut pas être affiché ici. L’image est à vous quand même : téléchargez-la.',
  notLoaded: 'Elle n’a pas pu être chargée depuis son adresse.',
  keepThere: (provider) => `Enregistrer aussi mes images dans mon espace ${provider}`,
  keptThere: 'Enregistrée dans votre espace :',
  showMore: 'Montrer plus',
  seed: (seed: string) => `graine ${seed}`,
  seedMeans: 'Le nombre qui permet de répéter un résultat',
  newSeed: 'Graine libre',
  pictureMenu: 'Plus',
  formMissing: 'Créez d’abord une image.',
  formUnreadable:
    'Le formulaire ne peut pas prendre cette image : son fournisseur ne laisse aucune page la lire. Créez-en une autre, ou téléchargez-la et ajoutez-la à la main.',
  formChoose: 'Mettre dans le formulaire',
  formChosen: 'Dans le formulaire',
  couldNot: 'Ce navigateur ne l’a pas permis.',
  payee: 'Qui est payé',
  allModels: 'Tous les modèles …',
  chooseModel: 'Choisir un modèle',
  searchModels: 'Chercher nom, auteur, usage',
  offersFound: (count: number) => n(count, '# offre', '# offres'),
  modelsFound: (count: number) => n(count, '# modèle', '# modèles'),
  noModels: 'Aucun modèle ne correspond à ces mots.',
  comma: ', ',
  whyEmpty: 'Décrivez d’abord l’image.',
  whyPricing: 'Calcul du prix …',
  canAgain: 'Vous pouvez de nouveau générer.',
  shortcut: (keys: string) => `${keys} génère aussi.`,
  priceNow: (price: string) => `Prix maintenant : ${price}`,
  making: 'en cours de création',
  readyOf: (done: number, count: number) => `prêtes : ${done} sur ${count}`,
  readyCount: (count: number) => `prêtes : ${count}`,
  notChargedCount: (count: number) => `non facturées : ${count}`,
  checkingSum: (amount: string, provider: string) =>
    `${amount} en cours de vérification chez ${provider}`,
  notConfirmed: (amount: string) => `${amount} non confirmés`,
  newTab: 'ouvre un nouvel onglet',
  otherModels: 'Autres',
  takesWords: 'mots',
  takesPictures: (count: number) => n(count, '# image', 'jusqu’à # images'),
  takesNoPictures: 'ne prend pas d’image',
  takesMask: 'masque',
  writesText: 'texte dans l’image',
  madeWith: (count: number) => n(count, '# image déjà faite', '# images déjà faites'),
  needs: {
    picture: 'demande une image',
    workflow: 'demande un fichier de workflow',
  },
  notThisSize: 'pas dans cette taille',
  notOffered: (provider: string) => `${provider} ne le propose plus.`,
  retiredOn: (date: string) => `Arrêté par son auteur le ${date} : il pourrait ne pas répondre.`,
  retiresOn: (date: string) => `Le ${date}, son auteur l’arrête.`,
  replacedOn: (date: string, by: string) =>
    `Depuis le ${date}, ${by} répond à sa place, peut-être à un autre prix.`,
  replacesOn: (date: string, by: string) =>
    `À partir du ${date}, ${by} répondra à sa place, peut-être à un autre prix.`,
  failedOn: (date: string) => `Essayé le ${date}, n’a pas répondu.`,
  drafts: 'Brouillon, puis final',
  draftShort: 'Brouillon',
  draftFirst: (price: string) => `Essayez d’abord un brouillon · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `Brouillon avec ${draft}, puis final avec ${final} : ensemble ${both}.`,
  draftSaves: (saving: string) =>
    `Chaque essai en brouillon plutôt qu’en final économise ${saving}.`,
  makeFinal: (model: string, price: string) => `Faire le final avec ${model} · ${price}`,
  draftStop: 'Sans brouillon',
  problems: {
    'invalid-size': 'Cette taille est impossible',
    'too-small': 'Cette taille est trop petite',
    'too-large': 'Cette taille est trop grande',
    'off-grid': 'Ce modèle ne peut pas faire exactement cette taille',
    'size-not-offered': 'Ce modèle ne fait pas cette taille',
    'invalid-count': 'Ce nombre d’images ne peut pas être acheté',
    'invalid-steps': 'Ces étapes sont impossibles',
    'invalid-option': 'Cette option n’accepte pas cette valeur',
    'invalid-reference': 'Une image de référence est illisible',
    'too-many-references': 'Trop d’images de référence',
    'needs-reference': 'Ce modèle part d’une image : ajoutez une référence',
    'prompt-too-long': 'Cette description est trop longue',
    'unknown-provider': 'Ce fournisseur n’est pas connu ici',
    'unknown-model': 'Ce modèle n’est pas connu ici',
    'unknown-route': 'Cette voie n’est pas connue ici',
    'not-hosted': 'Ce modèle n’est pas proposé ici',
    'no-price': 'Aucun prix publié pour ce modèle',
    'bad-price-list': 'La liste de prix est illisible',
  },
  reasons: {
    email: (provider: string) =>
      `Confirmez votre adresse e-mail chez ${provider}, puis appuyez à nouveau.`,
    phone: (provider: string) =>
      `Confirmez votre numéro de téléphone chez ${provider}, puis appuyez à nouveau.`,
    card: (provider: string) =>
      `Faites vérifier une carte chez ${provider}, puis appuyez à nouveau.`,
    suspended: (provider: string) =>
      `${provider} a suspendu votre compte. Seul ${provider} peut le rétablir.`,
    plan: (provider: string) =>
      `${provider} ne le fait que pour les comptes avec une offre payante.`,
    'large-reference': (provider: string) =>
      `Une image de référence est trop grande pour ${provider} : 30 Mo au plus chacune, chargée en 30 secondes.`,
    retired: (provider: string) => `${provider} ne propose plus ce modèle. Choisissez-en un autre.`,
    severed: (provider: string) =>
      `Les règles de cette page coupent les fenêtres de connexion : vous ne pouvez pas vous connecter à ${provider} d’ici.`,
  },
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `${f.provider} n’accepte pas une partie de cette demande. Elle est désormais omise : appuyez à nouveau.`
        : f.detail
          ? ''
          : `${f.provider} n’accepte pas cette demande.`,
    'no-price': () => 'Il n’y a pas de prix pour cette demande.',
    'quote-expired': () => 'Le prix a changé. Regardez le nouveau et appuyez à nouveau.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `Cela coûte ${f.asked}, et votre clé ne peut plus dépenser que ${f.limit}.`
          : f.held
            ? `Il ne reste pas assez : cela coûte ${f.asked} et vous avez ${f.limit}, dont ${f.held} peuvent encore servir à d’autres images.`
            : `Il ne reste pas assez : cela coûte ${f.asked} et vous avez ${f.limit}.`
        : `Cela dépasserait la limite de ${f.limit} : ${f.spent} sont dépensés et cela coûte ${f.asked}.`,
    'no-gesture': () => 'Dépenser de l’argent réel demande votre propre clic.',
    vetoed: () => 'Cette page a arrêté l’achat.',
    'no-session': () => 'Connectez-vous d’abord.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.provider} n’a pas terminé la connexion. Appuyez à nouveau pour réessayer.`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `${f.provider} ne le permet pas à votre clé ou à votre compte.`
            : f.key
              ? `${f.provider} n’a pas accepté votre clé. Nous l’avons retirée d’ici : saisissez-en une autre.`
              : `${f.provider} n’a pas accepté votre connexion. Connectez-vous à nouveau.`,
    'popup-blocked': () =>
      'Votre navigateur a bloqué la fenêtre de connexion. Autorisez-la et appuyez à nouveau.',
    'sign-in-cancelled': () => 'Vous avez fermé la fenêtre de connexion avant la fin.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `Votre compte ${f.provider} n’a pas assez pour le moment. Des images en cours peuvent en retenir une partie.`
        : `Votre compte ${f.provider} n’a pas assez.`,
    'rate-limited': () => 'Trop de demandes en ce moment.',
    'provider-busy': (f: Facts) => `${f.provider} est trop occupé en ce moment.`,
    'not-hosted': (f: Facts) => `${f.provider} ne vous propose pas ce modèle.`,
    'blocked-by-browser': (f: Facts) =>
      `Votre navigateur n’a pas pu joindre ${f.provider} depuis cette page.`,
    'provider-failed': (f: Facts) =>
      f.gated ? stopped(f) : `Quelque chose s’est mal passé chez ${f.provider}.`,
    'content-refused': (f: Facts) => `${f.provider} a refusé ce texte. Décrivez l’image autrement.`,
    'unreadable-reply': (f: Facts) => `Nous n’avons pas pu lire la réponse de ${f.provider}.`,
    'timed-out': (f: Facts) => `${f.provider} n’a pas répondu à temps.`,
    aborted: (f: Facts) =>
      f.sent
        ? 'Vous avez cessé d’attendre. Si l’image arrive, elle sera parmi vos images.'
        : 'Vous avez arrêté.',
    'image-lost': (f: Facts) =>
      f.unknown
        ? `${f.provider} ne connaît plus cette image.`
        : 'L’image a été faite mais ne peut pas être téléchargée.',
    'storage-full': () =>
      'Le stockage de votre navigateur est plein. Nous ne pouvions pas garder votre reçu, rien n’a donc été acheté.',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `Entrées illisibles : ${f.unreadable}. Nous ne savons donc pas si cet achat dépasse une limite, et rien n’a été acheté. Exportez vos dépenses, puis remettez-les à zéro sous « Exporter ou réinitialiser ».`
        : 'Votre navigateur n’enregistre rien pour ce site. Nous ne pouvions pas garder votre reçu, rien n’a donc été acheté.',
    'part-missing': () =>
      'Une partie de ce widget n’a pas pu être chargée ; rien n’a donc été envoyé. Rechargez la page ; si cela ne suffit pas, son propriétaire doit corriger cela.',
    internal: () => 'Quelque chose s’est mal passé dans le widget.',
  },
  draftChoice: (price: string) => `D’abord brouillon · ${price}`,
  finalChoice: (price: string) => `Final · ${price}`,
  forgottenMany: (count: number) => n(count, '# image oubliée', '# images oubliées'),
  searchPrompts: 'Chercher une description',
  picturesFound: (count: number) => n(count, '# image trouvée', '# images trouvées'),
  keepPrompts: 'Enregistrer aussi la description des nouvelles images dans ce navigateur',
  compare: 'Comparer',
  comparing: (first: string, second: string) => `${first}, comparée à ${second}`,
} satisfies WidgetTranslation;

function n(count: number, one: string, other: string): string {
  return plural('fr', count, { one, other });
}

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `Quelque chose devant ${f.provider}, peut-être un contrôle anti-robots, a arrêté cette demande. ` +
    'Cela ne dit rien de votre clé : réessayez plus tard ou depuis un autre réseau.'
  );
}
