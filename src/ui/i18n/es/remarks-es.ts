import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': 'Precio de Puter hasta septiembre de 2026',
  'A “from” price: it leaves the reference picture and further megapixels out':
    'Un precio «desde»: no incluye la imagen de referencia ni los demás megapíxeles',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'BFL cuenta por 1.048.576 píxeles: 1920×1080 le contaban como 1,98 megapíxeles',
  'Counts every megapixel at the price of the first': 'Cuenta cada megapíxel al precio del primero',
  'Free to run oneself; BFL makes no picture with it':
    'Gratis en el equipo propio; BFL no crea imágenes con él',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'BFL cobra por imagen, de 1440 píxeles por lado como máximo; el precio por megapíxel es de fal',
  'BFL’s price before 28 January 2026': 'Precio de BFL antes del 28 de enero de 2026',
  'It is $0.06 per image': 'Son 0,06 US$ por imagen',
  'fal’s own page: $0.03, then $0.015': 'Página de fal: 0,03 US$ y después 0,015 US$',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    'Cuenta una referencia como cuatro megapíxeles como máximo; la página de fal no indica límite: de ahí el margen',
  'fal bills every megapixel, rounded up': 'fal cobra cada megapíxel, redondeado hacia arriba',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    'Cuenta una referencia por 1.048.576 píxeles y como cuatro megapíxeles como máximo, Puter por millón: de ahí el margen',
  'Billed per run and megapixel, not by time': 'Se cobra por ejecución y megapíxel, no por tiempo',
  'Approximate, and older than the cost table': 'Aproximado y más antiguo que la tabla de costes',
  'Only a repeat of the same request, and another of its pages says 50 %':
    'Solo al repetir la misma solicitud, y otra de sus páginas dice 50 %',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'AIgateway dice aplicar la tarifa de BFL; su propia cifra es 2,7 veces mayor',
  'What BFL asks itself since 28 January 2026':
    'Lo que pide la propia BFL desde el 28 de enero de 2026',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'La guía de fal indica 0,009 US$ y 0,014 US$; para klein 9B, la página de fal da la razón a Lumenfall',
  'This page names a price list of its own': 'Esta página indica su propia lista de precios',
  'This page’s list says less than is known here':
    'La lista de esta página indica menos de lo que aquí se conoce',
  'Not as close to the bill': 'Menos cercano a la factura',
  'Says otherwise on the same day': 'Dice otra cosa el mismo día',
  'Read earlier': 'Leído antes',
  'Charged otherwise in this browser': 'Cobrado de otro modo en este navegador',
  'What was charged here before': 'Lo que se cobró aquí antes',
};
