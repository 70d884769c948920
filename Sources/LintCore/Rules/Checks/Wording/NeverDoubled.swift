/// Signs that stand twice in a row by mistake alone, but before some others: 道路及及排水, 管网网建设, 拟定定本区的政策.
///
/// A sign is right twice where the second begins a word (以及及时, 管理理念) or the first ends one (参与与评价). The first are
/// listed here beside the common words; of signs that only words are made of, and that begin few, they are all there are.
enum NeverDoubled {
  /// Signs with those that may follow a second one of them.
  private struct Signs {
    var next: [UInt16: Set<UInt16>] = [:]

    init(_ lines: String) {
      for line in lines.split(separator: "\n") {
        let units = Array(line.utf16)
        if let first = units.first { next[first] = Set(units.dropFirst()) }
      }
    }
  }

  /// Words of one sign that join others: right twice only where the first ends a word, as in 参与与 and 目的的.
  private static let joints = Signs(
    """
    的确士
    和谐气美睦平解顺县田硕布政缓乐
    及时格其早至
    与会其时否日众人
    或许者
    将军来士官领近帅至才
    按劳揭钮键摩质量件需
    从业事严优教军宽紧众
    把关握手柄守脉
    被审征检评告害服褥捕
    使用命得馆者节领役
    已婚有知故建成完
    未成来婚知见建达完
    由来于衷头
    让利位步渡
    向上下前后阳好往来善日
    在职编校岗建读线途位籍册地场外家案内逃乎
    均匀衡价等线分摊值势田安方
    """)

  /// Signs that words end with: right twice only where the second begins a word.
  private static let ends = Signs(
    """
    于是都洪
    性别能质格命情状病教侵价骚成关激生
    化肥工学解妆险验疗石粪纤敌整零州隆生危
    """)

  /// Signs that only words are made of, the first of the two the end of a common one.
  private static let parts = Signs(
    """
    定编岗标点责案约性语力安级制居律位植员期价额向量西边南陶海兴作准时稿数投损密
    网络站点上民页友球吧箱易通游卡址银格关状校店购红约信媒评聊警管线名瘾架速费片联间下办安宣孔眼兜膜鱼捕龄际路监罩
    理由论念财解事工科赔顺疗想睬所直塘县算监政
    施工政行救肥药展教压放策治舍礼恩救援甸秉训
    障碍眼目
    策略划动应源反论
    况且
    究竟其
    绩效优点溪差
    率先领队团部真直
    额度外定满尔济敏
    费用时率改力心劲神尽县钱工
    款项待式额物
    业务绩主态余户界内已经者师大委
    员工额警
    务工实必农虚期请川
    责任令成权无编备
    督促查办导学察战军
    训练令词示
    准备确入予许则时点考驾格军决生
    效果益率能力应用仿尤
    程度序式控朝
    疗效法养程治
    """)

  /// 网: all words that it begins are listed.
  private static let net: UInt16 = 0x7F51

  /// 按, 将, 由, 与, 及, 在, 已, 使: no clause begins with two of them, but before the signs above.
  private static let opening: Set<UInt16> = Set("按将由与及在已使".utf16)

  private static func isMark(_ unit: UInt16) -> Bool {
    Unit.endsClause(unit) || unit == 0x3001 || unit == 0x3A
  }

  /// Tells whether the first of two equal signs at a position is one too many, whatever is written elsewhere.
  static func isWrong(at: Int, _ units: Units, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
    guard at > 0, at + 2 < units.count, Unit.isIdeograph(units[at + 2]), units[at + 2] != units[at],
      units[at - 1] != units[at]
    else { return false }
    let (before, sign, next) = (units[at - 1], units[at], units[at + 2])
    // ，按按月兑现: some do not even begin a clause like this.
    if isMark(before) { return opening.contains(sign) && joints.next[sign]?.contains(next) == false }
    guard net == sign || !CommonWords.has(sign, next, words) else { return false }
    if let right = joints.next[sign] {
      return !right.contains(next) && Unit.isIdeograph(before) && !CommonWords.has(before, sign, words)
    }
    if let right = ends.next[sign] { return !right.contains(next) && Unit.isIdeograph(before) }
    if let right = parts.next[sign] { return !right.contains(next) && CommonWords.has(before, sign, words) }
    return false
  }
}
