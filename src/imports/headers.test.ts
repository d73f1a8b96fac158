import { describe, expect, it } from 'vitest'
import { readBytes } from './read-file.fixture.ts'

describe('headers', () => {
  const row = '4711;K1;2013-05-04;A1;2;10,50\n'
  const cases: [string, string][] = [
    ['of databases', 'INV_NUM;CUST_CD;INV_DT;PROD_CD;QTY;NET_AMT'],
    ['in camel case', 'invoiceNo;customerId;invoiceDate;stockCode;quantity;netAmount'],
    ['of SAP', 'VBELN;KUNAG;FKDAT;MATNR;FKIMG;NETWR'],
    ['of SAP in German', 'Faktura;Auftraggeber;Fakturadatum;Material;Fakturierte Menge;Nettowert'],
    ['of Dynamics', 'Document No.;Sell-to Customer No.;Posting Date;Item No.;Quantity;Amount'],
    [
      'of Odoo',
      'Invoice lines/Number;Invoice lines/Partner;Invoice lines/Invoice Date;Invoice lines/Product;Invoice lines/Quantity;Invoice lines/Subtotal',
    ],
    ['of Kingdee', '单据编号;客户编码;日期;物料编码;数量;不含税金额'],
    ['of Yonyou', '发票号;客户编码;开票日期;存货编码;数量;无税金额'],
    ['in traditional Chinese', '發票號碼;客戶編號;日期;產品編號;數量;金額'],
    ['in French', 'N° facture;Code client;Date de facture;Référence;Qté;Montant HT (€)'],
    ['in Spanish', 'Nº factura;Código cliente;Fecha;Artículo;Cantidad;Importe neto'],
    ['with full-width letters and units', 'Ｉｎｖｏｉｃｅ　Ｎｏ;客户编码;日期;产品编码;数量（件）;金额（元）'],
  ]
  it.each(cases)('%s are known', async (_, header) => {
    const file = await readBytes(`${header}\n${row}`)
    expect(file.questions).toEqual([])
    expect(file.lines).toMatchObject([
      { document: '4711', account: 'K1', day: '2013-05-04', product: 'A1', quantity: '2', net: '10.50' },
    ])
  })

  it('that fit one need equally well are a question, unless their cells settle it', async () => {
    const asked = await readBytes('invoice;customer;date;amount;revenue\n1;A;2013-05-04;5;6\n')
    expect(asked.detection.questions).toMatchObject([
      {
        code: 'column_ambiguous',
        field: 'net',
        choices: [{ flag: '--column net=amount' }, { flag: '--column net=revenue' }],
      },
    ])
    expect((await readBytes('invoice;customer;date;amount;revenue\n1;A;2013-05-04;5;5\n')).questions).toEqual([])
    const explained = await readBytes('invoice;customer;date;qty;price;amount;revenue\n1;A;2013-05-04;2;3;6;7\n')
    expect(explained.lines[0]!.net).toBe('6')
  })

  it('tell what a file holds', async () => {
    const kinds: Record<string, string> = {
      'account,name,city,country': 'accounts',
      'code,name,city': 'accounts',
      'product,name,category,list_price': 'products',
      'account,role,first_name,last_name,phone,email': 'contacts',
      'currency,day,rate': 'rates',
      'account,day,kind,amount,note': 'costs',
      '客户编码,日期,费用类型,金额': 'costs',
      '客户编码,姓名,职务,手机': 'contacts',
    }
    for (const [header, kind] of Object.entries(kinds)) {
      expect((await readBytes(`${header}\nx\n`)).detection.kind).toBe(kind)
    }
    expect((await readBytes('salesperson,quarter,quota\nx,y,z\n')).questions).toEqual(['kind'])
  })
})
