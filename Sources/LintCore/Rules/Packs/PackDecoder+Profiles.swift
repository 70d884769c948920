extension PackDecoder {
  /// Reads a profile, or what a pack changes about one.
  mutating func profile(_ member: JSONMember, _ reader: inout PackReader) {
    let fields = reader.fields(member.value, .profile)
    var profile =
      book.profile(member.key)
      ?? Profile(id: member.key, title: Phrase(member.key, member.key), family: .budget, pack: pack)
    // The model comes first, so that everything else in the entry changes it.
    for field in fields where field.key == "like" {
      guard let id = reader.text(field.value) else { continue }
      guard let model = book.profile(id) else {
        let near = Spelling.nearest(id, among: book.profiles.map(\.id))
        reader.report(
          field.value.range, Phrase("没有文种“{0}”{1}", "there is no profile “{0}”{1}"), .text(id),
          .message(Spelling.suggestion(near)))
        continue
      }
      profile = model
      profile.id = member.key
      profile.pack = pack
      profile.titleSignals = []
      profile.textSignals = []
    }
    for field in fields { profileField(field, &profile, &reader) }
    if let index = book.profiles.firstIndex(where: { $0.id == profile.id }) {
      book.profiles[index] = profile
    } else {
      book.profiles.append(profile)
    }
  }

  private func profileField(_ field: JSONMember, _ profile: inout Profile, _ reader: inout PackReader) {
    switch field.key {
    case "title": profile.title = reader.phrase(field.value) ?? profile.title
    case "family": profile.family = reader.family(field.value) ?? profile.family
    case "basis": profile.basis = reader.phrase(field.value) ?? profile.basis
    case "recognize":
      for signal in reader.fields(field.value, .recognition) {
        let words = reader.words(signal.value)
        if signal.key == "titles" { profile.titleSignals += words } else { profile.textSignals += words }
      }
    case "sections":
      for member in reader.entries(field.value) { requirement(member, &profile.sections, &reader) }
    case "statements":
      for member in reader.entries(field.value) { requirement(member, &profile.statements, &reader) }
    case "tables":
      for member in reader.entries(field.value) { tableRequirement(member, &profile.tables, &reader) }
    default: break
    }
  }

  private func requirement(_ member: JSONMember, _ list: inout [Requirement], _ reader: inout PackReader) {
    let index = list.firstIndex { TextKey.same($0.id, member.key) }
    var requirement =
      index.map { list[$0] }
      ?? Requirement(
        id: member.key, title: Phrase(member.key, member.key), severity: .error)
    if member.value.string != nil {
      if let severity = reader.severity(member.value) { requirement.severity = severity }
    } else {
      for field in reader.fields(member.value, .requirement) {
        switch field.key {
        case "severity":
          if let severity = reader.severity(field.value) { requirement.severity = severity }
        case "en": requirement.title.english = reader.text(field.value) ?? requirement.title.english
        case "names": requirement.names += reader.words(field.value)
        case "figure": requirement.needsFigure = reader.bool(field.value) ?? requirement.needsFigure
        case "phrases": requirement.phrases += reader.words(field.value)
        case "except": requirement.except += reader.words(field.value)
        case "of": requirement.whole = reader.text(field.value)
        case "instead": requirement.instead += reader.texts(field.value) ?? []
        case "table": requirement.table = table(named: field.value, &reader) ?? requirement.table
        case "since": requirement.since = reader.int(field.value)
        default: requirement.basis = reader.phrase(field.value)
        }
      }
    }
    // The usual name is looked for unless the pack says what to look for.
    if requirement.names.isEmpty, requirement.phrases.isEmpty {
      requirement.names = [PackText.word(member.key)]
    }
    if let index { list[index] = requirement } else { list.append(requirement) }
  }

  private func table(named value: JSONValue, _ reader: inout PackReader) -> TableID? {
    reader.text(value).flatMap { table(named: $0, value.range, &reader) }
  }

  /// The table with a title; one that no pack names is a mistake.
  private func table(named title: String, _ range: Range<Int>, _ reader: inout PackReader) -> TableID? {
    if let table = book.table(title) { return table }
    let found = PackText.word(title).units.withUnsafeBufferPointer { book.catalogue.table(titled: $0) }
    if found == nil {
      reader.report(
        range, Phrase("没有名为“{0}”的表；请先在 tables 里写明", "there is no table “{0}”; name it in tables first"),
        .text(title))
    }
    return found
  }

  private func tableRequirement(
    _ member: JSONMember, _ list: inout [TableRequirement], _ reader: inout PackReader
  ) {
    guard let table = table(named: member.key, member.keyRange, &reader) else { return }
    let index = list.firstIndex { $0.table == table }
    var requirement = index.map { list[$0] } ?? TableRequirement(table: table, severity: .error)
    if member.value.string != nil {
      if let severity = reader.severity(member.value) { requirement.severity = severity }
    } else {
      for field in reader.fields(member.value, .tableRequirement) {
        switch field.key {
        case "severity":
          if let severity = reader.severity(field.value) { requirement.severity = severity }
        case "since": requirement.since = reader.int(field.value)
        default: requirement.basis = reader.phrase(field.value)
        }
      }
    }
    if let index { list[index] = requirement } else { list.append(requirement) }
  }
}
