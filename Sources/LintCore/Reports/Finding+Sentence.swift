extension Finding {
  /// The message with the places in other drafts behind it, for formats that have no room of their own for them.
  func sentence(_ language: Language) -> String {
    let text = message.text(language)
    guard !elsewhere.isEmpty else { return text }
    let places = elsewhere.map { "\(ReportPath.clean($0.path)):\($0.start.line):\($0.start.column)" }
    switch language {
    case .chinese: return "\(text)（见 \(places.joined(separator: "、"))）"
    case .english: return "\(text) (see \(places.joined(separator: ", ")))"
    }
  }
}
