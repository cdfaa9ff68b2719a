import CivilTime
import DelimitedText
import WorkingTimeRules

/// Findings of the overtime limits as lines of CSV.
struct FindingText {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Appends the findings of a case, one a line.
  mutating func append(_ findings: [OvertimeFinding], ofCaseNamed name: ArraySlice<UInt8>) {
    let name = FindingText.field(name)
    for finding in findings {
      bytes.append(contentsOf: name)
      append(finding.month.iso)
      append(finding.test.name)
      append(finding.test.window.map(String.init) ?? "")
      append(String(finding.value))
      append(String(finding.limit))
      append(finding.verdict)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  private mutating func append(_ verdict: OvertimeVerdict) {
    switch verdict {
    case .within:
      append("within")
      append("")
    case .exceeded:
      append("exceeded")
      append("")
    case .exceededSpecial(let day):
      append("exceeded-special")
      append(day.iso)
    }
  }

  /// A separator and a value of ours, which never needs quotes.
  private mutating func append(_ value: String) {
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: value.utf8)
  }

  /// A name as a field, quoted where it must be.
  private static func field(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var writer = DelimitedWriter.plain()
    writer.write([String(decoding: name, as: UTF8.self)])
    return writer.bytes.dropLast()
  }
}
