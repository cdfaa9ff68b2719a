internal import Store

/// Follows the chain leaf by leaf and remembers what does not fit.
struct ChainWalk {
  private let seals: [StoredSeal]
  private var position = 0
  private var expectedPrevious = JournalDigest.genesis
  private var current: SealDigest?
  private(set) var faults: [JournalVerification.Fault] = []
  private(set) var entryCount = 0

  init(seals: [StoredSeal]) {
    self.seals = seals
    open()
  }

  var sealCount: Int { seals.count }
  var digests: [[UInt8]] { seals.map(\.digest) }
  var head: [UInt8] { seals.last?.digest ?? JournalDigest.genesis }

  mutating func visit(_ row: SQLRow) throws {
    let seal: Int64 = try row.value(0)
    while position < seals.count, seals[position].id != seal { close() }
    guard position < seals.count else { return faults.append(.brokenSeal(seal: seal)) }
    let entry: Int64 = try row.value(1)
    let leaf: [UInt8] = try row.value(2)
    current?.add(leaf)
    entryCount += 1
    if row.values[3] == .null {
      faults.append(.removed(entry: entry, seal: seal))
    } else {
      let values = Array(row.values[3...])
      let stored = try JournalRecords.entry(SQLRow(columns: Array(row.columns[3...]), values: values))
      if JournalDigest.leaf(stored) != leaf { faults.append(.changed(entry: entry, seal: seal)) }
    }
  }

  mutating func finish() {
    while position < seals.count { close() }
  }

  private mutating func open() {
    guard position < seals.count else { return current = nil }
    let seal = seals[position]
    if seal.previous != expectedPrevious { faults.append(.brokenSeal(seal: seal.id)) }
    current = SealDigest(previous: seal.previous)
  }

  private mutating func close() {
    let seal = seals[position]
    if let current {
      let digest = current.digest(
        seal: seal.id,
        sealedAt: seal.sealedAt,
        lastEntry: seal.lastEntry
      )
      if digest != seal.digest || current.count != seal.entryCount {
        faults.append(.brokenSeal(seal: seal.id))
      }
    }
    expectedPrevious = seal.digest
    position += 1
    open()
  }
}
