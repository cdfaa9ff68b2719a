extension CP932Table {
  /// Appends the bytes as UTF-8, with 〓 for what has no character; tells the offset and bytes of each such.
  func decode(
    _ bytes: some Collection<UInt8>,
    into text: inout [UInt8],
    unmappable: (_ characterNumber: Int, _ original: String) -> Void
  ) {
    var iterator = bytes.makeIterator()
    var held = iterator.next()
    var number = 0
    while let byte = held {
      held = iterator.next()
      number += 1
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      var code = UInt16(byte)
      if CP932Table.isLead(byte), let trail = held, trail >= 0x40, trail != 0x7F, trail <= 0xFC {
        code = code << 8 | UInt16(trail)
        held = iterator.next()
      }
      if let scalar = scalar(of: code) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        text.append(contentsOf: String(CP932Table.replacement).utf8)
        unmappable(number, CP932Table.hexadecimal(code))
      }
    }
  }

  private static func hexadecimal(_ code: UInt16) -> String {
    func two(_ byte: UInt16) -> String {
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    return code < 0x100 ? two(code) : two(code >> 8) + " " + two(code & 0xFF)
  }
}
