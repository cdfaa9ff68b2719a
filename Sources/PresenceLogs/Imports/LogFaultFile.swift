internal import DelimitedText

/// The first faults of an import as CSV: where, what, and what to do; nothing of the rows themselves.
public enum LogFaultFile: Sendable {
  /// The file.
  ///
  /// - Throws: `DelimitedTextError` where it cannot be written.
  public static func bytes(_ faults: [LogFault]) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["行", "列", "誤り", "直し方"])
    for fault in faults {
      writer.write(fields: [
        .value("\(fault.line)"), .freeText(fault.column), .value(fault.kind.reason),
        .value(fault.kind.remedy),
      ])
    }
    return writer.bytes
  }
}
