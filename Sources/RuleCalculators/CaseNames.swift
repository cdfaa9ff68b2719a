/// The names of cases, numbered in the order in which they first appear, in few bytes.
///
/// Names are compared by bytes: two that only look alike to Unicode are two cases.
struct CaseNames {
  /// All names one after the other, and where each ends.
  private var text: [UInt8] = []
  private var ends: [Int] = []
  /// A hash table with open addressing: the number of a case plus one, or 0 where a slot is free.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// How many cases there are.
  var count: Int { ends.count }

  /// The name of a case.
  subscript(number: Int) -> ArraySlice<UInt8> {
    text[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// The number of a case, a new one where the name has not been seen.
  mutating func number(of name: ArraySlice<UInt8>) -> Int {
    let slot = slot(of: name)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    text.append(contentsOf: name)
    ends.append(text.count)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The slot that holds the name, or the free one where it belongs.
  private func slot(of name: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var hasher = Hasher()
    unsafe name.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    var slot = hasher.finalize() & mask
    while slots[slot] > 0, self[Int(slots[slot]) - 1] != name { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<count { slots[slot(of: self[number])] = UInt32(number + 1) }
  }
}
