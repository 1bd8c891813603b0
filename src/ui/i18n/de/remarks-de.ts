import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': 'Puters Preis bis September 2026',
  'A “from” price: it leaves the reference picture and further megapixels out':
    'Ein „Ab“-Preis: Vorlage und weitere Megapixel fehlen darin',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'BFL rechnet mit 1.048.576 Pixeln: 1920×1080 zählte es als 1,98 Megapixel',
  'Counts every megapixel at the price of the first': 'Zählt jedes Megapixel zum Preis des ersten',
  'Free to run oneself; BFL makes no picture with it':
    'Kostenlos auf eigenem Rechner; BFL selbst macht kein Bild damit',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'BFL rechnet nach Bildern ab, mit höchstens 1440 Pixeln je Seite; je Megapixel ist der Preis von fal',
  'BFL’s price before 28 January 2026': 'BFLs Preis vor dem 28. Januar 2026',
  'It is $0.06 per image': 'Richtig sind 0,06 $ je Bild',
  'fal’s own page: $0.03, then $0.015': 'fals eigene Seite: 0,03 $, dann 0,015 $',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    'Zählt eine Vorlage mit höchstens vier Megapixeln; fals Seite nennt keine Grenze, daher die Spanne',
  'fal bills every megapixel, rounded up': 'fal berechnet jedes Megapixel, aufgerundet',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    'Zählt eine Vorlage nach je 1.048.576 Pixeln und mit höchstens vier Megapixeln, Puter nach der Million, daher die Spanne',
  'Billed per run and megapixel, not by time':
    'Abgerechnet nach Durchlauf und Megapixel, nicht nach Zeit',
  'Approximate, and older than the cost table': 'Ungefähr und älter als die Kostentabelle',
  'Only a repeat of the same request, and another of its pages says 50 %':
    'Nur für eine Wiederholung derselben Anfrage, und eine andere seiner Seiten nennt 50 %',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'AIgateway will BFLs Preis weitergeben; die eigene Angabe ist das 2,7-Fache',
  'What BFL asks itself since 28 January 2026': 'Das verlangt BFL selbst seit dem 28. Januar 2026',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'fals Anleitung nennt 0,009 $ und 0,014 $; für klein 9B bestätigt fals eigene Seite Lumenfall',
  'This page names a price list of its own': 'Diese Seite nennt eine eigene Preisliste',
  'This page’s list says less than is known here':
    'Die Liste dieser Seite nennt weniger, als hier bekannt ist',
  'Not as close to the bill': 'Nicht so nah an der Rechnung',
  'Says otherwise on the same day': 'Nennt am selben Tag etwas anderes',
  'Read earlier': 'Früher gelesen',
  'Charged otherwise in this browser': 'In diesem Browser anders berechnet',
  'What was charged here before': 'Was hier zuvor berechnet wurde',
};
