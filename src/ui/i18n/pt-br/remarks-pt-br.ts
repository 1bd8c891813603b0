import type { RemarkTranslation } from '../terms.js';

export const terms: RemarkTranslation = {
  'Puter’s price until September 2026': 'Preço da Puter até setembro de 2026',
  'A “from” price: it leaves the reference picture and further megapixels out':
    'Um preço “a partir de”: não inclui a imagem de referência nem os demais megapixels',
  'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels':
    'A BFL conta por 1.048.576 pixels: 1920×1080 contava como 1,98 megapixel',
  'Counts every megapixel at the price of the first': 'Conta cada megapixel ao preço do primeiro',
  'Free to run oneself; BFL makes no picture with it':
    'Grátis no próprio computador; a BFL não cria imagens com ele',
  'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price':
    'A BFL cobra por imagem, com no máximo 1440 pixels de lado; o preço por megapixel é da fal',
  'BFL’s price before 28 January 2026': 'Preço da BFL antes de 28 de janeiro de 2026',
  'It is $0.06 per image': 'São US$ 0,06 por imagem',
  'fal’s own page: $0.03, then $0.015': 'Página da fal: US$ 0,03 e depois US$ 0,015',
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range':
    'Conta uma referência como no máximo quatro megapixels; a página da fal não indica limite: daí a faixa',
  'fal bills every megapixel, rounded up': 'A fal cobra cada megapixel, arredondado para cima',
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range':
    'Conta uma referência por 1.048.576 pixels e como no máximo quatro megapixels, a Puter por milhão: daí a faixa',
  'Billed per run and megapixel, not by time': 'Cobrado por execução e megapixel, não por tempo',
  'Approximate, and older than the cost table': 'Aproximado e mais antigo que a tabela de custos',
  'Only a repeat of the same request, and another of its pages says 50 %':
    'Só ao repetir a mesma solicitação, e outra de suas páginas diz 50 %',
  'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that':
    'A AIgateway diz repassar a tarifa da BFL; o número dela é 2,7 vezes maior',
  'What BFL asks itself since 28 January 2026':
    'O que a própria BFL cobra desde 28 de janeiro de 2026',
  'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out':
    'O guia da fal traz US$ 0,009 e US$ 0,014; para o klein 9B, a página da fal dá razão à Lumenfall',
  'This page names a price list of its own': 'Esta página indica sua própria lista de preços',
  'This page’s list says less than is known here':
    'A lista desta página diz menos do que se sabe aqui',
  'Not as close to the bill': 'Menos próximo da cobrança',
  'Says otherwise on the same day': 'Diz outra coisa no mesmo dia',
  'Read earlier': 'Lido antes',
  'Charged otherwise in this browser': 'Cobrado de outra forma neste navegador',
  'What was charged here before': 'O que já foi cobrado aqui',
};
