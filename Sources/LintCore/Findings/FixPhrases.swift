/// The titles of fixes that say no more than what is written instead.
enum FixPhrases {
  static let change = Phrase("改为 {0}", "Change to {0}")
  static let rename = Phrase("改为“{0}”", "Change to “{0}”")
  static let replace = Phrase("把“{0}”改为“{1}”", "Replace “{0}” by “{1}”")
}
