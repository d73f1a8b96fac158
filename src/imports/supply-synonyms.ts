type Ranks = string[]

/** Names that other kinds of file have as well. */
type Shared = Record<'account' | 'accountName' | 'country' | 'product' | 'productName', Ranks>

export const currency: Ranks = [
  'currency, currency code, curr, cur, ccy, waerk, waers, currencycode, document currency, transaction currency, invoice currency, currency id, 币种, 币别, 货币, 原币, 币种编码, 币种名称, 结算币种, 交易币种, wahrung, waehrung, belegwahrung, wahrg, whrg, wae, moeda, currency name, currency key, devise, code devise, moneda, divisa, valuta',
]

const site: Ranks = [
  'site, site code, site name, site id, site no, store, store no, store code, store name, store id, branch, branch code, branch no, outlet, shop, shop code, depot, warehouse, warehouse code, warehouse name, whse, location, location code, loc, lgort, plant, werks, dc, distribution center, 网点, 网点编码, 网点名称, 门店, 门店编码, 门店名称, 门店代码, 仓库, 仓库编码, 仓库名称, 库房, 分仓, 分店, 网点编号, filiale, filialnummer, filialnr, standort, lager, lagerort, lagernummer, markt, marktnummer, magasin, code magasin, point de vente, entrepot, depot code, tienda, codigo tienda, almacen, sucursal, bodega, punto de venta',
]

const gtin: Ranks = [
  'gtin, ean, ean code, ean13, ean 13, upc, upc code, barcode, bar code, gtin13, gtin 13, gtin14, gtin code, 条码, 商品条码, 条形码, 国际条码, 69码, ean nummer, ean nr, strichcode, code barre, code barres, gencod, codigo de barras, codigo barras',
]

const week: Ranks = [
  'week, iso week, week no, week number, calendar week, year week, yearweek, yyyyww, wk, fiscal week, 周, 周次, 周数, 周别, 第几周, 年周, kalenderwoche, kw, woche, semaine, no semaine, sem, semana, no semana, numero de semana',
]

const year: Ranks = ['year, calendar year, fiscal year, 年, 年份, 年度, jahr, annee, ano, anio, ejercicio']

const onHand: Ranks = [
  'on hand, onhand, stock on hand, quantity on hand, qty on hand, on hand qty, on hand quantity, on-hand stock, qoh, soh, closing stock, closing balance, ending inventory, end inventory, stock quantity, stock qty, stock level, current stock, inventory quantity, inventory qty, inventory on hand, available stock, unrestricted, unrestricted stock, labst, physical stock, physical inventory, 现有库存, 库存, 库存数量, 库存数, 库存量, 现存量, 结存数量, 结存, 期末库存, 期末结存, 当前库存, 实际库存, 账面库存, 在库数量, 可用库存, 实物库存, bestand, lagerbestand, bestandsmenge, endbestand, aktueller bestand, ist bestand, istbestand, verfugbarer bestand, stock physique, stock disponible, stock actuel, stock final, quantite en stock, qte en stock, qte stock, stock fin, existencias, existencia, inventario, stock actual, cantidad en stock, cantidad disponible, saldo, giacenza',
  'stock, inventory, balance, quantity, qty, units, stock units, 数量, menge, quantite, cantidad, unidades',
]

const onOrder: Ranks = [
  'on order, onorder, qty on order, quantity on order, ordered, open orders, open order qty, open po, open po qty, purchase orders, 在订, 在订数量, 已订未到, 订购数量, 未交数量, 采购在途, 已下单, bestellt, bestellbestand, offene bestellungen, en commande, quantite commandee, commandes en cours, pedido, en pedido, pedidos pendientes, cantidad pedida',
]

const inTransit: Ranks = [
  'in transit, intransit, qty in transit, quantity in transit, transit stock, stock in transit, goods in transit, 在途, 在途数量, 在途库存, 在途量, 运输中, unterwegs, transitbestand, in zulauf, zulauf, en transit, en route, stock en transit, en transito, transito, cantidad en transito',
]

const soldNames = [
  'sold, units sold, unit sold, quantity sold, qty sold, sold qty, sold quantity, sell through, sell-through, sellthrough, sell out, sell-out, sellout, sell through units, sell through qty, sell out qty, sell out units, pos units, pos qty, pos sales units, sales units, unit sales, sales qty, sales quantity, net units sold, 销量, 销售数量, 销售量, 动销, 动销量, 动销数量, 实销, 实销数量, 实销量, 零售数量, 零售量, 出货量, 销售件数, 售出数量, 终端销量, abverkauf, abverkaufsmenge, absatz, absatzmenge, verkaufte menge, verkauft, verkaufsmenge, verkauf stuck, ventes, quantite vendue, quantites vendues, qte vendue, ventes unites, unites vendues, sell out unites, ventas, unidades vendidas, cantidad vendida, ventas unidades, vendido, venduto, vendidas',
]

/** Names of columns of stock, sell-through, deliveries and supply, as dealers' systems and shippers print them. */
export function supplyNames(
  shared: Shared,
): Record<'stock' | 'sell-through' | 'deliveries' | 'supply', Record<string, Ranks>> {
  const { account, product } = shared
  const whose = { account, site, product: [...withoutGtins(product), 'reference, ref'], gtin }
  return {
    stock: {
      ...whose,
      day: [
        'day, date, stock date, inventory date, count date, day of the count, report date, reported on, as of, as of date, snapshot date, balance date, stichtag, 日期, 盘点日期, 库存日期, 统计日期, 截止日期, 报表日期, 上报日期, 快照日期, datum, bestandsdatum, zahldatum, berichtsdatum, date de stock, date du stock, date inventaire, date d inventaire, fecha, fecha de stock, fecha inventario, fecha de inventario',
        'week ending, week end, period end, to, to date, updated, updated on, last updated, timestamp, 更新日期, 更新时间',
      ],
      on_hand: onHand,
      on_order: onOrder,
      in_transit: inTransit,
      committed: [
        'committed, reserved, allocated, committed stock, reserved stock, reserved qty, allocated qty, 已承诺, 预留, 预留数量, 已分配, 占用库存, 锁定库存, reserviert, reservierter bestand, reserve, stock reserve, reservado, stock reservado, comprometido',
      ],
      held: [
        'on hold, held, hold, blocked, blocked stock, quality hold, quarantine, damaged, 冻结, 冻结库存, 不良品, 残次, 待检, gesperrt, sperrbestand, bloque, stock bloque, bloqueado, stock bloqueado',
      ],
    },
    'sell-through': {
      ...whose,
      day: [
        'day, date, sales date, sale date, selling date, transaction date, 日期, 销售日期, 统计日期, datum, verkaufsdatum, date de vente, fecha, fecha de venta',
      ],
      from_day: [
        'from, from day, from date, start, start date, period start, week start, week starting, week beginning, week commencing, week of, begin, begin date, 起始日期, 开始日期, 周开始, 周起始日, von, von datum, wochenbeginn, woche ab, du, debut, date debut, debut semaine, semaine du, desde, fecha inicio, inicio semana, semana del',
      ],
      to_day: [
        'to, to day, to date, end, end date, period end, week end, week ending, weekending, week ended, w/e, through, 截止日期, 结束日期, 周结束, 周截止日, bis, bis datum, wochenende, woche bis, au, fin, date fin, fin semaine, hasta, fecha fin, fin semana',
      ],
      week,
      month: [
        'month, year month, yearmonth, calendar month, period, yyyymm, 月, 月份, 年月, 期间, monat, kalendermonat, periode, mois, periodo, mes',
      ],
      year,
      sold: [
        soldNames[0]!,
        'sales, quantity, qty, units, 数量, menge, stuck, anzahl, quantite, unites, cantidad, unidades',
      ],
      returned: [
        'returned, returns, qty returned, returned qty, return qty, customer returns, 退货, 退货数量, 退回数量, 退货量, retouren, ruckgaben, retournes, quantite retournee, devoluciones, devueltas, cantidad devuelta',
      ],
      received: [
        'received, receipts, qty received, received qty, quantity received, purchases, 收货, 收货数量, 入库, 入库数量, 进货数量, 到货数量, wareneingang, eingang, zugang, zugange, receptions, quantite recue, entrees, recibido, cantidad recibida, entradas',
      ],
      adjusted: [
        'adjusted, adjustment, adjustments, adjusted by counting, inventory adjustment, stock adjustment, shrinkage, 盘点调整, 调整, 调整数量, 盘盈盘亏, 损耗, korrektur, bestandskorrektur, ajustement, ajustements, ajuste, ajustes',
      ],
      lost_sales: [
        'lost sales, lost units, missed sales, unmet demand, 缺货损失, 缺货数量, 未满足需求, 失销, entgangene verkaufe, fehlmenge, ventes perdues, ventas perdidas',
      ],
      on_hand: [`on hand at the end, ${onHand[0]}`, 'stock, inventory'],
      on_order: [`on order at the end, ${onOrder[0]}`],
      in_transit: [`in transit at the end, ${inTransit[0]}`],
    },
    deliveries: {
      account: [
        ...account,
        'project code, project, consignee, consignee code, ship-to, ship to, ship to code, ship-to party, kunwe, warenempfanger, 收货单位, 收货方, 收货客户, destinataire, destinatario',
      ],
      account_name: [shared.accountName[0]!, 'consignee name, ship to name, ship-to name, 收货单位名称'],
      country: [`${shared.country[0]}, destination country, ship to country`],
      site: [site[0]!.replace(', location,', ',').replace(', plant, werks', '')],
      reference: [
        'delivery number, delivery no, delivery, delivery note, delivery note no, delivery id, asn/dn no, asn no, asn, asn number, dn no, dn, despatch advice, shipment no, shipment number, shipment id, shipment, consignment, consignment no, waybill, waybill no, airway bill, awb, bill of lading, b/l no, tracking number, tracking no, vbeln, 交货单号, 交货单, 发货单号, 发货单, 送货单号, 出库单号, 运单号, 物流单号, 提单号, lieferschein, lieferscheinnummer, lieferscheinnr, lieferung, liefernummer, sendung, sendungsnummer, bon de livraison, no bl, numero bl, no de livraison, expedition, albaran, numero albaran, no albaran, remito, envio, no envio',
        'document, document no, reference, ref, ref no, 单据编号, 单据号, 单号',
      ],
      line: [
        'line, line no, line number, line id, delivery line, item line, posnr, position, pos, 行号, 行项目, 项次, ligne, linea, posicion, zeile',
        'id, row id, 序号',
      ],
      order_reference: [
        'order number, order no, order, order id, orderid, order reference, sales order, sales order no, so no, so, po / so no, po/so no, purchase order, purchase order no, po no, po number, po, customer order, contract, 订单号, 订单编号, 销售订单, 销售订单号, 采购订单号, 合同号, auftrag, auftragsnummer, auftragsnr, bestellung, bestellnummer, bestellnr, commande, no commande, numero commande, pedido, no pedido, numero pedido',
      ],
      product: [product[0]!, product[1]!],
      product_name: [
        `item description, ${shared.productName[0]!}`,
        'product, item, goods, molecule/test type, 品名, 货物名称',
      ],
      promised_on: [
        'promised for, promised on, promised date, promise date, promised delivery date, scheduled delivery date, scheduled date, committed date, confirmed date, confirmed delivery date, estimated delivery date, order estimated delivery date, expected delivery date, expected date, expected arrival, eta, delivery due date, 承诺日期, 承诺交期, 承诺交货日期, 计划交货日期, 计划到货日期, 预计到货日期, 预计送达日期, 约定交期, 应交日期, 交期, zugesagter termin, zusagetermin, liefertermin, bestatigter liefertermin, geplantes lieferdatum, wunschtermin, plantermin, date promise, date promise de livraison, date prevue, date de livraison prevue, livraison prevue, fecha prometida, fecha prevista, entrega prevista, fecha de entrega prevista, fecha comprometida',
        'requested date, required date, requested delivery date, due date, need by, need by date, required delivery date, 要求交期, 需求日期, 要求到货日期, wunschlieferdatum, date souhaitee, fecha requerida, fecha solicitada',
      ],
      promised_quantity: [
        'promised quantity, promised qty, ordered quantity, ordered qty, order qty, order quantity, quantity ordered, qty ordered, confirmed quantity, confirmed qty, 承诺数量, 订购数量, 订单数量, 应发数量, 计划数量, bestellmenge, auftragsmenge, bestatigte menge, quantite commandee, quantite prevue, cantidad pedida, cantidad prometida',
      ],
      shipped_on: [
        'shipped on, shipped date, ship date, shipdate, shipping date, shipment date, dispatch date, dispatched on, despatch date, date shipped, goods issue date, departure date, departed on, etd, order delivered carrier date, actual goods issue, wadat, 发货日期, 发运日期, 出库日期, 起运日期, 发出日期, 装运日期, versanddatum, versendet am, abgangsdatum, warenausgang, verschickt am, date expedition, date d expedition, expedie le, date d envoi, fecha envio, fecha de envio, fecha de expedicion, enviado el, fecha despacho',
      ],
      arrived_on: [
        'arrived on, arrival date, date of arrival, date arrived, actual arrival, actual arrival date, ata, delivered on, delivered date, date delivered, delivered to client date, delivered to customer date, order delivered customer date, actual delivery date, actual delivery, delivered at, received on, date received, receipt date, proof of delivery, pod date, 到货日期, 实际到货日期, 到达日期, 签收日期, 签收时间, 送达日期, 实际交货日期, 收货日期, 实际送达, ankunft, ankunftsdatum, angekommen am, zugestellt am, zustelldatum, tatsachliches lieferdatum, ist lieferdatum, wareneingangsdatum, date arrivee, date d arrivee, livre le, date de livraison reelle, date livraison reelle, date de reception, recu le, fecha llegada, fecha de llegada, entregado el, fecha real de entrega, fecha entrega real, fecha de recepcion',
        'delivery date, date of delivery, 交货日期, 送货日期, lieferdatum, date de livraison, date livraison, fecha entrega, fecha de entrega',
      ],
      quantity: [
        'quantity, qty, shipped quantity, shipped qty, quantity shipped, qty shipped, delivered quantity, delivered qty, quantity delivered, line item quantity, units, pcs, pieces, lfimg, 数量, 发货数量, 实发数量, 交货数量, 送货数量, 到货数量, 签收数量, 出库数量, menge, liefermenge, gelieferte menge, versandmenge, anzahl, stuck, quantite, quantite livree, qte livree, quantite expediee, cantidad, cantidad entregada, cantidad enviada, unidades',
      ],
      value: [
        'value, goods value, value of the goods, line value, line item value, shipment value, delivery value, invoice value, net value, amount, line amount, 货值, 货物价值, 金额, 货款, warenwert, lieferwert, wert, nettowert, betrag, valeur, valeur marchandise, montant, valor, valor mercancia, importe',
      ],
      currency,
      mode: [
        'mode, shipment mode, transport mode, mode of transport, shipping mode, ship mode, ship via, ship method, shipping method, delivery mode, means of transport, transportation mode, 运输方式, 运输模式, 发运方式, 货运方式, 承运方式, transportart, versandart, verkehrstrager, beforderungsart, mode de transport, mode transport, mode expedition, moyen de transport, modo de transporte, medio de transporte, modo transporte, tipo de transporte, via',
      ],
      from_place: [
        'from, from place, origin, origin city, origin port, departure, port of loading, pol, ship from, shipped from, manufacturing site, from warehouse, 起运地, 始发地, 发货地, 启运港, 装货港, 发货仓库, abgangsort, versandort, ursprung, ladehafen, origine, lieu de depart, port de chargement, origen, puerto de carga, lugar de salida',
      ],
      to_place: [
        'to, to place, destination, destination city, destination port, arrival, port of discharge, pod, ship to city, delivery city, delivery address, ship-to address, 目的地, 到达地, 目的港, 卸货港, 收货地, 收货地址, 送货地址, zielort, bestimmungsort, zielhafen, lieferadresse, lieu de livraison, port d arrivee, destino, puerto de descarga, lugar de entrega',
      ],
      carrier: [
        'carrier, forwarder, freight forwarder, shipping company, haulier, logistics provider, shipping line, 承运人, 承运商, 物流公司, 货代, 快递公司, 运输公司, spediteur, spedition, frachtfuhrer, transporteur, transitaire, transportista, naviera',
      ],
      supplier: [
        'supplier, vendor, manufacturer, supplier name, vendor name, 供应商, 厂家, 生产厂家, lieferant, hersteller, fournisseur, proveedor, fabricante',
      ],
      weight: [
        'weight, weight kg, weight in kg, gross weight, gross weight kg, weight kilograms, net weight, kg, brgew, 重量, 毛重, 净重, 重量公斤, 重量kg, gewicht, bruttogewicht, gewicht kg, poids, poids brut, poids kg, peso, peso bruto, peso kg',
      ],
      freight: [
        'freight, freight cost, freight costs, freight charge, freight charges, freight amount, shipping cost, shipping costs, shipping charge, transport cost, transport costs, transportation cost, delivery cost, 运费, 运输费, 运输费用, 物流费用, 物流费, 货运费, fracht, frachtkosten, transportkosten, versandkosten, fret, frais de transport, cout de transport, frais de port, flete, fletes, coste de transporte, costo de transporte, gastos de envio',
      ],
      cause: [
        'cause, cause of delay, delay reason, reason, reason for delay, delay cause, late reason, reason code, 延误原因, 迟到原因, 延迟原因, 晚到原因, 原因, ursache, grund, verspatungsgrund, motif, cause retard, motif du retard, causa, motivo, motivo retraso, causa del retraso',
      ],
    },
    supply: {
      product: withoutGtins(product),
      gtin,
      week,
      year,
      day: [
        'day, date, week start, week starting, week beginning, week commencing, week of, available on, available from, production date, 日期, 生产日期, 可供日期, 周开始, datum, produktionsdatum, wochenbeginn, verfugbar ab, date, date de production, semaine du, disponible le, fecha, fecha de produccion, semana del',
      ],
      quantity: [
        'quantity available, available, available quantity, available qty, availability, qty available, available to promise, atp, atp qty, available units, planned quantity, planned qty, planned production, production plan, production quantity, production qty, planned output, output, capacity, supply, supply qty, supply quantity, mps, 可供数量, 可供量, 可用数量, 可供货数量, 计划产量, 计划数量, 排产数量, 产能, 产量, 生产数量, 供应量, 供货量, verfugbar, verfugbare menge, verfugbarkeit, planmenge, produktionsmenge, kapazitat, disponible, quantite disponible, production prevue, quantite prevue, capacite, cantidad disponible, produccion prevista, produccion planificada, capacidad, disponibilidad',
        'quantity, qty, units, 数量, menge, quantite, cantidad, unidades',
      ],
    },
  }
}

/** Where a file has a column of GTINs of its own, they are no codes of ours. */
function withoutGtins(product: Ranks): Ranks {
  return product.map(line => line.replace(/, (?:barcode|ean|gtin|upc|条码|商品条码|条形码)(?=,|$)/g, ''))
}

const spellings = (names: string): string[] => names.split(', ')

/** Headers that only a report of stock has, that only sales to end customers have, that only supply to come has. */
export const tellingNames = {
  stock: spellings(onHand[0]!),
  sold: spellings(soldNames[0]!),
}
