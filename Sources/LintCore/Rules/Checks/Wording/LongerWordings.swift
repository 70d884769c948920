/// What is wrong within longer wordings and parts of standard sentences: 行政是业单位, 基本支处决算.
///
/// Six ideographs and more of which only one within is another, and one that sounds or looks like the right one, are a slip
/// whatever words that one makes with its neighbours, unless it is a word itself that may stand there: 应急管理指出.
enum LongerWordings {
  /// Tells whether the units around one may be those within a wording; of a hundred others it says so of one.
  ///
  /// - Parameter units: The two before and the two behind, as ``unit(at:_:_:)`` has them.
  @inline(__always)
  static func mayMiss(
    between units: (UInt16, UInt16, UInt16, UInt16), _ traces: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let second = RightPhrases.innerPlaces(of: units.0, units.1, units.2, before: 2)
    if bit(second.0, traces) != 0, bit(second.1, traces) != 0 { return true }
    let first = RightPhrases.innerPlaces(of: units.1, units.2, units.3, before: 1)
    return bit(first.0, traces) != 0 && bit(first.1, traces) != 0
  }

  @inline(__always)
  private static func bit(_ place: Int, _ traces: UnsafeBufferPointer<UInt8>) -> UInt8 {
    traces[place &>> 2] & (1 << UInt8(truncatingIfNeeded: place & 3))
  }

  /// The ideograph at a position, or what stands for any mark and for the ends of the text.
  @inline(__always)
  static func unit(at i: Int, _ text: Slice, _ units: Units) -> UInt16 {
    guard i >= text.lower, i < text.upper, Unit.isIdeograph(units[i]) else { return RightPhrases.edge }
    return units[i]
  }

  /// The slip that a position is the wrong ideograph of; nil where one of the wordings has it so.
  static func slip(at i: Int, _ text: Slice, _ units: Units) -> Slips.Slip? {
    var found: Slips.Slip?
    let (a, b) = (unit(at: i - 2, text, units), unit(at: i - 1, text, units))
    let (c, d) = (unit(at: i + 1, text, units), unit(at: i + 2, text, units))
    for before in 1...2 {
      let places =
        before == 1
        ? RightPhrases.innerPlaces(of: b, c, d, before: 1) : RightPhrases.innerPlaces(of: a, b, c, before: 2)
      let bucket = places.0 >> 7
      for k in RightPhrases.innerBuckets[bucket]..<RightPhrases.innerBuckets[bucket + 1] {
        let entry = RightPhrases.innerEntries[k]
        guard min(entry & 7, 2) == before, let slip = slip(at: i, ofEntry: entry, text, units) else {
          continue
        }
        let right = RightPhrases.units[RightPhrases.starts[slip.phrase] + entry & 7]
        if right == units[i] { return nil }
        if found == nil, isSure(units[i], for: right, at: i, units) { found = slip }
      }
    }
    return found
  }

  /// The place of a wording all of which but one ideograph stands around a position.
  private static func slip(at i: Int, ofEntry entry: Int, _ text: Slice, _ units: Units) -> Slips.Slip? {
    let (phrase, at) = (entry >> 3, entry & 7)
    let lower = RightPhrases.starts[phrase]
    let count = RightPhrases.starts[phrase + 1] - lower
    var k = 0
    while k < count {
      if k != at, RightPhrases.units[lower + k] != unit(at: i - at + k, text, units) { return nil }
      k += 1
    }
    // Without the marks that it begins and ends at.
    let start = RightPhrases.units[lower] == RightPhrases.edge ? 1 : 0
    let end = RightPhrases.units[lower + count - 1] == RightPhrases.edge ? count - 1 : count
    return Slips.Slip(phrase: phrase, written: Slice(i - at + start, i - at + end), at: i)
  }

  /// Tells whether neither the ideograph nor a word that it makes may stand for the right one.
  private static func isSure(_ written: UInt16, for right: UInt16, at i: Int, _ units: Units) -> Bool {
    Slips.mayStand(written, for: right)
      && !bothRight.contains(pair(written, right)) && !bothRight.contains(pair(right, written))
      && (i == 0 || !rivals.contains(pair(units[i - 1], written)))
      && (i + 1 >= units.count || !rivals.contains(pair(written, units[i + 1])))
  }

  /// What to show of a slip within a part that may begin or end in the middle of a word: the wrong ideograph with those that
  /// the right one makes words with, and the right words.
  static func word(of slip: Slips.Slip, _ units: Units) -> (written: Slice, right: String) {
    let (at, whole) = (slip.at, slip.written)
    let lower = RightPhrases.starts[slip.phrase]
    let start = RightPhrases.units[lower] == RightPhrases.edge ? whole.lower - 1 : whole.lower
    let right = RightPhrases.units[lower + at - start]
    return CommonWords.bits.withUTF8Buffer { words in
      let goesBack = at > whole.lower && CommonWords.has(units[at - 1], right, words)
      let goesOn = at + 1 < whole.upper && CommonWords.has(right, units[at + 1], words)
      // Where it makes none, all of the part.
      let slice =
        goesBack || goesOn ? Slice(goesBack ? at - 1 : at, goesOn ? at + 2 : at + 1) : whole
      let text = slice.indices.map { $0 == at ? right : units[$0] }
      return (slice, String(decoding: text, as: UTF16.self))
    }
  }

  private static func pair(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  private static func pairs(_ text: String) -> Set<UInt32> {
    Set(
      text.split(separator: " ").map { Array($0.utf16) }.filter { $0.count == 2 }.map { pair($0[0], $0[1]) })
  }

  /// Ideographs of one sound of which either may be right in the same place.
  private static let bothRight = pairs("账帐 做作 他它 定订 份分 须需 在再 未为 有由 各个 象像 计记 度渡 至止 利力 查察 监检 减建 数书 未位")
  /// Words that stand in the place of others of the same sound: 指出 of 支出, 检测 of 监测.
  private static let rivals = pairs(
    """
    指出 检测 监测 检查 监察 检察 制定 制订 其它 整合 综合 公用 共用 功用 权利 权力 法制 法治 形势 形式 收集 搜集 事务 实务 实物 事物 期间 其间 \
    节余 结余 定制 登记 等级 上交 上缴 事业 失业 实业 收益 受益 公立 公历 农技 农机 工业 公益 医药 义务 业务 医务 升级 省级 现金 县级 市级 \
    世纪 实际 国际 审计 设计 体制 体质 经济 经纪 公正 公证 截止 截至 反应 反映 心理 行政 形成 行程 征集 争议 政务 职务 植物 集体 机体 基金 \
    资金 集资 物质 物资 以及 已经 一般 期中 其中 年终 年中 中止 终止 终结 总结 交费 缴费 贷款 大额 交款 缴款 保鲜 实效 失效 时效 公会 工会 外市 外事 红会 \
    净增 净减 净值 增值 增支 增收 增资 减支 增减 人均 人员 调增 调整 预计 预期 防止 防治 适用 使用 实用 营收 应收 征收 扶助 辅助 认真 认证 目前 日前 \
    调处 调出 超出 调解 调节 名城 名称 同期 同级 周期 实时 响应 相应 班子 班次 校级 校际 收治 收支 志愿 自愿 支援 资源 职员 主题 主体 引用 应用 \
    分布 分步 分部 时间 实践 事件 事前 教师 教室 重大 重达 切实 其实 单价 单项 参加 成长 减小 染料 机修 质询 拍照 呈报 \
    校务 课目 累积 累计 债权 债券 小学 职业 解析 分列 食疗 国立 集中 提前 有些 本期 本级 外资 经管 治标 自行 支行 剂量 群英 待定 公有 共有 工地 \
    上期 私有 已有 复原 油电 下乡 跳出
    """)
}
