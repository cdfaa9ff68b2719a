/// Why a plan was not loaded.
public enum PlanLoadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file has faults.
  case faults(PlanFaults)
  /// The text differs from what was loaded, but its edition is not higher.
  case editionNotRaised(code: String, edition: Int, newest: Int)

  /// What is wrong and what to do, in English for the command line.
  public var description: String {
    switch self {
    case .faults(let faults):
      PlanCheck.report(faults, file: "plan")
    case .editionNotRaised(let code, let edition, let newest):
      """
      '\(code)' was loaded before as edition \(newest), and this text with edition \(edition) differs from it — \
      set 'edition: \(newest + 1)' in the file and load it again
      """
    }
  }
}

/// Why the plan or its report cannot be read.
public enum PlanReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No plan has been loaded.
  case noPlan
  /// The stored text is no plan to this version of the software.
  case unreadable(code: String, edition: Int)

  /// What is wrong and what to do, in English for the command line.
  public var description: String {
    switch self {
    case .noPlan:
      "no plan has been loaded — load one with 'hataraki plan load FILE'"
    case .unreadable(let code, let edition):
      "edition \(edition) of '\(code)' in the database cannot be read — correct its file and load it as a new edition"
    }
  }
}
