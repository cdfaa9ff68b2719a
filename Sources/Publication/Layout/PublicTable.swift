internal import DelimitedText

/// 公開データの表 – one table of open data: one row of headings, and as many cells in every row.
struct PublicTable: Hashable {
  let columns: [String]
  let rows: [[DelimitedField]]

  /// The table in UTF-8 with byte order mark, CRLF, every field quoted.
  func csv() throws(DelimitedTextError) -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(columns)
    for row in rows { writer.write(fields: row) }
    return writer.takeBytes()
  }
}
