/// Holds drafts against each other: a pure function from digests to findings.
///
/// Rule: `cross-draft`. A statement is judged only if exactly one of the drafts is the one it speaks of, and if most
/// of what the two say of each other agrees: figures that all differ are of another scope and accuse nobody.
public enum CrossDraft {
  /// The id of the rule.
  public static let rule = "cross-draft"

  /// The findings by the number of the draft they stand in.
  ///
  /// - Parameters:
  ///   - digests: the drafts in the order they were given; `nil` for one that cannot be compared.
  ///   - paths: the name of each draft.
  /// - Complexity: O(n log m) in the number of statements and the figures of one draft.
  public static func findings(_ digests: [DraftDigest?], paths: [String]) -> [Int: [Finding]] {
    let register = Register(digests)
    var result: [Int: [Finding]] = [:]
    for (number, digest) in digests.enumerated() {
      guard let digest else { continue }
      var pairs: [Int: Pair] = [:]
      // The rows of a department's units bear each other out.
      var parts = Pair()
      result[number] = sums(digest, number, register, paths)
      for claim in digest.claimed {
        guard let match = register.match(claim, from: number, digest) else { continue }
        if case .part = claim.relation {
          parts.add(claim, match)
        } else {
          pairs[match.draft, default: Pair()].add(claim, match)
        }
      }
      for pair in [parts] + pairs.sorted(by: { $0.key < $1.key }).map(\.value) where pair.isCertain {
        result[number, default: []] += pair.differing.compactMap { claim, match in
          guard let other = digests[match.draft]?.identity, paths.indices.contains(match.draft) else {
            return nil
          }
          return finding(claim, match, other, path: paths[match.draft])
        }
      }
    }
    return result.filter { !$0.value.isEmpty }
  }

  /// The totals of a department that are not the sums of its units, if all its units are there and some are.
  private static func sums(
    _ digest: DraftDigest, _ number: Int, _ register: Register, _ paths: [String]
  ) -> [Finding]? {
    guard let units = register.units(of: digest, number) else { return nil }
    var agreeing = 0
    var findings: [Finding] = []
    for claim in digest.claimed {
      guard case .whole = claim.relation, let terms = units.figures(claim.keys),
        terms.contains(where: { $0.value != 0 })
      else { continue }
      let sum = terms.reduce(FactValue(0)) { $0 &+ $1.value }
      // Half a last place for each figure: what rounding can do at the very most.
      if (claim.value &- sum).magnitude <= UInt64(claim.tolerance) * UInt64(terms.count + 1) / 2 {
        agreeing += 1
      } else {
        findings.append(finding(claim, terms, units, sum, paths))
      }
    }
    return agreeing >= Swift.max(1, findings.count) ? findings : nil
  }

  private static func finding(
    _ claim: ClaimedFact, _ terms: [StatedFact], _ units: MemberDrafts, _ sum: FactValue, _ paths: [String]
  ) -> Finding {
    let gap = FactValue(clamping: (claim.value &- sum).magnitude)
    var finding = Finding(
      rule: rule, severity: .warning, range: claim.range,
      message: Message(
        whole, .text(claim.label), .count(terms.count), .sum(terms.map { amount($0.value, like: claim) }),
        .amount(amount(sum, like: claim), claim.unit), .amount(claim.amount, claim.unit),
        .amount(amount(gap, like: claim), claim.unit)))
    finding.elsewhere = zip(terms, units.numbers).compactMap { term, number in
      guard paths.indices.contains(number), let identity = units.digests[number]?.identity else { return nil }
      return place(term, identity, path: paths[number], like: claim)
    }
    return finding
  }

  /// A statement with the figure of the other draft that comes nearest to it.
  struct Match {
    var draft: Int
    var figure: StatedFact
    var agrees: Bool
  }

  /// What one draft says of another.
  private struct Pair {
    var agreeing = 0
    var differing: [(claim: ClaimedFact, match: Match)] = []
    var isVague = false

    mutating func add(_ claim: ClaimedFact, _ match: Match) {
      if match.agrees {
        agreeing += 1
      } else {
        differing.append((claim, match))
        if claim.source == .either { isVague = true }
      }
    }

    /// What was confirmed elsewhere is the same scope; where the text does not say which draft it means, twice.
    var isCertain: Bool {
      isVague
        ? agreeing >= 2 && agreeing >= 2 * differing.count : agreeing >= 1 && agreeing >= differing.count
    }
  }

  private static func finding(
    _ claim: ClaimedFact, _ match: Match, _ other: DraftIdentity, path: String
  ) -> Finding {
    let stated = amount(match.figure.value, like: claim)
    let gap = amount(FactValue(clamping: (claim.value &- match.figure.value).magnitude), like: claim)
    let shown = Message.Argument.amount(claim.amount, claim.unit)
    let rest: [Message.Argument] = [
      .text(other.title), .amount(stated, claim.unit), .amount(gap, claim.unit),
    ]
    let message: Message
    switch claim.relation {
    case .plan: message = Message(plan, arguments: [.text(claim.label), shown] + rest)
    case .prior: message = Message(prior, arguments: [.text(claim.label), shown] + rest)
    case .part, .whole: message = Message(part, arguments: [.text(claim.label), shown] + rest)
    case .change(let current, let by, let isIncrease):
      message = Message(
        isIncrease ? increase : decrease,
        arguments: [.text(claim.label), shown] + rest + [.amount(current, nil), .amount(by, nil)])
    }
    var finding = Finding(rule: rule, severity: .warning, range: claim.range, message: message)
    finding.elsewhere = [place(match.figure, other, path: path, like: claim)]
    return finding
  }

  private static func place(
    _ figure: StatedFact, _ identity: DraftIdentity, path: String, like claim: ClaimedFact
  ) -> Elsewhere {
    let line = Int(figure.line)
    let column = Int(figure.column)
    return Elsewhere(
      path: path, start: LineColumn(line: line, column: column),
      end: LineColumn(line: line, column: column + Int(figure.length)),
      message: Message(place, .text(identity.title), .amount(amount(figure.value, like: claim), claim.unit)))
  }

  /// A value in the unit of a statement, with enough decimals to be exact where the unit allows.
  private static func amount(_ value: FactValue, like claim: ClaimedFact) -> Amount {
    let scaled = Int128(value) * 1_000_000 / claim.unit.yuan
    return Amount(scaled: scaled, decimals: Swift.max(claim.amount.decimals, claim.unit == .yuan ? 0 : 2))
      ?? claim.amount
  }

  private static let plan = Phrase(
    "“{0}”的年初预算：此处 {1}，《{2}》中为 {3}，相差 {4}；两份中有一份有误",
    "Opening budget of “{0}”: {1} here, {3} in “{2}”, off by {4}; one of the two is wrong")
  private static let prior = Phrase(
    "“{0}”的上年数：此处 {1}，《{2}》中为 {3}，相差 {4}；两份中有一份有误",
    "“{0}” of the year before: {1} here, {3} in “{2}”, off by {4}; one of the two is wrong")
  private static let part = Phrase(
    "所属单位“{0}”：此处 {1}，《{2}》中为 {3}，相差 {4}；两份中有一份有误",
    "The unit “{0}”: {1} here, {3} in its own “{2}”, off by {4}; one of the two is wrong")
  private static let whole = Phrase(
    "“{0}”：所列 {1} 个单位之和 {2} = {3}，此处 {4}，相差 {5}",
    "“{0}”: the {1} units listed add up to {2} = {3}, here it is {4}, off by {5}")
  private static let increase = Phrase(
    "“{0}”的上年数：{5} − {6} = {1}，《{2}》中为 {3}，相差 {4}；两份中有一份有误",
    "“{0}” of the year before: {5} − {6} = {1}, but {3} in “{2}”, off by {4}; one of the two is wrong")
  private static let decrease = Phrase(
    "“{0}”的上年数：{5} + {6} = {1}，《{2}》中为 {3}，相差 {4}；两份中有一份有误",
    "“{0}” of the year before: {5} + {6} = {1}, but {3} in “{2}”, off by {4}; one of the two is wrong")
  private static let place = Phrase("《{0}》：{1}", "“{0}”: {1}")
}

/// The drafts of the units that a department lists.
private struct MemberDrafts {
  let digests: [DraftDigest?]
  /// The numbers of the drafts, in the order of the list.
  let numbers: [Int]

  /// What each unit states under one of some keys; `nil` unless each states one figure.
  func figures(_ keys: [UInt64]) -> [StatedFact]? {
    var found: [StatedFact] = []
    for number in numbers {
      let figures = keys.flatMap { digests[number]?.figures($0) ?? [] }
      guard let first = figures.first, figures.allSatisfy({ $0.value == first.value }) else { return nil }
      found.append(first)
    }
    return found
  }
}

/// The drafts by whose they are, what they are and for which year.
private struct Register {
  private struct Address: Hashable {
    var entity: UInt64
    var isFinal: Bool
    var year: Int
  }

  private let digests: [DraftDigest?]
  private var drafts: [Address: [Int]] = [:]

  init(_ digests: [DraftDigest?]) {
    self.digests = digests
    for (number, digest) in digests.enumerated() {
      guard let identity = digest?.identity else { continue }
      let address = Address(entity: identity.key, isFinal: identity.isFinal, year: identity.year)
      drafts[address, default: []].append(number)
    }
  }

  /// The drafts of all units that a department lists; `nil` if one is missing, or more than one may be meant.
  func units(of digest: DraftDigest, _ number: Int) -> MemberDrafts? {
    guard digest.members.count > 1 else { return nil }
    var numbers: [Int] = []
    for keys in digest.members {
      var found: Set<Int> = []
      for key in Set(keys) {
        let address = Address(entity: key, isFinal: digest.identity.isFinal, year: digest.identity.year)
        for other in drafts[address] ?? []
        where other != number && digests[other]?.identity.scope != .department { found.insert(other) }
      }
      guard let other = found.only, !numbers.contains(other) else { return nil }
      numbers.append(other)
    }
    return MemberDrafts(digests: digests, numbers: numbers)
  }

  /// The figure that a statement speaks of; `nil` if no draft, or more than one, may be meant.
  func match(_ claim: ClaimedFact, from number: Int, _ digest: DraftDigest) -> CrossDraft.Match? {
    let kinds: [Bool] =
      switch claim.source {
      case .budget: [false]
      case .accounts: [true]
      case .either: [false, true]
      }
    var nearest: CrossDraft.Match?
    for isFinal in kinds {
      guard let other = draft(claim, isFinal: isFinal, from: number, digest),
        let match = figure(claim, in: other)
      else { continue }
      if match.agrees { return match }
      if nearest == nil { nearest = match }
    }
    return nearest
  }

  private func draft(_ claim: ClaimedFact, isFinal: Bool, from number: Int, _ digest: DraftDigest) -> Int? {
    if case .whole = claim.relation { return nil }
    let isPart = if case .part = claim.relation { true } else { false }
    let own = digest.identity.scope
    let found = (drafts[Address(entity: claim.entity, isFinal: isFinal, year: claim.year)] ?? []).filter {
      guard $0 != number, let scope = digests[$0]?.identity.scope else { return false }
      return isPart ? scope != .department : scope == own || scope == .unstated || own == .unstated
    }
    return found.only
  }

  private func figure(_ claim: ClaimedFact, in draft: Int) -> CrossDraft.Match? {
    guard let digest = digests[draft] else { return nil }
    var nearest: (figure: StatedFact, distance: UInt64)?
    // A blank or a dash says nothing for certain.
    for figure in claim.keys.flatMap({ digest.figures($0) }) where figure.value != 0 {
      let distance = (claim.value &- figure.value).magnitude
      var tolerance = UInt64(claim.tolerance)
      var place: UInt64 = 1
      for _ in 0..<figure.lastPlace { place &*= 10 }
      tolerance = Swift.max(tolerance, place)
      if distance <= tolerance { return CrossDraft.Match(draft: draft, figure: figure, agrees: true) }
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (figure, distance) }
    }
    return nearest.map { CrossDraft.Match(draft: draft, figure: $0.figure, agrees: false) }
  }
}
