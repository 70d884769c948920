/// Kinds that divide people without a rest: 在职 and 退休, 在编 and 编外, 男 and 女.
enum PeopleFamilies {
  private enum Kind: Hashable {
    case serving, leftEarly, retired, allRetired, posted, unposted, men, women, managers, experts, workers
    case senior, middle, junior
  }

  private static let kinds: [(Word, Kind)] = [
    ("离退休", .allRetired), ("离休", .leftEarly), ("退休", .retired), ("编外", .unposted), ("在编", .posted),
    ("在职", .serving), ("男", .men), ("女", .women), ("管理岗", .managers), ("专业技术岗", .experts),
    ("专技岗", .experts), ("工勤", .workers),
    ("高级", .senior), ("中级", .middle), ("初级及以下", .junior), ("初级及其他", .junior),
  ]
  private static let complete: [Set<Kind>] = [
    [.serving, .retired], [.serving, .leftEarly, .retired], [.serving, .allRetired], [.leftEarly, .retired],
    [.posted, .unposted], [.men, .women], [.managers, .experts, .workers],
    [.senior, .middle, .junior],
  ]

  /// Tells whether people are divided by the parts of a list, each part being one kind and nothing else.
  static func divide(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    var found: Set<Kind> = []
    for part in parts {
      let label = Wording.core(context[part].label, context.units)
      // 在职在编人员, 退休教师: the kind and hardly more.
      guard context[part].unit == .people, label.count <= 8,
        let kind = kinds.first(where: { context.units.contains($0.0, in: label) })?.1,
        found.insert(kind).inserted
      else { return false }
    }
    return complete.contains(found)
  }

  /// Tells whether all parts are kinds of posts: 行政24人，事业62人.
  static func arePosts(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    parts.count >= 2 && parts.allSatisfy { context.units.contains(anyOf: posts, in: context[$0].label) }
  }

  /// Tells whether two parts are 行政编制 and 事业编制, none of which is the other or within it.
  static func areBothPosts(_ parts: [Int], _ context: NarrativeContext) -> Bool {
    guard parts.count == 2 else { return false }
    let kinds = parts.map { part in
      bothPosts.map { context.units.contains($0, in: context[part].label) }
    }
    return kinds[0] != kinds[1] && kinds.allSatisfy { $0.count { $0 } == 1 }
  }

  /// 编制102名，其中行政编制39名…；退休人员41人，其中行政退休26人、事业退休15人: people right before the posts that tell them apart
  /// are their whole, whatever other people are counted before.
  static func followWhole(_ list: ClaimList, _ parts: [Int], _ context: NarrativeContext) -> Bool {
    let whole = context[list.whole]
    guard whole.unit == .people, let first = parts.first, first == list.whole + 1,
      areBothPosts(parts, context)
    else { return false }
    let gap = Slice(whole.figure.upper, Swift.max(whole.figure.upper, context[first].figure.lower))
    return gap.indices.first.map { Unit.isComma(context.units[$0]) || context.units[$0] == 0x28 } ?? false
      && context.units.starts(Slice(Swift.min(gap.lower + 1, gap.upper), gap.upper), with: ofWhich)
  }

  private static let ofWhich: Word = "其中"

  private static let bothPosts: [Word] = ["行政", "事业"]
  static let posts = WordList(["行政", "事业", "参公", "参照公务员", "公务员", "工勤", "后勤", "政法"])
}
