internal import Store

/// Where the connections of a pool lead.
struct PostgresTarget: Sendable {
  let url: String
  let schema: String

  /// A target; the schema's name must need no quoting.
  init(url: String, schema: String) throws(StoreError) {
    let isPlain = schema.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: byte == UInt8(ascii: "_")
      }
    }
    let beginsWithDigit = schema.utf8.first.map { $0 <= UInt8(ascii: "9") } ?? true
    guard isPlain, !beginsWithDigit, schema.utf8.count <= 63 else {
      throw .cannotOpen("a schema's name has up to 63 lower-case letters, digits and underscores")
    }
    guard !url.utf8.contains(0) else { throw .nullCharacter }
    self.url = url
    self.schema = schema
  }

  /// What libpq is told: the earlier settings give way to the address, the later ones do not.
  var parameters: [(name: String, value: String)] {
    [
      ("connect_timeout", "10"),
      ("fallback_application_name", "hataraki"),
      ("dbname", url),
      ("client_encoding", "UTF8"),
    ]
  }

  /// What every session begins with.
  var preamble: String {
    """
    SET search_path = "\(schema)";
    SET timezone = 'UTC';
    SET bytea_output = 'hex';
    SET datestyle = 'ISO';
    SET lock_timeout = '30s';
    SET cursor_tuple_fraction = 1;
    SET client_min_messages = warning
    """
  }

  /// A number for the advisory locks of this schema.
  var lockNumber: Int64 {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "hataraki.\(schema)".utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: number)
  }
}
