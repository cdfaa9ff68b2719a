/// Rows gathered by case, in the order in which the cases first appear.
struct Cases<Row> {
  private(set) var all: [(name: String, rows: [Row])] = []
  /// By bytes: two names that only look alike to Unicode are two cases.
  private var places: [[UInt8]: Int] = [:]

  mutating func add(_ row: Row, to name: String) {
    let key = Array(name.utf8)
    if let place = places[key] {
      all[place].rows.append(row)
    } else {
      places[key] = all.count
      all.append((name, [row]))
    }
  }
}
