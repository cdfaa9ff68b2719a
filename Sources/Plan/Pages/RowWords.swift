internal import CivilTime
internal import Indicators
internal import People
internal import Site
internal import Store

/// The rows behind a figure in words, the same on the page and in the file.
struct RowWords {
  let counted: CountedRows

  func employer(_ row: CountedRow) -> String {
    counted.employers.first { $0.id == row.employer }?.name ?? ""
  }

  func unit(_ row: CountedRow) -> String? { row.place.map(name) }

  func subject(_ row: CountedRow) -> String {
    switch row.subject {
    case .person(let person): counted.people[person]?.name ?? "職員"
    case .head(let unit): "\(name(unit))の長"
    case .unit(let unit): name(unit)
    case .office(let office): office
    }
  }

  /// The person of a row, as far as the personnel authority of some employers knows number and rank.
  func person(_ row: CountedRow, knownTo employers: Set<RecordID<Employer>>) -> RowPerson? {
    guard let person = row.person.flatMap({ counted.people[$0] }) else { return nil }
    return employers.contains(person.employer) ? person : nil
  }

  func place(_ difference: ListedFigure.Difference) -> String {
    let employer = counted.employers.first { $0.id == difference.employer }?.name ?? ""
    return "\(employer) \(difference.bureau?.name ?? "組織のない職員など")"
  }

  static func parts(_ ratio: Ratio) -> String {
    "\(FigureWords.grouped(ratio.numerator))／\(FigureWords.grouped(ratio.denominator))"
  }

  /// A fact as people read it.
  static func cell(_ fact: CountedRow.Fact) -> DataTable.Cell {
    switch fact {
    case .day(let day): .text(day.japaneseWithoutWeekday)
    case .month(let month): .text(month.japanese)
    case .number(let number): .text(FigureWords.grouped(number))
    case .words(let words): .text(words)
    case .none: .none
    }
  }

  /// A fact as programs read it; empty where nothing is known.
  static func field(_ fact: CountedRow.Fact) -> String {
    switch fact {
    case .day(let day): day.iso
    case .month(let month): month.iso
    case .number(let number): "\(number)"
    case .words(let words): words
    case .none: ""
    }
  }

  private func name(_ unit: RecordID<OrganizationUnit>) -> String {
    counted.tree.unit(unit)?.name ?? "廃止された組織"
  }
}
