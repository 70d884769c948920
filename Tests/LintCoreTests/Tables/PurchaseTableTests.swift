import Testing

@testable import LintCore

/// 数量 × 单价 = 金额 in the tables of purchases.
@Suite struct PurchaseTableTests {
  private static func table(_ changed: String = "28.00", price: String = "单价", unit: String = "") -> String {
    """
    部门政府采购预算表
    单位：万元
    采购项目名称→计量单位→数量→\(price)→合计\(unit)
    合计→→→→57.60
    计算机→台→12→0.60→7.20
    检测仪→台→4→5.60→22.40
    运输箱→个→40→0.70→\(changed)
    """
  }

  @Test func quantitiesTimesPricesMakeTheMoney() {
    expectFindings(Self.table(), by: ["row-total"])
    expectFindings(
      Self.table("⟦28.00¦error row-total⟧").replacing("40→0.70", with: "40→0.80"), by: ["row-total"])
  }

  @Test func aPriceMayBeInYuan() {
    let yuan = Self.table(price: "单价（元）", unit: "（万元）").replacing("0.60", with: "6000").replacing(
      "5.60", with: "56000"
    ).replacing("0.70", with: "7000")
    expectFindings(yuan, by: ["row-total"])
    expectFindings(
      yuan.replacing("7000→28.00", with: "8000→⟦28.00¦error row-total⟧"), by: ["row-total"])
  }

  /// Where one row alone has its product, the column is none of products.
  @Test func otherColumnsAreNoProducts() {
    expectFindings(Self.table("30.00").replacing("22.40", with: "20.40"), by: ["row-total"])
  }
}
