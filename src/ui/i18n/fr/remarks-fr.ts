import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': 'Prix de Puter jusqu’en septembre 2026',
  'A “from” price: it leaves the reference picture and further megapixels out':
    'Un prix « à partir de » : sans l’image de référence ni les mégapixels suivants',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'BFL compte par 1 048 576 pixels : 1920×1080 y valait 1,98 mégapixel',
  'Counts every megapixel at the price of the first': 'Compte chaque mégapixel au prix du premier',
  'Free to run oneself; BFL makes no picture with it':
    'Gratuit sur sa propre machine ; BFL ne crée aucune image avec',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'BFL facture à l’image, 1440 pixels de côté au plus ; le prix au mégapixel est celui de fal',
  'BFL’s price before 28 January 2026': 'Prix de BFL avant le 28 janvier 2026',
  'It is $0.06 per image': 'C’est 0,06 $ par image',
  'fal’s own page: $0.03, then $0.015': 'Page de fal : 0,03 $, puis 0,015 $',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    'Compte une référence pour quatre mégapixels au plus ; la page de fal ne donne aucune limite, d’où la fourchette',
  'fal bills every megapixel, rounded up': 'fal facture chaque mégapixel, arrondi vers le haut',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    'Compte une référence par 1 048 576 pixels et pour quatre mégapixels au plus, Puter par million, d’où la fourchette',
  'Billed per run and megapixel, not by time':
    'Facturé par exécution et par mégapixel, pas au temps',
  'Approximate, and older than the cost table':
    'Approximatif, et plus ancien que le tableau des coûts',
  'Only a repeat of the same request, and another of its pages says 50 %':
    'Seulement pour une demande répétée à l’identique, et une autre de ses pages dit 50 %',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'AIgateway dit appliquer le tarif de BFL ; son propre chiffre en vaut 2,7 fois',
  'What BFL asks itself since 28 January 2026':
    'Ce que BFL demande lui-même depuis le 28 janvier 2026',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'Le guide de fal donne 0,009 $ et 0,014 $ ; pour klein 9B, la page de fal donne raison à Lumenfall',
  'This page names a price list of its own': 'Cette page a sa propre liste de prix',
  'This page’s list says less than is known here':
    'La liste de cette page indique moins que le prix connu ici',
  'Not as close to the bill': 'Moins proche de la facture',
  'Says otherwise on the same day': 'Dit autre chose le même jour',
  'Read earlier': 'Lu plus tôt',
  'Charged otherwise in this browser': 'Facturé autrement dans ce navigateur',
  'What was charged here before': 'Ce qui a été facturé ici auparavant',
};
