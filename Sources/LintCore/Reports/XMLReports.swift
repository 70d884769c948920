extension Report {
  /// JUnit's XML: a suite a draft, a case a finding, and one passing case where nothing is wrong.
  public static let junit = Report(
    name: "junit",
    opening: { _ in
      Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"lint-rules\">\n".utf8)
    },
    piece: { draft, context in XMLReports.junit(draft, context) },
    separator: [],
    closing: { _, _ in Array("</testsuites>\n".utf8) },
    failure: { failed, context in XMLReports.junit(failed, context) }
  )

  /// Checkstyle's XML, which many build servers read.
  public static let checkstyle = Report(
    name: "checkstyle",
    opening: { _ in Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".utf8)
    },
    piece: { draft, context in XMLReports.checkstyle(draft, context) },
    separator: [],
    closing: { _, _ in Array("</checkstyle>\n".utf8) },
    failure: { failed, context in XMLReports.checkstyle(failed, context) }
  )
}

private enum XMLReports {
  static func junit(_ failed: FailedInput, _ context: ReportContext) -> [UInt8] {
    let path = context.clean(failed.path).xml
    let name = context.say("未能检查", "not checked")
    var out =
      "  <testsuite name=\"\(path)\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">\n"
    out += "    <testcase name=\"\(name)\" classname=\"\(path)\" file=\"\(path)\" time=\"0\">\n"
    out += "      <error type=\"\(FailedInput.rule)\" message=\"\(failed.reason.xml)\"/>\n"
    return Array((out + "    </testcase>\n  </testsuite>\n").utf8)
  }

  static func checkstyle(_ failed: FailedInput, _ context: ReportContext) -> [UInt8] {
    var out = "  <file name=\"\(context.clean(failed.path).xml)\">\n"
    out += "    <error line=\"1\" severity=\"error\" message=\"\(failed.reason.xml)\" "
    return Array((out + "source=\"lint-rules.\(FailedInput.rule)\"/>\n  </file>\n").utf8)
  }

  static func junit(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    let findings = draft.result.findings
    let path = context.clean(draft.path).xml
    let failures = findings.count { $0.severity >= context.failOn }
    var out = "  <testsuite name=\"\(path)\" tests=\"\(Swift.max(1, findings.count))\" "
    out += "failures=\"\(failures)\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
    if findings.isEmpty {
      out +=
        "    <testcase name=\"\(context.say("未发现问题", "no problems"))\" classname=\"\(path)\" time=\"0\"/>\n"
    }
    for finding in findings {
      let source = draft.result.draft.source
      let place = source.place(at: finding.range.lower)
      let message = finding.message.text(context.language).xml
      let related = finding.related.map { item in
        let place = source.place(at: item.range.lower)
        return "\n  \(place.line):\(place.column) \(item.message.text(context.language).xml)"
      }
      let elsewhere = finding.elsewhere.map { item in
        let file = context.clean(item.path).xml
        return
          "\n  \(file):\(item.start.line):\(item.start.column) \(item.message.text(context.language).xml)"
      }
      let text = "\(path):\(place.line):\(place.column): \(message)\((related + elsewhere).joined())"
      out += "    <testcase name=\"\(finding.rule.xml) \(place.line):\(place.column)\" classname=\"\(path)\" "
      out += "file=\"\(path)\" line=\"\(place.line)\" time=\"0\">\n"
      // What does not fail the run must not fail a build that reads its report.
      if finding.severity >= context.failOn {
        out += "      <failure type=\"\(finding.severity.name)\" message=\"\(message)\">\(text)</failure>\n"
      } else {
        out += "      <system-out>\(text)</system-out>\n"
      }
      out += "    </testcase>\n"
    }
    return Array((out + "  </testsuite>\n").utf8)
  }

  static func checkstyle(_ draft: CheckedDraft, _ context: ReportContext) -> [UInt8] {
    var out = "  <file name=\"\(context.clean(draft.path).xml)\">\n"
    for finding in draft.result.findings {
      let place = draft.result.draft.source.place(at: finding.range.lower)
      let category = context.categories[finding.rule] ?? "rules"
      out +=
        "    <error line=\"\(place.line)\" column=\"\(place.column)\" severity=\"\(finding.severity.name)\" "
      out += "message=\"\(finding.sentence(context.language).xml)\" "
      out += "source=\"lint-rules.\(category.xml).\(finding.rule.xml)\"/>\n"
    }
    return Array((out + "  </file>\n").utf8)
  }
}

extension String {
  /// The text for an attribute or an element of XML or HTML.
  ///
  /// Characters that XML 1.0 cannot hold, not even escaped, become U+FFFD.
  var xml: String {
    var out = ""
    out.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\t", "\n", "\r": out += "&#\(scalar.value);"
      default:
        let isRefused = scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE
        out.unicodeScalars.append(isRefused ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }
}
