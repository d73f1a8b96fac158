import { expect, test } from 'vitest'
import { detectKind } from './detect-kind.ts'
import { sampleTable } from './start/sample-file.ts'

test.each([
  ['account,product,day,on hand,in transit', 'stock'],
  ['客户编码,产品编码,盘点日期,库存数量', 'stock'],
  ['经销商编码,门店,条码,日期,现有库存,在途', 'stock'],
  ['Kundennummer;EAN;Stichtag;Lagerbestand', 'stock'],
  ['Code client;Référence;Date de stock;Stock disponible', 'stock'],
  ['Código cliente;Artículo;Fecha;Existencias', 'stock'],
  ['Dealer code,SKU,As of,QOH', 'stock'],
  ['account,product,week,sold,on hand', 'sell-through'],
  ['客户编码,产品编码,周,销量', 'sell-through'],
  ['Kundennummer;Artikelnummer;KW;Jahr;Abverkauf;Bestand', 'sell-through'],
  ['Code client;Référence;Semaine du;Ventes', 'sell-through'],
  ['Código cliente;Artículo;Semana;Unidades vendidas', 'sell-through'],
  ['Dealer,Item No,Week ending,Units sold', 'sell-through'],
  ['SKU,Description,Date,Qty on hand', 'stock'],
  ['Artikel;Stichtag;Lagerbestand', 'stock'],
  ['条码,品名,周,年份,销量', 'sell-through'],
  ['customer,product,promised date,shipped date,arrival date,qty', 'deliveries'],
  ['客户编码,产品编码,承诺日期,发货日期,签收日期,数量', 'deliveries'],
  ['Kundennummer;Artikel;Liefertermin;Versanddatum;Zugestellt am;Menge;Fracht', 'deliveries'],
  ['product,week,available', 'supply'],
  ['产品编码,周,可供数量', 'supply'],
  ['Artikelnummer;KW;Verfügbare Menge', 'supply'],
])('%s is %s', (headers, kind) => expect(detectKind(headers.split(/[,;]/))).toEqual({ kind, sure: true }))

test.each([
  ['document,account,day,product,quantity,net', 'invoices'],
  ['order id,customer id,order date,ship date,delivery date,product,quantity,unit price', 'invoices'],
  ['invoice,customer,date,product,sales qty,sales amount', 'invoices'],
  ['product,name,list price,stock', 'products'],
  ['product,name,category,updated on,stock', 'products'],
  ['account,name,country,region', 'accounts'],
])('%s is none of them', (headers, kind) => expect(detectKind(headers.split(','))?.kind).toBe(kind))

test.each(['stock', 'sell-through', 'deliveries', 'supply'] as const)(
  'the sample of %s is seen as what it is in both languages',
  kind => {
    for (const language of ['en', 'zh-Hans'] as const)
      expect(detectKind(sampleTable(kind, language).header)).toEqual({ kind, sure: true })
  },
)
