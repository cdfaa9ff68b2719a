package import People
package import Store

/// Finds employees of a file by number, and by the employer's code where numbers clash.
package struct EmployeeIndex {
  package enum Finding {
    case found(RecordID<Employee>)
    case unknown
    case ambiguous
  }

  private var byNumber: [[UInt8]: [(employer: [UInt8], id: RecordID<Employee>)]] = [:]

  package init(on connection: any SQLConnection) throws {
    try connection.forEachRow(
      """
      SELECT e.number, o.code, e.id FROM employee e JOIN employer o ON o.id = e.employer ORDER BY e.id
      """
    ) { row in
      let number = Array(try row.value(0, as: String.self).utf8)
      byNumber[number, default: []].append((Array(try row.value(1, as: String.self).utf8), try row.value(2)))
    }
  }

  package func find(number: ArraySlice<UInt8>, employer: ArraySlice<UInt8>) -> Finding {
    guard let candidates = byNumber[Array(number)] else { return .unknown }
    if employer.isEmpty { return candidates.count == 1 ? .found(candidates[0].id) : .ambiguous }
    return candidates.first { $0.employer.elementsEqual(employer) }.map { .found($0.id) } ?? .unknown
  }
}
