import { type ImportKind, importKinds } from './fields.ts'
import { normaliseHeader } from './header-name.ts'
import { currency, supplyNames } from './supply-synonyms.ts'

/*
Names of columns by field. A line is a rank: a column named in an earlier line fits better; two columns of one rank
fit equally well. Written as people write them; compared after normaliseHeader (case, accents, spaces and signs gone).
English, Chinese, German, French, Spanish, and the exports of SAP, Dynamics, Odoo, Sage, QuickBooks, Kingdee, Yonyou.
*/
type Ranks = string[]

const account: Ranks = [
  'account, account code, account no, account number, account id, acct, acct no, customer code, customer no, customer number, customer id, cust id, cust no, cust code, cust num, customer account, sell-to customer no, sold-to party, sold to, soldto, sold-to no, kunag, client code, client id, client no, client number, dealer code, dealer id, dealer no, reseller code, reseller id, distributor code, buyer code, buyer id, debtor no, debtor code, debtor number, customer key, custaccount, account ref, account reference, a/c, a/c ref, a/c no, customer ref, cardcode, bp code, business partner code, partner id/ref, partner code, 客户编码, 客户代码, 客户编号, 客户号, 客户id, 客户码, 购货单位编码, 购货单位代码, 购货方编码, 购方编码, 经销商编码, 经销商代码, 经销商编号, 往来单位编码, 往来单位编号, 终端客户编码, 会员编号, kundennummer, kundennr, kunden-nr, kunden nr, kundenno, kd-nr, kdnr, debitor, debitorennummer, debitorennr, debitor nr, debitorenkonto, kontonummer, code client, numero client, no client, client numero, ref client, codigo cliente, cod cliente, no cliente, numero cliente, id cliente, codigo de cliente, numero de cliente, codice cliente, klantnummer, klantnr, kundenr, kundennummer rechnungsempfanger, debiteurnr, debiteurnummer, debiteur nr, codigo do cliente, cod do cliente, codigo del cliente, cod del cliente, id do cliente, cod cli, codcliente, code tiers, n client, code du client, reseller key, dealer key, client key, account key, buyer key, card code, 購方編號, 客户账号, 客户卡号',
  'kunnr, kunrg, payer, bill-to customer no, invoiceaccount, invoice account, bill to, bill-to, billto, bill-to party, ship-to party, kunwe',
  'customer, client, dealer, reseller, distributor, buyer, debtor, partner, partner id, entity, company id, 客户, 购货单位, 购货方, 购方, 购买方, 往来单位, 经销商, 代理商, 购货客户, kunde, klient, auftraggeber, cliente, klant, kund, acheteur',
  'account name, customer name, client name, dealer name, reseller name, distributor name, company, company name, partner name, name1, name 1, sell-to customer name, cust name, customer/project, 客户名称, 客户名, 客户简称, 客户全称, 购货单位名称, 购方名称, 购买方名称, 经销商名称, 单位名称, kundenname, firma, nom client, raison sociale, nombre cliente, razon social',
]

const accountName: Ranks = [
  'account name, customer name, client name, dealer name, reseller name, distributor name, company, company name, partner name, name1, name 1, sell-to customer name, bill-to name, cust name, acct name, customer description, 客户名称, 客户名, 客户简称, 客户全称, 购货单位名称, 购方名称, 购买方名称, 经销商名称, 往来单位名称, 单位名称, kundenname, name des kunden, firma, firmenname, debitorenname, nom client, nom du client, raison sociale, nombre cliente, nombre del cliente, razon social, cardname, bp name, ragione sociale, name auftraggeber, name 2, name debitor, nome do cliente, nome cliente, cliente nome, intitule client, intitule, naam, klantnaam, denominazione, kundenbezeichnung, name regulierer, firma kunde',
  'customer, client, dealer, reseller, distributor, buyer, debtor, partner, 客户, 购货单位, 购货方, 购买方, 往来单位, 经销商, kunde, cliente, klant',
]

const country: Ranks = [
  'country, country code, country name, land, land1, country/region, country region code, ship-to country, bill-to country, 国家, 国别, 国家地区, 国家/地区, 国家代码, 国家名称, pays, pais, paese, nation',
]
const region: Ranks = [
  'region, territory, sales territory, sales region, area, regio, bzirk, district, 地区, 区域, 大区, 片区, 销售区域, 销售地区, 省份, 省, 省市, gebiet, verkaufsgebiet, vertriebsgebiet, zone, zona',
  'state, province, state/province, state province, county, bundesland, provincia, estado',
]
const salesperson: Ranks = [
  'salesperson, sales person, salesperson code, salesperson name, sales rep, sales representative, rep, rep name, account manager, salesman, seller, sales employee, vkgrp, vendor rep, slpname, 业务员, 销售员, 销售人员, 业务人员, 销售代表, 客户经理, 营业员, 业务代表, 职员, vertreter, verkaufer, verkaeufer, aussendienst, vendeur, commercial, representant, vendedor, comercial, salesperson id',
]
const product: Ranks = [
  'product, product code, product id, product no, product number, product key, item code, item no, item number, item id, itemid, sku, stock code, stockcode, stock no, part no, part number, part, material, material code, material number, material no, matnr, article, article no, article number, article code, internal reference, default code, product default code, model no, model, 存货编码, 存货代码, 存货编号, 物料编码, 物料代码, 物料编号, 物料号, 物料, 产品编码, 产品编号, 产品代码, 产品号, 产品, 商品编码, 商品编号, 商品代码, 商品, 货号, 料号, 品号, 存货, 货品编码, 货品编号, sku编码, artikelnummer, artikelnr, artikel-nr, artikel nr, artikel, art-nr, artnr, materialnummer, materialnr, sachnummer, teilenummer, produkt, produktnummer, produktnr, code article, code produit, ref article, reference article, reference, article ref, produit, codigo articulo, codigo producto, articulo, producto, cod articulo, codice articolo, artikelcode, codigo do produto, cod produto, codigo produto, produto, product/service, item/service, products, ref produit, code produits, articolo, cod articolo, referencia, ref articulo, artikkelnr, artikelnr lieferant, product variant code, item lookup code',
  'item, product_id, order line product, barcode, ean, gtin, 条码, 规格型号, 型号',
  'product name, item name, product description, item description, description, material description, 存货名称, 产品名称, 商品名称, 物料名称, 货品名称, 品名, artikelbezeichnung, bezeichnung, designation, libelle, descripcion, beschreibung',
]
const productName: Ranks = [
  'product name, item name, product description, item description, material description, description, arktx, maktx, article name, article description, product title, part description, part name, stock description, 存货名称, 产品名称, 商品名称, 物料名称, 货品名称, 品名, 产品描述, 物料描述, 名称, artikelbezeichnung, bezeichnung, artikelname, materialkurztext, produktname, beschreibung, designation, libelle, nom article, nom produit, descripcion, nombre producto, descripcion articulo, omschrijving, descrizione, descricao, descricao do produto, produto descricao, nome do produto, nombre del producto, artikelomschrijving, descrizione articolo, lib article, libelle article, intitule article',
  'memo/description, label, text, product, item, 产品, 商品, 存货, 物料, artikel, article, producto',
]
const category: Ranks = [
  'category, product category, item category, product group, item group, product line, product family, matkl, material group, product type, item category code, categ, product hierarchy, commodity group, 产品类别, 存货分类, 物料分组, 物料类别, 商品分类, 产品分类, 商品类别, 产品线, 产品大类, 类别, 分类, 品类, 大类, 存货大类, warengruppe, artikelgruppe, produktgruppe, materialgruppe, famille, famille article, categorie, familia, categoria, gamme',
  'subcategory, sub-category, product subcategory, 子类别, 小类, 中类, segment, division',
]
const note: Ranks = [
  'note, notes, comment, comments, remark, remarks, memo, 备注, 说明, 摘要, bemerkung, notiz, kommentar, remarque, nota, text, description, observaciones',
]

const names: Record<ImportKind, Record<string, Ranks>> = {
  interchange: {},
  invoices: {
    document: [
      'document, document no, document number, doc no, doc number, document id, invoice, invoice no, invoice number, invoice num, invoice id, invoiceno, inv no, inv num, inv number, inv, inv id, bill no, bill number, billing document, billing doc, billing document number, vbeln, belnr, move name, number, num, voucher, voucher no, voucher number, tax invoice no, invoice ref, invoice reference, invoice/bill number, sales invoice, sales invoice no, docnum, docentry, transaction id, transaction no, transaction number, receipt no, 单据编号, 单据号, 单据号码, 发票号, 发票号码, 发票编号, 销售发票号, 销售发票编号, 发票, 单号, 凭证号, 凭证编号, 票据号, 销售单号, 账单号, 开票编号, 单据, 流水号, 小票号, belegnummer, belegnr, beleg-nr, beleg, rechnungsnummer, rechnungsnr, rechnungs-nr, rechnungs nr, rechnung, rechnung nr, re-nr, fakturanummer, faktura, fakturanr, vertriebsbeleg, numero de facture, no facture, no de facture, facture, num facture, facture no, numero facture, n facture, numero de piece, piece, factura, no factura, numero de factura, num factura, numero factura, n factura, documento, fattura, numero fattura, factuurnummer, fakturanummer, no piece, n piece, num piece, numero documento, no document, numero de document, numero do documento, nota fiscal, no nota fiscal, numero nota fiscal, numero da nota, nf, nfe, no fattura, n fattura, no documento, num documento, numero de documento, no doc, n doc, numdoc, no rechnung, rech-nr, rg-nr, rechnungs-no, factuur, factuurnr, verkaufsrechnung, credit note no, invoice document, 发票代码号码, 发票流水号, 票号, 开票单号, 应收单号',
      'order no, order number, order id, order, orderid, sales order, sales order no, sales order number, salesordernumber, so no, so number, sales document, sales doc, salesorderid, order ref, sale order, delivery note, delivery no, shipment no, 订单号, 订单编号, 销售订单号, 销售订单编号, 销售订单, 出库单号, 送货单号, 发货单号, 订单, 合同号, auftragsnummer, auftrag, auftragsnr, lieferschein, numero commande, commande, no commande, pedido, numero pedido, aubel, vgbel, numero do pedido, ordine, numero ordine, ordernummer, bestelnummer, bestellnummer, bestellung, no commande, bon de livraison, albaran, ddt',
      'reference, ref, ref no, ref nr, reference no, reference number, referenz',
    ],
    line: [
      'line, line no, line number, line num, line id, linenum, posnr, item line, position, pos, pos no, pos nr, document line, invoice line no, invoice line, line item, line item no, buzei, order line no, salesorderlinenumber, sales order line number, salesorderdetailid, document item, billing item, sequence, 行号, 分录号, 分录行号, 行序号, 明细行号, 行, 项次, 项目号, 行项目, positionsnummer, positionsnr, zeile, zeilennr, zeilennummer, ligne, no ligne, numero ligne, linea, no linea, numero linea, numero de linea, order item id, item seq, item sequence, num linea, n ligne, riga, numero riga, regel, regelnr, num ligne',
      'row id, rowid, rowno, row no, seq, seq no, 序号',
      'item, item no',
      'set aside row',
    ],
    day: [
      'day, invoice date, invoice day, invoicedate, inv date, billing date, bill date, fkdat, invoice/bill date, date of invoice, invoice dt, date invoiced, 开票日期, 发票日期, 开票日, 开票时间, 账单日期, rechnungsdatum, fakturadatum, date de facture, date facture, date de facturation, date facturation, fecha factura, fecha de factura, data fattura, factuurdatum, data de emissao, data emissao, data da nota, fecha de emision, fecha emision, data documento fattura, dt emissao, date of supply, rechnungsdat, re-datum, rg-datum, invoiced on, invoiced at, billed on, 开票日期时间',
      'date, posting date, document date, doc date, docdate, transaction date, trans date, sale date, sales date, budat, bldat, audat, tax point date, voucher date, posted on, datum, 日期, 单据日期, 业务日期, 记账日期, 制单日期, 销售日期, 交易日期, 凭证日期, belegdatum, buchungsdatum, date piece, date comptable, fecha, fecha documento, data, datum faktury, data documento, data do documento, fecha de documento, date document, date de piece, fecha contable, fecha de venta, data vendita, data da venda, sold on, sold at, sale day, verkaufsdatum, boekdatum, docdatum, transaction timestamp, transaction day, 销售时间, 交易时间, 业务时间',
      'order date, orderdate, salesorderdate, 订单日期, 下单日期, 下单时间, auftragsdatum, date commande, date de commande, fecha pedido, fecha de pedido, data ordine, data do pedido, orderdatum, bestelldatum, besteldatum, purchase date, purchased on, purchased at, order purchase timestamp, order timestamp, order time, ordered on, ordered at, placed at',
      'ship date, shipped date, delivery date, shipment date, 发货日期, 出库日期, 交货日期, lieferdatum, date livraison',
      'erdat, created on, created at, creation date, entry date, timestamp, datetime, time, 时间, orderdatekey, datekey',
    ],
    account: [...account, 'name, 名称'],
    account_name: accountName,
    country,
    region,
    salesperson,
    product,
    product_name: productName,
    category,
    quantity: [
      'quantity, qty, invoiced quantity, quantity invoiced, invoiced qty, billed quantity, billed qty, fkimg, quantity sold, qty sold, sales qty, sales quantity, order qty, order quantity, qty ordered, quantity ordered, orderqty, shipped qty, qty shipped, quantity shipped, qty invoiced, units, units sold, pcs, pieces, menge, 数量, 实发数量, 开票数量, 销售数量, 主数量, 出库数量, 发货数量, 订单数量, 件数, 销量, 数量基本单位, fakturierte menge, anzahl, stuck, stueck, stuckzahl, quantite, qte, qte facturee, quantite facturee, cantidad, cant, quantita, aantal, antal, product uom qty, volume, quantidade, qtd, qtde, qta, menge in vme, gelieferte menge, liefermenge, fakt menge, verkaufte menge, unidades, uds, nb, nombre d unites, 销售件数, 基本数量, 开票数量主',
    ],
    unit_price: [
      'unit price, unitprice, price, price each, sales price, salesprice, selling price, net price, netpr, price unit, price/unit, price per unit, unit net price, rate, item price, unit sales price, unit selling price, 无税单价, 不含税单价, 未税单价, 净单价, 单价, 销售单价, 价格, 售价, 开票单价, 成交价, 原币单价, einzelpreis, stuckpreis, stueckpreis, preis, verkaufspreis, nettopreis, vk-preis, ep, e-preis, prix unitaire, pu, pu ht, prix unitaire ht, prix, precio unitario, precio, prezzo, prijs, unit price excl vat, prezzo unitario, preco unitario, preco, prijs per stuk, stukprijs, item rate, unit rate, price ex vat, price excl vat, price excl tax, unit price ex vat, unit price excl tax, precio neto, prix net, p u, pu net, nettoeinzelpreis, einzelpreis netto, preis/einheit, preis pro einheit, discounted price, 折后单价, 优惠单价, 不含税价, 未税价, unit price excluding vat, list price',
      '含税单价, 税后单价, unit price incl vat, unit price including vat, price incl tax, unit price with tax, pu ttc, bruttopreis',
    ],
    discount: [
      'discount, disc, unit price discount, unitpricediscount, 折扣, 折让, rabatt, nachlass, remise, descuento, dto, sconto, korting',
    ],
    discount_rate: [
      'discount rate, discount percent, discount pct, disc percent, disc pct, discpercent, line discount percent, line discount pct, discount percentage, unitpricediscountpct, unit price discount pct, rebate percent, rabatt percent, rabattsatz, percent rabatt, percent discount, percent disc, percent remise, percent dto, percent descuento, percent sconto, percent desconto, desconto percent, sconto percent, korting percent, percent korting, nachlass percent, remise en percent, dto en percent, rabatt in prozent, taux remise, remise percent, taux de remise, descuento percent, dto percent, 折扣率, 折扣percent, 折扣比例, 折让率',
    ],
    discount_amount: [
      'discount amount, disc amount, discount value, discount amt, disc amt, line discount amount, linedisc, total discount, 折扣额, 折扣金额, 折让金额, 折让额, rabattbetrag, rabattwert, nachlassbetrag, montant remise, montant de remise, importe descuento, rebate amount, valor desconto, valor do desconto, importo sconto, total remise, importe dto',
    ],
    net: [
      'net, net amount, net value, net sales, net revenue, net total, net line amount, net line total, netwr, line net, line net amount, netamount, netto, nettobetrag, nettowert, nettoumsatz, netto-betrag, net price total, nettobetrag in hauswahrung, untaxed amount, price subtotal, net amt, net invoice value, net invoiced, amount excl vat, amount excluding vat, amount excl tax, amount ex vat, amount without tax, total excl vat, total ex vat, 无税金额, 不含税金额, 未税金额, 净额, 净值, 净销售额, 不含税销售额, 无税合计, 不含税收入, montant ht, total ht, montant hors taxe, montant net, importe neto, base imponible, importo netto, imponibile, net turnover, valor liquido, amount net of tax, amount net, net of tax, total excl tax, total excluding tax, total ex tax, total excluding vat, total without tax, total net, amount ex tax, amount excluding tax, line amount excl vat, line amount excluding tax, sales excl vat, sales ex vat, revenue net, revenue excl vat, sales net, gesamt netto, gesamtnetto, gesamtbetrag netto, netto gesamt, summe netto, netto summe, umsatz netto, netto umsatz, nettoerlos, erlos netto, betrag netto, gesamtpreis netto, nettogesamtpreis, nettosumme, nettopreis gesamt, positionsbetrag netto, total net ht, montant total ht, total ligne ht, mt ht, mont ht, net ht, ca net, ca net ht, importe sin iva, total sin iva, base, subtotal sin iva, totale netto, totale imponibile, netto bedrag, bedrag excl btw, totaal excl btw, 税前金额, 去税金额, 除税金额, 金额不含税, 净收入, 无税销售额, 不含税销售金额',
      'amount, line amount, lineamount, line total, linetotal, sales amount, salesamount, sales, revenue, sales value, subtotal, sub total, extended price, extended amount, extendedamount, ext price, ext amount, turnover, value, sales revenue, sale amount, invoice amount, invoiced amount, total price, total sales, billed amount, item total, row total, linetotalsc, wrbtr, dmbtr, 金额, 销售金额, 销售额, 本币金额, 原币金额, 原币无税金额, 本币无税金额, 开票金额, 发票金额, 销售收入, 收入, 小计, 营业额, 订单金额, betrag, umsatz, positionswert, wert, gesamtpreis, zeilenbetrag, rechnungsbetrag, erlos, montant, montant ligne, chiffre daffaires, ca, ca ht, importe, total linea, importo, bedrag, omzet, belopp, valor, valor total, valor do produto, positionsbetrag, zeilensumme, positionssumme, verkaufserlos, line value, gross income from sales, netto omzet, importe linea, montant de la ligne',
      'total, total amount, invoice total, grand total, sum, 合计金额, 合计, 总额, 总金额, gesamt, summe, totale',
    ],
    cost: [
      'cost, cost amount, total cost, cogs, cost of goods sold, cost of sales, cost value, wavwr, line cost, extended cost, ext cost, total product cost, totalproductcost, cost total, sales cost, standard cost total, costamount, 成本, 成本金额, 销售成本, 总成本, 成本额, 结转成本, 主营业务成本, 营业成本, 成本合计, kosten, wareneinsatz, einstandswert, herstellkosten, selbstkosten, gesamtkosten, cout, cout total, cout de revient, prix de revient total, coste, costo, coste total, costo total, kostprijs totaal, custo, custo total, cogs amount, cost of goods, verrechnungswert, einstand, einstand gesamt, ek gesamt, gesamt ek, wareneinsatz gesamt, ek-wert, cout de revient, pr total, cout dachat, total cout, cost amount actual, cost amount lcy, cost of sale, line cogs, 销货成本, 出库成本, 成本总额, 发出成本',
    ],
    unit_cost: [
      'unit cost, unitcost, cost price, cost per unit, unit cost lcy, cost/unit, purchase price, standard cost, avg cost, average cost, product standard cost, productstandardcost, item cost, 单位成本, 成本单价, 成本价, 单件成本, 进价, 采购价, einstandspreis, stuckkosten, einkaufspreis, ek-preis, ek, cout unitaire, prix de revient, prix achat, prix dachat, coste unitario, costo unitario, precio coste, kostprijs, custo unitario, ek stuck, ek pro stuck, ek je stuck, einstandspreis je stuck, inkoopprijs, precio de coste, prix de revient unitaire, pru, unit cogs, cogs per unit, avg unit cost, 平均成本, 结转单价, 成本单价不含税',
    ],
    margin: [
      'margin, gross margin, gross profit, profit, gp, margin amount, margin value, gross margin amount, profit amount, contribution margin, gm, line profit, 毛利, 毛利额, 利润, 销售毛利, 毛利润, 利润额, rohertrag, marge, deckungsbeitrag, rohgewinn, db, gewinn, marge brute, margen, beneficio, margen bruto, margine, gross income, rohertrag gesamt, deckungsbeitrag 1, db1, db i, spanne, ertrag, lucro, margem, marge commerciale, utilidad, utilidad bruta, utile, marge totale, 毛利润额, 边际贡献',
    ],
    currency,
    kind: [
      'kind, line kind, line type, document type, doc type, invoice type, transaction type, type, fkart, billing type, move type, sales type, item type, order type, document kind, 单据类型, 业务类型, 发票类型, 类型, 行类型, 销售类型, 交易类型, 红蓝标识, 红蓝字, 单据性质, belegart, fakturaart, vorgangsart, type de piece, type piece, tipo, tipo documento, pstyv, item category type',
    ],
  },
  accounts: {
    account: [
      ...account.slice(0, 2),
      `code, id, no, number, key, ${account[2]}, nr, 编码, 编号, 代码, 客户档案编码`,
      ...account.slice(3),
    ],
    name: [
      `name, full name, legal name, business name, trading name, display name, 名称, 全称, 企业名称, 公司名称, 公司, 客户全名, nom, nombre, ${accountName[0]}`,
      accountName[1]!,
    ],
    country,
    region,
    city: [
      'city, town, ort01, city name, municipality, 城市, 市, 所在城市, ort, stadt, ville, ciudad, citta, plaats, localite, poblacion',
    ],
    address: [
      'address, street, address 1, address1, address line 1, street address, stras, full address, business address, postal address, 地址, 详细地址, 公司地址, 注册地址, 通讯地址, 联系地址, adresse, anschrift, strasse, rue, direccion, domicilio, indirizzo, adres',
    ],
    parent: [
      'parent, parent account, parent code, parent id, parent account code, parent customer, parent customer no, parent company, group code, head office, hq code, holding, hierarchy parent, hkunnr, parent no, 上级客户, 上级客户编码, 上级编码, 母公司, 母公司编码, 集团编码, 总公司, 上级单位, ubergeordneter kunde, konzern, muttergesellschaft, societe mere, matriz',
    ],
    level: ['level, account level, hierarchy level, node type, 层级, 级别, 客户层级, ebene, niveau, nivel'],
    salesperson: [...salesperson, 'owner, manager, responsible, 负责人, 归属人, 专管业务员, betreuer'],
    cooperation_since: [
      'cooperation since, customer since, since, client since, first order date, start date, opened, opened on, account opened, created, created on, creation date, date opened, date created, onboarded, relationship since, 合作起始日, 合作日期, 合作开始日期, 开户日期, 建档日期, 发展日期, 合作时间, 首次合作日期, 创建日期, kunde seit, angelegt am, anlagedatum, client depuis, date creation, cliente desde, fecha alta, erdat',
    ],
    legal_standing_confirmed_on: [
      'legal standing confirmed on, legal standing, legal check date, kyc date, credit check date, due diligence date, verified on, 资质确认日, 资质审核日期, 资信审核日期, 法律资质确认日期, 认证日期',
    ],
    tax_number: [
      'tax number, tax no, tax id, vat number, vat no, vat id, vat, vat registration no, tax registration number, stceg, stcd1, tin, abn, ein, gst no, gstin, uscc, registration number, company number, 税号, 纳税人识别号, 统一社会信用代码, 纳税人登记号, 信用代码, ust-id, ust-idnr, ustid, steuernummer, umsatzsteuer-id, numero tva, siret, siren, nif, cif, partita iva',
    ],
    note,
  },
  products: {
    product: [product[0]!, `code, id, no, number, key, nr, 编码, 编号, 代码, ${product[1]}`, product[2]!],
    name: [
      `name, title, full name, 名称, nom, nombre, ${productName[0]!.replace(/(^|, )description(?=,)/, '')}`,
      'description, short description, 描述, text, label, model name, 规格型号, 型号, 规格',
    ],
    category: [category[0]!],
    subcategory: [
      'subcategory, sub-category, sub category, product subcategory, product subgroup, subgroup, 子类别, 小类, 中类, 二级分类, 子类, untergruppe, sous-famille, subcategoria, subfamilia',
    ],
    brand: ['brand, brand name, make, manufacturer, 品牌, 厂牌, 商标, 制造商, marke, hersteller, marque, marca'],
    unit: [
      'unit, uom, unit of measure, base unit, meins, base unit of measure, sales unit, measure, 计量单位, 单位, 主计量单位, 基本单位, einheit, mengeneinheit, me, unite, unidad, unita, eenheid',
    ],
    pack_size: [
      'pack size, pack, package size, packing quantity, units per pack, pack qty, carton qty, case qty, case pack, 包装数量, 装箱数, 箱装数, 包装规格, 每箱数量, packungsgrosse, ve, verpackungseinheit, conditionnement, unidades por caja',
    ],
    list_price: [
      'list price, listprice, price, sales price, unit price, standard price, retail price, catalogue price, catalog price, msrp, rrp, kbetr, lst price, 标价, 目录价, 参考售价, 单价, 售价, 建议零售价, 销售价, 零售价, 价格, 参考单价, 牌价, listenpreis, preis, verkaufspreis, vk, prix, prix catalogue, prix de vente, tarif, precio, precio de venta, pvp, tarifa, prezzo, prijs',
    ],
    standard_cost: [
      'standard cost, standardcost, cost, unit cost, cost price, std cost, average cost, stprs, verpr, purchase price, 标准成本, 成本, 单位成本, 成本价, 参考成本, 计划价, 计划单价, 最新成本, kosten, einstandspreis, ek, ek-preis, herstellkosten, standardpreis, cout, cout unitaire, prix de revient, coste, costo, precio coste, kostprijs',
    ],
    currency,
    launched_on: [
      'launched on, launch date, introduced, introduction date, start date, sell start date, sellstartdate, available from, release date, 上市日期, 投产日期, 启用日期, 发布日期, markteinfuhrung, date lancement, fecha lanzamiento',
    ],
    discontinued_on: [
      'discontinued on, discontinued, discontinued date, discontinueddate, end date, sell end date, sellenddate, end of life, eol, 停产日期, 停用日期, 退市日期, auslaufdatum, date fin, fecha baja',
    ],
    note,
  },
  contacts: {
    account: [...account, 'code, 单位编码, 公司编码'],
    name: [
      'name, contact, contact name, contact person, full name, person, display name, person name, 姓名, 联系人, 联系人姓名, 联系人名称, 名字, ansprechpartner, kontakt, kontaktperson, nom complet, contacto, persona de contacto, nombre completo, nombre y apellidos, contatto',
    ],
    first_name: ['first name, firstname, given name, forename, first, 名, vorname, prenom, nombre, nome, voornaam'],
    last_name: [
      'last name, lastname, surname, family name, last, 姓, nachname, nom, nom de famille, apellido, apellidos, cognome, achternaam, name last',
    ],
    role: [
      'role, job title, title, position, function, job, contact type, job role, contact role, 职务, 职位, 岗位, 头衔, 角色, funktion, rolle, stellung, fonction, poste, cargo, puesto, ruolo, functie',
    ],
    department: [
      'department, dept, division, 部门, 所属部门, abteilung, service, departement, departamento, reparto, afdeling',
    ],
    phone: [
      'phone, telephone, phone number, tel, phone no, business phone, work phone, office phone, telephone number, landline, telf1, 电话, 联系电话, 办公电话, 固定电话, 座机, 电话号码, telefon, telefonnummer, telefon-nr, telephone fixe, telefono, telefoon',
    ],
    mobile: [
      'mobile, mobile phone, cell, cell phone, mobile number, mobile no, handy, cellphone, 手机, 手机号, 手机号码, 移动电话, mobil, mobiltelefon, portable, movil, cellulare',
    ],
    email: [
      'email, e-mail, email address, e-mail address, mail, mail address, smtp addr, 邮箱, 电子邮箱, 电子邮件, 邮件, email地址, 邮箱地址, e-mail-adresse, courriel, adresse mail, correo, correo electronico',
    ],
    wechat: ['wechat, wechat id, weixin, 微信, 微信号'],
    note,
  },
  rates: {
    currency: [
      'from, from currency, source currency, base, from curr, fcurr, foreign currency, base currency, from ccy, source, currency from, 原币, 原币种, 源币种, 外币, von, von wahrung, ausgangswahrung, devise source, moneda origen',
      `${currency[0]!.replace(', 原币,', ',')}, symbol, iso, iso code, code, 外币币种`,
    ],
    to_currency: [
      'to, to currency, target currency, quote, quote currency, to curr, tcurr, target, currency to, local currency, to ccy, in currency, 目标币, 目标币种, 本位币, 本币, 折算币种, 目的币种, nach, nach wahrung, zielwahrung, devise cible, moneda destino',
    ],
    day: [
      'day, date, rate date, exchange rate date, valid from, starting date, effective date, effective from, gdatu, valuta date, as of, value date, 日期, 汇率日期, 生效日期, 开始日期, 适用日期, datum, gultig ab, kursdatum, date effet, fecha, start date, valid on',
    ],
    rate: [
      'rate, exchange rate, rate to base, fx rate, ukurs, exch rate, conversion rate, fx, xrate, relational exch rate amount, relational exchange rate amount, 汇率, 记账汇率, 折算率, 中间价, 兑换率, 折算汇率, 外币汇率, kurs, wechselkurs, umrechnungskurs, taux, taux de change, cours, tipo de cambio, tasa, cambio, tasso',
      'value, price, close, mid, mid rate, amount, rate value',
    ],
    units: [
      'units, unit, per, per units, currency units, ratio, factor, ffact, from factor, exchange rate amount, exch rate amount, 单位, 外币单位, 单位数, 每, einheit, einheiten, faktor, unites, unidades',
    ],
  },
  costs: {
    account,
    day: [
      'day, date, cost date, posting date, document date, booking date, entry date, transaction date, expense date, budat, bldat, period, 日期, 发生日期, 记账日期, 费用日期, 业务日期, 单据日期, 报销日期, datum, buchungsdatum, belegdatum, date comptable, fecha',
    ],
    kind: [
      'kind, cost kind, type, cost type, cost element, category, expense type, activity, cost category, kstar, expense category, cost kind code, service, 类型, 费用类型, 成本类型, 费用项目, 成本要素, 费用类别, 科目, 费用名称, 费用科目, kostenart, art, kategorie, type de cout, nature, tipo, tipo de coste, concepto',
    ],
    amount: [
      'amount, cost, cost amount, costs, expense, expense amount, value, total cost, cost to serve, total, charge, sum, dmbtr, wrbtr, wkgbtr, 金额, 费用, 费用金额, 成本, 成本金额, 发生额, 本币金额, 服务成本, betrag, kosten, wert, montant, cout, importe, coste, costo',
    ],
    currency,
    note: [note[0]!],
  },
  installed: {
    account,
    site: [
      'site, site code, site name, location, plant, workshop, station, installed at, installation site, where, 网点, 站点, 现场, 安装地点, 安装位置, 位置, 车间, 厂区, standort, einsatzort, werk, emplacement, lieu, ubicacion, planta',
    ],
    brand: [
      'brand, make, maker, manufacturer, vendor, supplier, 品牌, 厂家, 厂商, 制造商, 生产厂家, 设备品牌, marke, hersteller, fabrikat, marque, fabricant, constructeur, marca, fabricante',
    ],
    model: [
      'model, model no, model number, type, device, device type, equipment, equipment type, 型号, 规格型号, 设备型号, 设备, 设备名称, 规格, modell, typ, gerat, geraetetyp, modele, equipement, modelo, equipo',
    ],
    product: [product[0]!.replace(/, (?:part|material|article|model no|model)(?=,)/g, '')],
    category,
    quantity: [
      'quantity, qty, installed quantity, installed qty, units, pcs, pieces, number of units, count, 数量, 装机数量, 台数, 在用数量, 件数, menge, anzahl, stuck, stueck, quantite, nombre, cantidad, unidades',
    ],
    bought_on: [
      'bought on, purchase date, purchased on, date of purchase, installed on, installation date, install date, date installed, commissioned on, commissioning date, in service since, 购买日期, 购入日期, 采购日期, 装机日期, 安装日期, 投运日期, 启用日期, kaufdatum, installationsdatum, einbaudatum, inbetriebnahme, date achat, date d achat, date installation, mise en service, fecha compra, fecha de compra, fecha instalacion',
      'date, day, 日期, datum, fecha',
    ],
    unit_price: [
      'unit price, price, purchase price, price paid, price each, 单价, 购买单价, 采购单价, 价格, einzelpreis, preis, kaufpreis, prix unitaire, prix, precio unitario, precio',
    ],
    currency,
    life_months: [
      'life months, expected life months, expected life in months, life in months, cycle months, replacement cycle months, 使用寿命月, 寿命月, 更换周期月, 预计寿命月, lebensdauer monate',
    ],
    life_years: [
      'life years, expected life years, expected life in years, expected life, life, life in years, replacement cycle, useful life, service life, 使用年限, 寿命年, 预计寿命年, 更换周期年, 预计寿命, 更换周期, 使用寿命, lebensdauer, nutzungsdauer, lebensdauer jahre, duree de vie, vida util',
    ],
    condition: ['condition, state, status, health, 状况, 设备状况, 状态, 运行状况, 设备状态, zustand, etat, estado'],
    note: [note[0]!],
  },
  ...supplyNames({ account, accountName, country, product, productName }),
}

export type Fit = { field: string; rank: number }

/** For each kind: normalised header → the fields it may hold, with the rank of the fit (0 is best). */
export const synonyms: Record<ImportKind, Map<string, Fit[]>> = Object.fromEntries(
  importKinds.map(kind => [kind, indexNames(names[kind])]),
) as Record<ImportKind, Map<string, Fit[]>>

function indexNames(fields: Record<string, Ranks>): Map<string, Fit[]> {
  const index = new Map<string, Fit[]>()
  for (const [field, ranks] of Object.entries(fields)) {
    // The field's own name always fits, and best.
    const lines = [`${field}, ${ranks[0]}`, ...ranks.slice(1)]
    for (const [rank, line] of lines.entries()) {
      for (const name of line.split(', ').map(normaliseHeader)) {
        if (!name) continue
        const fits = index.get(name) ?? []
        if (!fits.some(fit => fit.field === field)) fits.push({ field, rank })
        index.set(name, fits)
      }
    }
  }
  return index
}
