public import CivilTime

/// 名簿の誤り – something in a file that keeps it from being imported, or that should be looked at.
public struct RosterFault: Sendable, Hashable {
  /// The line of the file, 1 for the header; 0 for the file as a whole.
  public let row: Int
  /// The header of the column as it stands in the file, or as it should; nil for the whole row.
  public let column: String?
  /// What is wrong.
  public let problem: RosterProblem

  init(row: Int, column: String?, problem: RosterProblem) {
    self.row = row
    self.column = column
    self.problem = problem
  }

  /// The kind of value that belongs there, 日付 or 区分; nil for the whole row.
  public var valueKind: String? {
    column.flatMap(RosterColumn.init(header:))?.valueKind.japanese
  }

  /// What is wrong, in a sentence.
  public var reason: String { problem.reason }

  /// What to do about it, in a sentence.
  public var remedy: String { problem.remedy }

  /// Whether the file can be imported all the same.
  public var isWarning: Bool { problem.isWarning }
}

/// 誤りの種類 – what can be wrong in a staff list.
///
/// Other lines are named, values of people are not.
public enum RosterProblem: Error, Sendable, Hashable {
  /// There is no header row.
  case emptyFile
  /// The file cannot be taken apart into rows and columns.
  case malformed(String)
  /// A required column is missing.
  case missingColumn
  /// A column stands there twice.
  case repeatedColumn
  /// A column is not one of the staff list's; it is passed over.
  case unknownColumn
  /// A row has more cells than the header.
  case rowTooWide(cells: Int, columns: Int)
  /// A row has fewer cells than the header.
  case rowTooNarrow(cells: Int, columns: Int)
  /// A character could not be read and was replaced by 〓.
  case replacedCharacter
  /// A cell holds a control character.
  case controlCharacter
  /// A cell that is needed is empty.
  case emptyCell
  /// A text is too long.
  case tooLong(limit: Int)
  /// A word is not one of those allowed.
  case unknownWord(allowed: [String])
  /// A day is not written as one, or does not exist.
  case noSuchDate
  /// A path of units has an empty name in it.
  case emptyUnitName
  /// The assignment ends before it begins.
  case endBeforeStart
  /// The person left before being hired.
  case leftBeforeHired
  /// The assignment begins outside the person's service.
  case assignedOutsideService
  /// Two main posts at once.
  case twoPrimaryPosts(otherRow: Int)
  /// The same employee number with another name.
  case differentPerson(otherRow: Int)
  /// Another row of the same person says something else.
  case contradictsRow(Int)
  /// The same assignment stands in two rows.
  case repeatedRow(otherRow: Int)
  /// The employer is not known, and the row does not name it.
  case unknownEmployer
  /// The unit was dissolved or renamed before the day of the assignment.
  case dissolvedUnit(lastDay: CivilDate)
  /// The database holds a later main post that this one would overlap.
  case overlapsStoredPost(from: CivilDate)
  /// The database holds a further post of the person that the file does not name; it stays.
  case keptFurtherPost(AssignmentKind, from: CivilDate)

  /// Whether the file can be imported all the same.
  public var isWarning: Bool {
    switch self {
    case .replacedCharacter, .unknownColumn, .keptFurtherPost: true
    default: false
    }
  }
}
