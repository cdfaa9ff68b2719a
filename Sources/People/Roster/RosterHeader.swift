/// Where the columns stand in a file.
struct RosterHeader: Sendable {
  /// The headers as they are typed.
  let names: [String]
  private let positions: [RosterColumn: Int]

  /// Reads the header row and collects what is wrong with it.
  init(_ names: [String], line: Int, faults: inout [RosterFault]) {
    var positions: [RosterColumn: Int] = [:]
    for (position, name) in names.enumerated() where !CellText.trimmed(name).isEmpty {
      guard let column = RosterColumn(header: name) else {
        faults.append(RosterFault(row: line, column: name, problem: .unknownColumn))
        continue
      }
      if positions[column] != nil {
        faults.append(RosterFault(row: line, column: name, problem: .repeatedColumn))
      }
      positions[column] = position
    }
    for column in RosterColumn.allCases where column.isRequired && positions[column] == nil {
      faults.append(RosterFault(row: line, column: column.japanese, problem: .missingColumn))
    }
    self.names = names
    self.positions = positions
  }

  /// The columns that the file has.
  var columns: Set<RosterColumn> { Set(positions.keys) }

  func position(of column: RosterColumn) -> Int? { positions[column] }

  /// The header of a column as it is typed, or as it should be.
  func name(of column: RosterColumn) -> String {
    positions[column].map { names[$0] } ?? column.japanese
  }
}
