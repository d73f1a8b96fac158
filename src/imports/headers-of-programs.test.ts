import { describe, expect, it } from 'vitest'
import { readBytes } from './read-file.fixture.ts'

/** Headers as programs and published data sets export them, a row, and what a person reads in it. */
const exports: [string, string, object][] = [
  [
    'Dynamics Business Central, whose item number is called “No.”',
    'Document No.,Line No.,Posting Date,Sell-to Customer No.,Type,No.,Description,Quantity,Unit Price Excl. VAT,Line Discount %,Amount,Amount Including VAT,Unit Cost (LCY)\n103001,10000,03/15/2025,10000,Item,1896-S,Desk,2,649.4,10,1168.92,1461.15,506.6',
    { document: '103001', product: '1896-S', net: '1168.92', cost: '1013.2' },
  ],
  [
    'NetSuite',
    'Date,Document Number,Type,Customer/Project,Item,Quantity,Item Rate,Amount,Amount (Net of Tax),COGS Amount\n3/25/2025,INV100,Invoice,C001,W-1,2,10.00,24.00,20.00,12.00',
    { net: '20.00', cost: '12.00', unitPrice: '10.00', netContradicts: false },
  ],
  [
    'Sage 50, whose credits carry no sign',
    'Type,Account Ref,Nominal Code,Date,Reference,Details,Net Amount,Tax Code,Tax Amount\nSC,ABC001,4000,25/03/2025,CRN001,Return,10.00,T1,2.00',
    { document: 'CRN001', net: '-10.00', kind: 'return', product: null },
  ],
  [
    'QuickBooks Online',
    'Date,Transaction Type,Num,Customer,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance\n03/25/2025,Invoice,1001,Alpha Inc,Widget,Stuff,2,10.00,20.00,20.00',
    { product: 'Widget', net: '20.00' },
  ],
  [
    'a SAP list in German',
    'Faktura;Pos.;Fakturadatum;Auftraggeber;Name Auftraggeber;Material;Bezeichnung;Menge;ME;Nettowert;Währg;Verrechnungswert\n90000001;10;25.03.2025;100001;Müller AG;M-01;Switch;2,000;ST;1.234,50;EUR;800,00',
    { account: '100001', net: '1234.50', cost: '800.00', currency: 'EUR' },
  ],
  [
    'a German ledger',
    'Belegnr.;Belegdatum;Kundennr.;Kunde;Artikelnr.;Menge;E-Preis;Rabatt %;Gesamt netto;MwSt;Gesamt brutto;Einstand\nR1;25.03.2025;K1;Alpha;A1;2;10,00;5;19,00;3,61;22,61;12,00',
    { net: '19.00', cost: '12.00', netContradicts: false },
  ],
  [
    'a French ledger',
    'N° pièce;Date pièce;Code client;Client;Référence;Quantité;P.U. HT;Remise %;Montant HT;Montant TTC;Prix de revient\nFA2;25/03/2025;C2;Beta;A2;1;1 234,50;10;1 111,05;1 333,26;900,00',
    { document: 'FA2', product: 'A2', net: '1111.05', netContradicts: false },
  ],
  [
    'a Spanish ledger',
    'Nº Factura;Fecha;Cód. Cliente;Nombre cliente;Artículo;Cantidad;Precio;% Dto.;Importe;Coste\nF2;25/03/2025;C2;Beta;A2;1;7,00;10;6,30;4,00',
    { net: '6.30', cost: '4.00', netContradicts: false },
  ],
  [
    'an Italian ledger',
    'Numero documento;Data documento;Codice cliente;Ragione sociale;Codice articolo;Descrizione;Quantità;Prezzo unitario;Sconto %;Imponibile\nF2;25/03/2025;C2;Beta;A2;Cosa;1;7,00;10;6,30',
    { document: 'F2', day: '2025-03-25', account: 'C2', net: '6.30', netContradicts: false },
  ],
  [
    'a Portuguese ledger',
    'Nota Fiscal;Data de Emissão;Código do Cliente;Nome do Cliente;Código do Produto;Quantidade;Preço Unitário;Valor Líquido;Custo\nF2;25/03/2025;C2;Beta;A2;1;7,00;7,00;4,00',
    { document: 'F2', account: 'C2', product: 'A2', net: '7.00', cost: '4.00' },
  ],
  [
    'a Dutch ledger',
    'Factuurnummer;Factuurdatum;Debiteurnr;Naam;Artikelcode;Omschrijving;Aantal;Prijs;Bedrag\nF2;25-03-2025;C2;Beta;A2;Ding;1;7,00;7,00',
    { account: 'C2', product: 'A2', net: '7.00' },
  ],
  [
    'the tax authority’s invoices, where models are often blank',
    '发票代码,发票号码,购方名称,开票日期,商品名称,规格型号,单位,数量,单价,金额,税率,税额,价税合计\n3100,12345678,上海甲,2025-03-05,交换机,,台,2,100,200,13%,26,226',
    { account: '上海甲', product: '交换机', net: '200' },
  ],
  [
    'totals with and without tax',
    'account,document,day,total incl. tax,total excl. tax\nA,2,2025-03-05,119,100',
    { net: '100' },
  ],
  [
    'AdventureWorks’ resellers',
    'ProductKey,ResellerKey,SalesOrderNumber,SalesOrderLineNumber,OrderQuantity,UnitPrice,UnitPriceDiscountPct,TotalProductCost,SalesAmount,TaxAmt,Freight,OrderDate,DueDate\n349,676,SO43659,2,10,100,0.1,500,900,161.9,50.6,2010-12-29,2011-01-10',
    { account: '676', line: '2', net: '900', cost: '500', netContradicts: false },
  ],
  [
    'Superstore',
    'Row ID,Order ID,Order Date,Ship Date,Customer ID,Customer Name,Segment,Country,City,State,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n1,CA-1,11/18/2016,11/21/2016,CG-1,Claire,Consumer,US,Henderson,Kentucky,South,FUR-1,Furniture,Bookcases,Bush,731.94,3,0.2,219.582',
    { account: 'CG-1', document: 'CA-1', day: '2016-11-18', net: '731.94', cost: '512.358' },
  ],
]

describe('a price without a quantity', () => {
  it('is offered where the amount is asked for', async () => {
    const file = await readBytes('order_id,customer_id,order_date,product_id,price\n1,C1,2025-03-05,P1,58.90\n')
    expect(file.detection.questions).toMatchObject([
      { code: 'column_missing', field: 'net', choices: [{ flag: '--column net=price' }] },
    ])
  })
})

describe('a reference', () => {
  it('that comes back on another day is of an article, and the document is asked for', async () => {
    const file = await readBytes('Date,Customer,Ref,Qty,Amount\n2025-03-05,C1,A1,1,5\n2025-03-06,C2,A1,1,5\n')
    expect(file.questions).toEqual(['column_missing'])
    expect(file.detection.shape!.columns).toMatchObject({ product: 2 })
  })
})

describe('exports', () => {
  it.each(exports)('of %s are read without a question', async (_, text, wanted) => {
    const file = await readBytes(`${text}\n`)
    expect(file.detection.questions).toEqual([])
    expect(file.setAside).toEqual([])
    expect(file.lines).toMatchObject([wanted])
  })
})
